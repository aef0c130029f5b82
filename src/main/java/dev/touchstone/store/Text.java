package dev.touchstone.store;

import org.jspecify.annotations.Nullable;

/** Strings as both databases can hold them. */
final class Text {

  /** H2 keeps at most 2^20 characters in a column. */
  private static final int MOST = 1_000_000;

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /**
   * PostgreSQL knows no NUL, and UTF-8 no lone surrogate; both become the replacement character.
   */
  static String storable(String text) {
    String cut = text.length() > MOST ? text.substring(0, MOST) : text;
    StringBuilder clean = null;
    for (int i = 0; i < cut.length(); i++) {
      char c = cut.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < cut.length()
          && Character.isLowSurrogate(cut.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        if (clean == null) {
          clean = new StringBuilder(cut);
        }
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean == null ? cut : clean.toString();
  }

  static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : storable(text);
  }
}
