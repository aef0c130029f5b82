package dev.touchstone.consistency.check;

/**
 * Text with one kind of minus, blank, decimal point and quotation mark, character for character.
 */
final class Plain {

  private Plain() {}

  static String of(String words) {
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
