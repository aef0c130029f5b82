package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Trigger;
import dev.touchstone.evidence.ClaimScope.Judgement;
import dev.touchstone.mention.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What words and P-values say of a comparison: for all its outcomes, or one by one. */
record Verdict(@Nullable Trigger denial, List<Judgement> judgements) {

  Judgement of(int topic) {
    return judgements.get(Math.min(topic, judgements.size() - 1));
  }

  /**
   * The verdict on a comparison.
   *
   * @param earlier the one on the comparison before, where both share it; else null
   */
  static Verdict on(Comparison one, ClaimScope scope, @Nullable Verdict earlier) {
    Trigger denial = one.match().cue().deniesItself() ? null : scope.denial(one.match().first());
    Judgement words = scope.inWords();
    if (words.says()) {
      return new Verdict(denial, List.of(words));
    }
    List<Mention> pValues = scope.pValues();
    int topics = one.topics().phrases().size();
    if (topics > 1 && pValues.size() == topics) {
      return new Verdict(denial, pValues.stream().map(p -> ClaimScope.of(List.of(p))).toList());
    }
    if (pValues.isEmpty() && earlier != null && denial == null) {
      return new Verdict(earlier.denial(), List.of(earlier.of(0)));
    }
    return new Verdict(denial, List.of(ClaimScope.of(pValues)));
  }
}
