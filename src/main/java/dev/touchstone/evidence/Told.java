package dev.touchstone.evidence;

import dev.touchstone.mention.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes that were told so far, for words that refer back to them: {@code a difference that
 * …}, {@code reductions}.
 */
final class Told {

  private @Nullable Outcome last;
  private List<Outcome> latest = List.of();
  private List<Claim> claims = List.of();
  private final Map<String, Outcome> byHead = new HashMap<>();

  void tell(List<Outcome> outcomes) {
    if (!outcomes.isEmpty()) {
      latest = List.copyOf(outcomes);
    }
    for (Outcome outcome : outcomes) {
      last = outcome;
      byHead.put(stem(outcome.label().substring(outcome.label().lastIndexOf(' ') + 1)), outcome);
    }
  }

  /** What was told last in the same paragraph, or null. */
  @Nullable Outcome last() {
    return last;
  }

  /** All outcomes of the last clause of the same paragraph that told any. */
  List<Outcome> latest() {
    return latest;
  }

  void claim(List<Claim> made) {
    claims = List.copyOf(made);
  }

  /** What the last clause with claims of the same paragraph claimed. */
  List<Claim> claims() {
    return claims;
  }

  /**
   * The outcome whose name ends in this word: {@code dose reduction} for {@code reductions}; or
   * null.
   */
  @Nullable Outcome headedBy(String word) {
    return byHead.get(stem(word));
  }

  /** A new paragraph: names stay known, "it" does not reach back. */
  void turnThePage() {
    last = null;
    latest = List.of();
    claims = List.of();
  }

  private static String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() > 4 && lower.endsWith("s")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
