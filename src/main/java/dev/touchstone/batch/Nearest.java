package dev.touchstone.batch;

import java.util.Collection;
import java.util.TreeSet;

/** The known word that somebody may have meant. */
final class Nearest {

  private Nearest() {}

  /** {@code Did you mean …?}, or else all that there are. */
  static String cure(String word, Collection<String> known, String plural) {
    String best = "";
    int least = Math.max(3, word.length() / 3);
    for (String other : known) {
      int distance = distance(word, other);
      if (distance < least) {
        least = distance;
        best = other;
      }
    }
    return best.isEmpty()
        ? "The " + plural + " are: " + String.join(", ", new TreeSet<>(known)) + "."
        : "Did you mean " + best + "?";
  }

  /** Letters to change, add or leave out to get from one word to the other. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
