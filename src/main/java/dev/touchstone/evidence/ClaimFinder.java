package dev.touchstone.evidence;

import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the prose claims about outcomes: who is better, worse or alike, and whether that is
 * said to be significant. A claim needs a word that compares and an outcome in the same clause, or
 * an outcome told just before.
 */
final class ClaimFinder {

  /**
   * Sections that explain how a drug works or who wrote the note compare molecules, not patients.
   */
  private static final Set<SectionRole> SILENT =
      EnumSet.of(
          SectionRole.MECHANISM,
          SectionRole.FRONT_MATTER,
          SectionRole.REFERENCES,
          SectionRole.BOILERPLATE);

  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "n't", "never", "neither", "nor", "fail", "without", "cannot", "lack");

  private final ClaimCues cues;

  ClaimFinder(ClaimCues cues) {
    this.cues = cues;
  }

  /** The claims of a document in the order of the text, ids {@code c1}, {@code c2}, …. */
  List<Claim> find(AnnotatedDocument document, StudyContext studies) {
    PrimaryEndpoints endpoints = PrimaryEndpoints.of(document, studies);
    Map<String, SectionRole> roles = new HashMap<>();
    document.document().sections().forEach(section -> roles.put(section.id(), section.role()));
    List<Claim> claims = new ArrayList<>();
    for (Unit unit : document.units()) {
      boolean prose = unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM;
      if (prose && !SILENT.contains(roles.getOrDefault(unit.section(), SectionRole.OTHER))) {
        readUnit(unit, studies, endpoints, claims);
      }
    }
    return claims;
  }

  private void readUnit(
      Unit unit, StudyContext studies, PrimaryEndpoints endpoints, List<Claim> claims) {
    List<Mention> before = List.of();
    for (Sentence sentence : unit.sentences()) {
      for (List<Token> clause : Clauses.of(sentence)) {
        ClauseReading reading =
            new ClauseReading(unit, clause, sentence, studies, endpoints, before);
        reading.claims(claims);
        List<Mention> outcomes = reading.outcomes();
        if (!outcomes.isEmpty()) {
          before = outcomes;
        }
      }
    }
  }

  /** One clause with what is known around it. */
  private final class ClauseReading {

    private final Unit unit;
    private final List<Token> tokens;
    private final int start;
    private final int end;
    private final List<Mention> mentions;
    private final List<Mention> before;
    private final @Nullable Study study;
    private final PrimaryEndpoints endpoints;
    private final Sentence sentence;

    ClauseReading(
        Unit unit,
        List<Token> tokens,
        Sentence sentence,
        StudyContext studies,
        PrimaryEndpoints endpoints,
        List<Mention> before) {
      this.unit = unit;
      this.tokens = tokens;
      this.sentence = sentence;
      this.start = tokens.get(0).start();
      this.end = endWithoutPunctuation(tokens);
      this.mentions =
          unit.mentions().stream()
              .filter(mention -> mention.start() >= start && mention.end() <= end)
              .toList();
      this.before = before;
      this.study = studies.studyAt(unit, start);
      this.endpoints = endpoints;
    }

    List<Mention> outcomes() {
      return mentions.stream().filter(mention -> mention.type() == MentionType.OUTCOME).toList();
    }

    void claims(List<Claim> claims) {
      ClaimCues.Match match = decisive(cues.find(tokens));
      if (match == null) {
        return;
      }
      boolean denied = !match.cue().deniesItself() && isDenied(match.first());
      Significance significance = significance();
      Direction direction = match.cue().direction();
      Change change = match.cue().change();
      if (direction == null) {
        direction = Direction.UNCLEAR;
      }
      if (denied
          && (direction != Direction.NO_DIFFERENCE
              || significance == Significance.NOT_SIGNIFICANT)) {
        direction = Direction.NO_DIFFERENCE;
        change = change == null ? null : Change.UNCHANGED;
      } else if (significance == Significance.NOT_SIGNIFICANT) {
        direction = Direction.NO_DIFFERENCE;
      }
      if (match.cue().outcome() != null
          && match.cue().outcome().equals("PRIMARY")
          && direction == Direction.NO_DIFFERENCE) {
        significance = Significance.NOT_SIGNIFICANT;
      }
      Parties parties = parties(match);
      for (Outcome outcome : outcomesOf(match)) {
        claims.add(
            new Claim(
                "c" + (claims.size() + 1),
                study == null ? null : study.id(),
                parties.subject(),
                parties.comparator(),
                outcome,
                direction,
                change,
                significance,
                span(),
                unit.section()));
      }
    }

    /** The cue that says most: one with a direction before one that only carries significance. */
    private ClaimCues.@Nullable Match decisive(List<ClaimCues.Match> matches) {
      ClaimCues.Match best = null;
      for (ClaimCues.Match match : matches) {
        if (isInsideMention(match)) {
          continue;
        }
        if (best == null
            || (best.cue().direction() == null && match.cue().direction() != null)
            || match.cue().deniesItself() && !best.cue().deniesItself()) {
          best = match;
        }
      }
      return best;
    }

    /** "Increased bilirubin" names an event; it does not compare. */
    private boolean isInsideMention(ClaimCues.Match match) {
      int from = tokens.get(match.first()).start();
      int to = tokens.get(match.end() - 1).end();
      return mentions.stream()
          .anyMatch(
              mention ->
                  (mention.type() == MentionType.OUTCOME
                          || mention.type() == MentionType.DOSE
                          || mention.type() == MentionType.CONDITION)
                      && mention.start() <= from
                      && to <= mention.end());
    }

    private boolean isDenied(int before) {
      for (int i = before - 1; i >= 0; i--) {
        Token token = tokens.get(i);
        if (token.text().equals(":")) {
          return false;
        }
        if (NEGATIONS.contains(token.lemma().toLowerCase(Locale.ROOT))
            || NEGATIONS.contains(token.text().toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      return false;
    }

    private Significance significance() {
      for (int i = 0; i < tokens.size(); i++) {
        String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
        boolean clinical = i > 0 && tokens.get(i - 1).text().equalsIgnoreCase("clinically");
        if ((word.equals("significant")
                || word.equals("significantly")
                || word.equals("significance"))
            && !clinical) {
          return isDenied(i) ? Significance.NOT_SIGNIFICANT : Significance.SIGNIFICANT;
        }
        if (word.startsWith("nonsignificant") || word.equals("insignificant")) {
          return Significance.NOT_SIGNIFICANT;
        }
      }
      return Significance.UNSTATED;
    }

    private List<Outcome> outcomesOf(ClaimCues.Match match) {
      String population = Populations.of(unit.reading().text(), sentence.start(), start, end);
      String named = match.cue().outcome();
      Outcome primary = endpoints.of(study);
      if ("PRIMARY".equals(named)) {
        return primary == null
            ? List.of()
            : List.of(inPopulation(primary, primary.label(), population));
      }
      Map<String, Outcome> found = new LinkedHashMap<>();
      for (Mention mention : outcomes()) {
        Outcome outcome = mention.outcome();
        found.putIfAbsent(
            outcome.code() + "|" + outcome.term() + "|" + outcome.grade(),
            inPopulation(outcome, outcome.label(), population));
      }
      if (found.isEmpty() && named != null) {
        String words = words(match);
        return List.of(new Outcome(named, words, null, null, null, null, population, "result"));
      }
      if (found.isEmpty() && primary != null && speaksOfEfficacy()) {
        return List.of(inPopulation(primary, primary.label(), population));
      }
      if (found.isEmpty() && refersBack(match) && !before.isEmpty()) {
        Outcome outcome = before.get(before.size() - 1).outcome();
        return List.of(
            inPopulation(
                outcome, outcome.label(), population != null ? population : outcome.population()));
      }
      return List.copyOf(found.values());
    }

    /** "Its efficacy was similar": the primary endpoint is what efficacy was measured by. */
    private boolean speaksOfEfficacy() {
      return tokens.stream().anyMatch(token -> token.text().equalsIgnoreCase("efficacy"));
    }

    /**
     * "A difference that was not significant", "it did show a benefit": the outcome was told
     * before.
     */
    private boolean refersBack(ClaimCues.Match match) {
      String first = tokens.get(0).text().toLowerCase(Locale.ROOT);
      return Set.of("it", "they", "this", "these", "a", "the", "which", ",").contains(first)
          && tokens.subList(0, match.end()).stream()
              .map(token -> token.text().toLowerCase(Locale.ROOT))
              .anyMatch(
                  word ->
                      word.startsWith("differ")
                          || word.equals("benefit")
                          || word.startsWith("improve")
                          || word.equals("advantage")
                          || word.equals("superior"));
    }

    private String words(ClaimCues.Match match) {
      return unit.reading()
          .text()
          .substring(tokens.get(match.first()).start(), tokens.get(match.end() - 1).end());
    }

    private Span span() {
      return unit.reading().source(start, end);
    }

    private Parties parties(ClaimCues.Match match) {
      return Parties.of(tokens, match.first(), match.end(), mentions, study);
    }
  }

  private static Outcome inPopulation(Outcome outcome, String label, @Nullable String population) {
    return new Outcome(
        outcome.code(),
        label,
        outcome.statistic(),
        outcome.at(),
        outcome.grade(),
        outcome.term(),
        population != null ? population : outcome.population(),
        "result");
  }

  private static int endWithoutPunctuation(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last > 0 && Set.of(".", ",", ";", ":").contains(tokens.get(last).text())) {
      last--;
    }
    return tokens.get(last).end();
  }
}
