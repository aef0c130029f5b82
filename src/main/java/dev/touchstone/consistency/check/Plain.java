package dev.touchstone.consistency.check;

/**
 * Text with one kind of minus, blank, decimal point and quotation mark, character for character.
 */
final class Plain {

  private Plain() {}

  static String of(String words) {
    int at = 0;
    while (at < words.length() && isPlain(words.charAt(at))) {
      at++;
    }
    return at == words.length() ? words : plain(words);
  }

  /** Whether a part of a plain text may print two values against each other. */
  static boolean setsAgainst(String text, int from, int to) {
    return has(text, " v", from, to)
        || has(text, "compared", from, to)
        || has(text, "against", from, to);
  }

  /** Whether a part of a text has some words. */
  static boolean has(String text, String words, int from, int to) {
    int at = text.indexOf(words, from);
    return at >= 0 && at + words.length() <= to;
  }

  private static boolean isPlain(char c) {
    return c < 127 && c >= ' ';
  }

  private static String plain(String words) {
    StringBuilder plain = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean between = i > 0 && i + 1 < words.length();
      plain.append(
          switch (c) {
            case '\u2212', '\u2013', '\u2014', '\u2010', '\u2011' -> '-';
            case '\u00a0', '\u2009', '\u202f', '\u2005', '\n', '\t' -> ' ';
            case '·', '∙' ->
                between
                        && Character.isDigit(words.charAt(i - 1))
                        && Character.isDigit(words.charAt(i + 1))
                    ? '.'
                    : c;
            case '≤' -> '<';
            case '≥' -> '>';
            case '’' -> '\'';
            default -> c;
          });
    }
    return plain.toString();
  }
}
