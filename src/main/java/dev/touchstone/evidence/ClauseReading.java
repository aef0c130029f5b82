package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one clause claims, with what was told before it. */
final class ClauseReading {

  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "n't", "never", "neither", "nor", "fail", "without", "cannot", "lack");

  private static final Set<String> SIGNIFICANT =
      Set.of("significant", "significantly", "significance");

  /** "A higher dose" compares doses, not what they did. */
  private static final Set<String> GIVEN_AMOUNTS =
      Set.of("dose", "doses", "exposure", "dosing", "concentration", "concentrations");

  /** Words at the head of a clause that stand for something told before. */
  private static final Set<String> POINTERS =
      Set.of("it", "they", "this", "these", "a", "the", "which");

  private static final Set<MentionType> NAMES =
      Set.of(MentionType.OUTCOME, MentionType.DOSE, MentionType.CONDITION);

  private final Unit unit;
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private final List<Mention> mentions;
  private final @Nullable Study study;
  private final @Nullable Outcome primary;
  private final @Nullable String population;
  private final Told told;

  /**
   * @param primary primary endpoint of the study, or null
   * @param told is told what this clause says once its claims are read
   */
  ClauseReading(
      Unit unit,
      List<Token> tokens,
      Sentence sentence,
      @Nullable Study study,
      @Nullable Outcome primary,
      Told told) {
    this.unit = unit;
    this.tokens = tokens;
    this.start = tokens.get(0).start();
    this.end = endWithoutPunctuation(tokens);
    this.mentions =
        unit.mentions().stream()
            .filter(mention -> mention.start() >= start && mention.end() <= end)
            .toList();
    this.study = study;
    this.primary = primary;
    this.population = Populations.of(unit.reading().text(), sentence.start(), start, end);
    this.told = told;
  }

  /** The claims of the clause, without ids. */
  List<Claim> claims(ClaimCues cues) {
    ClaimCues.Match match = decisive(cues.find(tokens));
    List<Outcome> outcomes = match == null ? mentioned() : outcomesOf(match);
    List<Claim> claims = match == null ? List.of() : claims(match, outcomes);
    told.tell(outcomes);
    return claims;
  }

  private List<Claim> claims(ClaimCues.Match match, List<Outcome> outcomes) {
    boolean denied = !match.cue().deniesItself() && isDenied(match.first());
    Significance significance = significance();
    Direction direction = Objects.requireNonNullElse(match.cue().direction(), Direction.UNCLEAR);
    Change change = match.cue().change();
    boolean isAlike =
        direction == Direction.NO_DIFFERENCE && significance != Significance.NOT_SIGNIFICANT;
    if ((denied && !isAlike) || significance == Significance.NOT_SIGNIFICANT) {
      direction = Direction.NO_DIFFERENCE;
      change = change == null ? null : Change.UNCHANGED;
    }
    if ("PRIMARY".equals(match.cue().outcome()) && direction == Direction.NO_DIFFERENCE) {
      significance = Significance.NOT_SIGNIFICANT;
    }
    Parties parties = Parties.of(tokens, match.first(), match.end(), mentions, study);
    List<Claim> claims = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      claims.add(
          new Claim(
              "",
              study == null ? null : study.id(),
              parties.subject(),
              parties.comparator(),
              outcome,
              direction,
              change,
              significance,
              unit.reading().source(start, end),
              unit.section()));
    }
    return claims;
  }

  /** The cue that says most: one with a direction before one that only carries significance. */
  private ClaimCues.@Nullable Match decisive(List<ClaimCues.Match> matches) {
    ClaimCues.Match best = null;
    for (ClaimCues.Match match : matches) {
      if (isInsideName(match) || comparesSomethingElse(match)) {
        continue;
      }
      if (best == null
          || (best.cue().direction() == null && match.cue().direction() != null)
          || (match.cue().deniesItself() && !best.cue().deniesItself())) {
        best = match;
      }
    }
    return best;
  }

  /** "Increased bilirubin" names an event; it does not compare. */
  private boolean isInsideName(ClaimCues.Match match) {
    int from = tokens.get(match.first()).start();
    int to = tokens.get(match.end() - 1).end();
    return mentions.stream()
        .anyMatch(
            mention ->
                NAMES.contains(mention.type()) && mention.start() <= from && to <= mention.end());
  }

  /**
   * "Less than 50 %" is a limit, "24 weeks or longer" is one, "higher doses" are what was given.
   */
  private boolean comparesSomethingElse(ClaimCues.Match match) {
    if (match.end() + 1 < tokens.size()
        && word(match.end()).equals("than")
        && Character.isDigit(word(match.end() + 1).charAt(0))) {
      return true;
    }
    if (match.first() > 0 && word(match.first() - 1).equals("or")) {
      return true;
    }
    for (int i = match.end(); i < Math.min(tokens.size(), match.end() + 3); i++) {
      if (GIVEN_AMOUNTS.contains(word(i))) {
        return true;
      }
    }
    boolean attribute = match.end() < tokens.size() && word(match.end()).equals("period");
    return attribute || isPossibility(match);
  }

  /** "May be poorly tolerated", "can be more frequent" is no report of what happened. */
  private boolean isPossibility(ClaimCues.Match match) {
    for (int i = Math.max(0, match.first() - 3); i < match.first(); i++) {
      if (tokens.get(i).tag().equals("MD") && word(i + 1).equals("be")) {
        return true;
      }
    }
    return false;
  }

  private boolean isDenied(int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (word(i).equals(":")) {
        return false;
      }
      if (NEGATIONS.contains(word(i))
          || NEGATIONS.contains(tokens.get(i).lemma().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Significance significance() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean clinical = i > 0 && word(i - 1).equals("clinically");
      if (SIGNIFICANT.contains(word(i)) && !clinical) {
        return isDenied(i) ? Significance.NOT_SIGNIFICANT : Significance.SIGNIFICANT;
      }
      if (word(i).startsWith("nonsignificant") || word(i).equals("insignificant")) {
        return Significance.NOT_SIGNIFICANT;
      }
    }
    return Significance.UNSTATED;
  }

  private List<Outcome> outcomesOf(ClaimCues.Match match) {
    String named = match.cue().outcome();
    if ("PRIMARY".equals(named)) {
      return primary == null ? List.of() : List.of(here(primary));
    }
    List<Outcome> mentioned = mentioned();
    if (named != null) {
      List<Outcome> fitting =
          mentioned.stream().filter(outcome -> outcome.code().equals(named)).toList();
      return fitting.isEmpty()
          ? List.of(new Outcome(named, words(match), null, null, null, null, population, "result"))
          : fitting;
    }
    // "Its efficacy was similar": the primary endpoint is what efficacy was measured by.
    if (primary != null
        && mentioned.stream().anyMatch(outcome -> outcome.code().equals("EFFICACY"))) {
      return List.of(here(primary));
    }
    if (!mentioned.isEmpty()) {
      return mentioned;
    }
    Outcome earlier = refersBack(match) ? told.last() : toldByName(match);
    return earlier == null ? List.of() : List.of(here(earlier));
  }

  private List<Outcome> mentioned() {
    Map<String, Outcome> found = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      if (mention.type() == MentionType.OUTCOME) {
        Outcome outcome = mention.outcome();
        found.putIfAbsent(
            outcome.code() + "|" + outcome.term() + "|" + outcome.grade(), here(outcome));
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * "A difference that was not significant", "it did show a benefit": the outcome was told before.
   */
  private boolean refersBack(ClaimCues.Match match) {
    return POINTERS.contains(word(0))
        && tokens.subList(0, match.end()).stream()
            .map(token -> token.lemma().toLowerCase(Locale.ROOT))
            .anyMatch(
                lemma ->
                    lemma.startsWith("differ")
                        || lemma.startsWith("improve")
                        || lemma.equals("benefit")
                        || lemma.equals("advantage")
                        || lemma.equals("superior"));
  }

  /** "Reductions were more frequent", where dose reductions were told of before. */
  private @Nullable Outcome toldByName(ClaimCues.Match match) {
    for (int i = 0; i < match.first(); i++) {
      Token token = tokens.get(i);
      Outcome outcome = token.tag().startsWith("NN") ? told.headedBy(token.text()) : null;
      if (outcome != null) {
        return outcome;
      }
    }
    return null;
  }

  private Outcome here(Outcome outcome) {
    return new Outcome(
        outcome.code(),
        outcome.label(),
        outcome.statistic(),
        outcome.at(),
        outcome.grade(),
        outcome.term(),
        population != null ? population : outcome.population(),
        "result");
  }

  private String words(ClaimCues.Match match) {
    return unit.reading()
        .text()
        .substring(tokens.get(match.first()).start(), tokens.get(match.end() - 1).end());
  }

  private String word(int token) {
    return tokens.get(token).text().toLowerCase(Locale.ROOT);
  }

  private static int endWithoutPunctuation(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last > 0 && Set.of(".", ",", ";", ":").contains(tokens.get(last).text())) {
      last--;
    }
    return tokens.get(last).end();
  }
}
