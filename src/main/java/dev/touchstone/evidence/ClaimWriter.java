package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.evidence.Claim.Trigger;
import dev.touchstone.evidence.ClaimScope.Judgement;
import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes claims of comparisons and what is said of them. */
final class ClaimWriter {

  private final Unit unit;
  private final Span span;
  private final ClauseTokens tokens;
  private final ClaimOutcomes outcomes;
  private final @Nullable Study study;
  private final Told told;
  private final ArmValues values;
  private final @Nullable Trigger elsewhere;

  /**
   * @param span of the clause
   * @param elsewhere words of the sentence that say that others found it, or null
   */
  ClaimWriter(
      Unit unit,
      Span span,
      ClauseTokens tokens,
      ClaimOutcomes outcomes,
      @Nullable Study study,
      Told told,
      ArmValues values,
      @Nullable Trigger elsewhere) {
    this.unit = unit;
    this.span = span;
    this.tokens = tokens;
    this.outcomes = outcomes;
    this.study = study;
    this.told = told;
    this.values = values;
    this.elsewhere = elsewhere;
  }

  /** "No significant difference except for pain": pain did differ, the words leave open how. */
  List<Claim> excepted(Comparison one, ClaimScope scope, Verdict said) {
    int at = one.match().end();
    while (at < scope.end() && !tokens.is(Group.EXCEPTION, at)) {
      at++;
    }
    boolean none = said.of(0).significance() == Significance.NOT_SIGNIFICANT;
    if (at >= scope.end() || !none) {
      return List.of();
    }
    Judgement judgement = new Judgement(Significance.SIGNIFICANT, said.of(0).trigger());
    List<Claim> claims = new ArrayList<>();
    for (Outcome outcome : outcomes.first(at + 1)) {
      Claim claim = claim(one.with(null, null, one.topics()), outcome, scope, null, judgement);
      if (claim != null) {
        claims.add(claim);
      }
    }
    return claims;
  }

  /** One claim for each outcome that the comparison speaks of, where it says enough. */
  List<Claim> claims(
      Comparison one, List<List<Outcome>> about, ClaimScope scope, @Nullable Verdict known) {
    Verdict said = known == null ? Verdict.on(one, scope, null) : known;
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < about.size(); i++) {
      for (Outcome outcome : about.get(i)) {
        Claim claim = claim(one, outcome, scope, said.denial(), said.of(i));
        if (claim != null) {
          claims.add(claim);
        }
      }
    }
    return claims;
  }

  private @Nullable Claim claim(
      Comparison one,
      Outcome outcome,
      ClaimScope scope,
      @Nullable Trigger denial,
      Judgement judged) {
    Direction direction = one.direction();
    Change change = one.change();
    Significance significance = judged.significance();
    if (one.match().cue().repeats()) {
      if (told.claims().isEmpty()) {
        return null;
      }
      Claim earlier = told.claims().get(0);
      direction = earlier.direction();
      change = earlier.change();
      significance = judged.says() ? significance : earlier.significance();
    }
    boolean byWords =
        judged.trigger() != null && judged.trigger().kind() == Trigger.Kind.SIGNIFICANCE;
    boolean noneSaid = significance == Significance.NOT_SIGNIFICANT && byWords;
    boolean alike = direction == Direction.NO_DIFFERENCE;
    if ((denial != null && !alike) || noneSaid) {
      direction = Direction.NO_DIFFERENCE;
      change = one.direction() != null && change == null ? null : Change.UNCHANGED;
    }
    if (direction == null) {
      if (significance == Significance.UNSTATED) {
        return null;
      }
      boolean none = significance == Significance.NOT_SIGNIFICANT;
      direction = none ? Direction.NO_DIFFERENCE : Direction.UNCLEAR;
      change = none ? Change.UNCHANGED : null;
    }
    if ("PRIMARY".equals(one.match().cue().outcome()) && direction == Direction.NO_DIFFERENCE) {
      significance = Significance.NOT_SIGNIFICANT;
    }
    if (denial != null && significance == Significance.SIGNIFICANT && !byWords) {
      significance = Significance.UNSTATED;
    }
    Trigger trend = scope.first(Group.TREND, Trigger.Kind.HEDGE);
    if (trend != null && significance == Significance.UNSTATED) {
      significance = Significance.NOT_SIGNIFICANT;
    }
    if (direction == Direction.NO_DIFFERENCE && (scope.isOfBaseline() || isOfBaseline(one))) {
      return null;
    }
    Parties parties = Parties.of(tokens, one.match(), one.topics(), study, unit.reading().text());
    List<Trigger> triggers = new ArrayList<>();
    triggers.add(new Trigger(Trigger.Kind.COMPARISON, words(one.match())));
    if (one.of() != null) {
      triggers.add(new Trigger(Trigger.Kind.COMPARISON, words(one.of())));
    }
    addIfThere(triggers, denial);
    addIfThere(triggers, judged.trigger());
    addIfThere(triggers, elsewhere);
    addIfThere(triggers, trend);
    addIfThere(triggers, scope.first(Group.HEDGE, Trigger.Kind.HEDGE));
    addIfThere(triggers, scope.first(Group.NON_INFERIOR, Trigger.Kind.NON_INFERIORITY));
    return values.directed(
        new Claim(
            "",
            study == null ? null : study.id(),
            parties.subject(),
            parties.comparator(),
            outcome,
            direction,
            change,
            significance,
            span,
            unit.section(),
            parties.against(),
            triggers));
  }

  /** "Baseline values were alike". */
  private boolean isOfBaseline(Comparison one) {
    return one.topics().phrases().stream()
        .anyMatch(
            phrase -> {
              for (int i = phrase.first(); i < phrase.head(); i++) {
                if (tokens.is(Group.BASELINE, i)) {
                  return true;
                }
              }
              return false;
            });
  }

  private static void addIfThere(List<Trigger> triggers, @Nullable Trigger trigger) {
    if (trigger != null) {
      triggers.add(trigger);
    }
  }

  private String words(ClaimCues.Match match) {
    return unit.reading()
        .text()
        .substring(tokens.token(match.first()).start(), tokens.token(match.end() - 1).end());
  }
}
