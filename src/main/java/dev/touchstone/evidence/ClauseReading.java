package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.evidence.Claim.Trigger;
import dev.touchstone.evidence.ClaimScope.Judgement;
import dev.touchstone.evidence.ClaimTopics.Topics;
import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one clause claims, with what was told before it. */
final class ClauseReading {

  /**
   * What a clause says.
   *
   * @param claims its own, without ids
   * @param judgement what it says of the significance of what the sentence claimed before it; null
   *     where it says nothing of that
   */
  record Said(List<Claim> claims, @Nullable Judgement judgement) {}

  private final Unit unit;
  private final ClauseTokens tokens;
  private final ClaimTopics topics;
  private final ClaimOutcomes outcomes;
  private final int start;
  private final int end;
  private final @Nullable Study study;
  private final Told told;
  private final ArmValues values;
  private final ClaimWriter writer;

  /**
   * @param mentions those of the clause
   * @param primary primary endpoint of the study, or null
   * @param told is told what this clause says once its claims are read
   * @param values what arms had, for comparisons that no word makes
   * @param elsewhere words of the sentence that say that others found it, or null
   */
  ClauseReading(
      Unit unit,
      List<Token> clause,
      List<Mention> mentions,
      Sentence sentence,
      @Nullable Study study,
      @Nullable Outcome primary,
      Told told,
      ClaimWords words,
      ArmValues values,
      @Nullable Trigger elsewhere) {
    this.unit = unit;
    this.start = clause.get(0).start();
    this.end = endWithoutPunctuation(clause);
    this.tokens = new ClauseTokens(clause, mentions, words);
    this.topics = new ClaimTopics(tokens);
    String text = unit.reading().text();
    String population = Populations.of(text, sentence.start(), start, end);
    this.outcomes = new ClaimOutcomes(tokens, text, primary, population, told);
    this.study = study;
    this.told = told;
    this.values = values;
    this.writer =
        new ClaimWriter(
            unit,
            unit.reading().source(start, end),
            tokens,
            outcomes,
            study,
            told,
            values,
            elsewhere);
  }

  /**
   * The claims of the clause.
   *
   * @param before what the sentence claimed before this clause
   */
  Said read(ClaimCues cues, List<Claim> before) {
    List<Comparison> comparisons = new Comparisons(tokens, topics, outcomes).of(cues);
    List<Comparison> bound = comparisons.stream().filter(Comparison::bound).toList();
    if (!before.isEmpty() && comparisons.stream().allMatch(this::onlyPoints)) {
      Judgement judgement = scope().inWords();
      boolean open = before.stream().anyMatch(claim -> !claim.saysSignificance());
      if (judgement.says() && open) {
        return new Said(List.of(), judgement);
      }
      List<Claim> exception = exception(before);
      if (!exception.isEmpty()) {
        return new Said(exception, null);
      }
    }
    List<Claim> claims = new ArrayList<>();
    List<Outcome> mentioned = outcomes.mentioned();
    if (bound.isEmpty()) {
      Comparison decisive = decisive(comparisons);
      if (decisive != null) {
        boolean open =
            decisive.direction() == null && scope().denial(decisive.match().first()) == null;
        List<Outcome> about = outcomes.withoutSyntax(decisive.match());
        boolean compares = scope().inWords().says() && decisive.direction() == null;
        if (open
            && about.size() > 1
            && scope().inWords().significance() != Significance.NOT_SIGNIFICANT) {
          // A difference that is said to be there, of one of many, claims nothing of any.
          about = List.of();
        } else if (about.isEmpty() && compares) {
          about = List.of(outcomes.unnamed(decisive.match()));
        }
        Verdict said = Verdict.on(decisive, scope(), null);
        List<Claim> excepted = writer.excepted(decisive, scope(), said);
        if (!excepted.isEmpty()) {
          about = outcomes.pointedAt();
        }
        claims.addAll(writer.claims(decisive, List.of(about), scope(), said));
        claims.addAll(excepted);
        mentioned = about.isEmpty() ? mentioned : about;
      } else {
        claims.addAll(judged());
      }
    } else {
      Comparison previous = null;
      Verdict said = null;
      for (int i = 0; i < bound.size(); i++) {
        Comparison one = bound.get(i);
        int from =
            previous == null
                ? 0
                : Math.min(tokens.afterBracket(previous.end()), one.match().first());
        int to = i + 1 < bound.size() ? bound.get(i + 1).first() : tokens.size();
        if (to <= one.match().first()) {
          to = i + 1 < bound.size() ? bound.get(i + 1).match().first() : tokens.size();
        }
        ClaimScope scope = new ClaimScope(tokens, from, Math.max(to, one.match().end()));
        said =
            Verdict.on(
                one, scope, previous != null && previous.coordinated(tokens, one) ? said : null);
        List<Claim> made = writer.claims(one, outcomes.of(one.match(), one.topics()), scope, said);
        claims.addAll(made);
        told.tell(made.stream().map(Claim::outcome).toList());
        claims.addAll(writer.excepted(one, scope, said));
        previous = one;
      }
      mentioned = claims.isEmpty() ? mentioned : claims.stream().map(Claim::outcome).toList();
    }
    if (claims.isEmpty()) {
      Claim shown = values.comparison(tokens, unit, study, start, end);
      if (shown != null) {
        claims.add(shown);
      }
    }
    told.tell(mentioned);
    if (!claims.isEmpty()) {
      told.claim(claims);
    }
    return new Said(distinct(claims), null);
  }

  /** "A difference that was …" speaks of what was told before it. */
  private boolean onlyPoints(Comparison one) {
    return one.direction() == null
        && one.match().cue().outcome() == null
        && one.topics().phrases().stream().allMatch(outcomes::isPointer);
  }

  private ClaimScope scope() {
    return new ClaimScope(tokens, 0, tokens.size());
  }

  /** One claim for each outcome; what says most, and what stands first, wins. */
  private static List<Claim> distinct(List<Claim> claims) {
    List<Claim> kept = new ArrayList<>();
    for (Claim claim : claims) {
      int same = -1;
      for (int i = 0; i < kept.size() && same < 0; i++) {
        if (kept.get(i).outcome().equals(claim.outcome())) {
          same = i;
        }
      }
      if (same < 0) {
        kept.add(claim);
      } else if (kept.get(same).direction() == Direction.UNCLEAR) {
        kept.set(same, claim);
      }
    }
    return kept;
  }

  /** The cue that says most: one with a direction before one that only carries significance. */
  private @Nullable Comparison decisive(List<Comparison> comparisons) {
    Comparison best = null;
    for (Comparison one : comparisons) {
      boolean noun = one.topics().frame() == ClaimTopics.Frame.NOUN;
      boolean moves = one.change() == Change.INCREASED || one.change() == Change.DECREASED;
      if (noun
          && moves
          && !scope().inWords().says()
          && scope().denial(one.match().first()) == null) {
        continue;
      }
      if (best == null || (best.direction() == null && one.direction() != null)) {
        best = one;
      }
    }
    return best;
  }

  /** "However, this was not significant": a judgement on what the sentence before told. */
  private List<Claim> judged() {
    ClaimScope scope = scope();
    Judgement judgement = scope.inWords();
    int word = 0;
    while (word < tokens.size() && !judges(word)) {
      word++;
    }
    if (!judgement.says() || word == tokens.size()) {
      return List.of();
    }
    Topics about = topics.of(new ClaimCues.Match(ClaimCues.JUDGEMENT, word, word + 1));
    Comparison one =
        new Comparison(
            new ClaimCues.Match(ClaimCues.JUDGEMENT, word, word + 1), about, null, null, null);
    List<List<Outcome>> outcome =
        about.phrases().isEmpty() ? List.of(outcomes.pointedAt()) : outcomes.of(one.match(), about);
    return writer.claims(one, outcome, scope, null);
  }

  /** "Was significant", "reached significance"; "a significant number" is only a large one. */
  private boolean judges(int word) {
    if (tokens.is(Group.INSIGNIFICANT, word)) {
      return true;
    }
    if (!tokens.is(Group.SIGNIFICANT, word) || tokens.isNoun(word + 1)) {
      return false;
    }
    return tokens.word(word).equals("significance")
        || !tokens.tag(word + 1).startsWith("JJ") && !tokens.tag(word + 1).startsWith("VB");
  }

  /** "…, but not in men", "…, but not pain": what was said does not hold there. */
  private List<Claim> exception(List<Claim> before) {
    int at = 0;
    while (tokens.word(at).matches("but|though|although|and|,")) {
      at++;
    }
    if (at == 0 || !tokens.word(at).matches("not|nor")) {
      return List.of();
    }
    List<Outcome> about = outcomes.first(at + 1);
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : before) {
      if (claim.direction() == Direction.NO_DIFFERENCE) {
        continue;
      }
      Outcome outcome = about.isEmpty() ? claim.outcome() : about.get(0);
      List<Trigger> triggers = new ArrayList<>(claim.triggers());
      triggers.removeIf(trigger -> trigger.kind() == Trigger.Kind.STATISTIC);
      triggers.add(new Trigger(Trigger.Kind.NEGATION, tokens.token(at).text()));
      claims.add(
          new Claim(
              "",
              claim.study(),
              claim.subject(),
              claim.comparator(),
              outcome,
              Direction.NO_DIFFERENCE,
              Change.UNCHANGED,
              claim.significance() == Significance.SIGNIFICANT
                  ? Significance.NOT_SIGNIFICANT
                  : Significance.UNSTATED,
              unit.reading().source(start, end),
              unit.section(),
              claim.against(),
              triggers));
      break;
    }
    return claims;
  }

  private static int endWithoutPunctuation(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last > 0 && Set.of(".", ",", ";", ":").contains(tokens.get(last).text())) {
      last--;
    }
    return tokens.get(last).end();
  }
}
