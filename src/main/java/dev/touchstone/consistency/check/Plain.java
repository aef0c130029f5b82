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
