package dev.touchstone.ingest;

/** White space as documents use it: Java's, the unbreakable kinds, and characters without width. */
final class Blanks {

  private Blanks() {}

  static boolean isBlank(char c) {
    return c <= ' '
        || (c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || isWidthless(c)));
  }

  /** Soft hyphens, zero-width spaces and joiners, byte order marks: nothing that a person sees. */
  static boolean isWidthless(char c) {
    return c == '\u00AD'
        || (c >= '\u200B' && c <= '\u200F')
        || c == '\u2060'
        || c == '\uFEFF'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** Overrides and isolates of right-to-left writing, which can make 50 look like 05. */
  static boolean turnsDirection(int c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  static boolean isBlank(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
