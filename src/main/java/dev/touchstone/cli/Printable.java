package dev.touchstone.cli;

/** Text of documents and file names as a terminal may safely show it. */
final class Printable {

  private Printable() {}

  /** One line: control characters, escape sequences among them, become visible or blanks. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || c == '\r') {
        shown.append(' ');
      } else if (Character.isISOControl(c) || isDirectional(c)) {
        shown.append('\uFFFD');
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** Overrides of the writing direction can make 50 look like 05. */
  private static boolean isDirectional(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
