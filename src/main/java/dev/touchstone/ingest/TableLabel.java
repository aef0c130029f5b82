package dev.touchstone.ingest;

import dev.touchstone.ingest.StructureRules.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The label at the head of a table's caption.
 *
 * @param label such as {@code Table 2}
 * @param captionStart where the caption itself begins
 */
record TableLabel(String label, int captionStart) {

  private static final String SEPARATORS = ".:|–—-";

  /** The label that words open with, or null; {@code Table 2 shows …} opens with none. */
  static @Nullable TableLabel of(String words, StructureRules rules) {
    int limit = Math.min(words.length(), 60);
    String phrase = rules.opening(Phrase.TABLE, Words.normalise(words.substring(0, limit)));
    if (phrase.isEmpty()
        || !Character.isUpperCase(words.charAt(0))
        || phrase.length() >= words.length()) {
      return null;
    }
    int at = phrase.length();
    while (at < limit && (words.charAt(at) == '.' || Blanks.isBlank(words.charAt(at)))) {
      at++;
    }
    int start = at;
    boolean digit = false;
    while (at < limit
        && (Character.isLetterOrDigit(words.charAt(at))
            || (words.charAt(at) == '.'
                && at + 1 < limit
                && Character.isDigit(words.charAt(at + 1))))) {
      digit |= Character.isDigit(words.charAt(at)) || "IVX".indexOf(words.charAt(at)) >= 0;
      at++;
    }
    if (at == start || at - start > 5 || !digit) {
      return null;
    }
    int end = at;
    boolean separated = at < words.length() && SEPARATORS.indexOf(words.charAt(at)) >= 0;
    while (at < words.length()
        && (SEPARATORS.indexOf(words.charAt(at)) >= 0 || Blanks.isBlank(words.charAt(at)))) {
      at++;
    }
    boolean caption = separated || at >= words.length() || !isVerb(words, at);
    return caption ? new TableLabel(words.substring(0, end), at) : null;
  }

  /**
   * A word in small letters only, as in {@code Table 2 shows}; {@code n-back} and {@code p53} are
   * names.
   */
  private static boolean isVerb(String words, int at) {
    int end = at;
    while (end < words.length() && !Blanks.isBlank(words.charAt(end))) {
      char c = words.charAt(end);
      boolean closing = ",.;:".indexOf(c) >= 0;
      if (!Character.isLowerCase(c) && !closing) {
        return false;
      }
      end++;
    }
    return true;
  }
}
