package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.ClaimTopics.Topics;
import org.jspecify.annotations.Nullable;

/** A word that compares with what it speaks of, and what is to become of it. */
record Comparison(
    ClaimCues.Match match,
    Topics topics,
    @Nullable Direction direction,
    @Nullable Change change,
    ClaimCues.@Nullable Match of) {

  int first() {
    int first = match.first();
    return topics.phrases().isEmpty() ? first : Math.min(first, topics.phrases().get(0).first());
  }

  int end() {
    return Math.max(match.end(), topics.end());
  }

  boolean bound() {
    return !topics.phrases().isEmpty() || match.cue().outcome() != null;
  }

  Comparison with(@Nullable Direction newDirection, @Nullable Change newChange, Topics newTopics) {
    return new Comparison(match, newTopics, newDirection, newChange, of);
  }

  /** The same with the noun of change that its word is a degree of. */
  Comparison of(ClaimCues.Match noun) {
    return new Comparison(match, topics, direction, change, noun);
  }

  /**
   * "Significantly less pain and fewer relapses": no verb of its own, so one judgement for both.
   */
  boolean coordinated(ClauseTokens tokens, Comparison next) {
    for (int i = match.end(); i < next.match().end(); i++) {
      if (tokens.isFinite(i)) {
        return false;
      }
    }
    return true;
  }
}
