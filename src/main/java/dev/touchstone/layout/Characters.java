package dev.touchstone.layout;

import java.text.Normalizer;

/** What a printed character is written as. */
final class Characters {

  private static final String SUPERSCRIPT_DIGITS =
      "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
  private static final String SUBSCRIPT_DIGITS =
      "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

  /** Accents that stand alone, and those that join the letter before them, in the same order. */
  private static final String ACCENTS =
      "`\u00B4^\u02C6~\u02DC\u00A8\u02D9\u00B8\u02DA\u02C7\u02D8\u02DD\u02DB\u00AF";

  private static final String COMBINING =
      "\u0300\u0301\u0302\u0302\u0303\u0303\u0308\u0307\u0327\u030A\u030C\u0306\u030B\u0328\u0304";

  private Characters() {}

  /**
   * Ligatures as the letters that they join, blanks of every width as one kind, nothing for
   * characters without a shape. Everything else stays as it is.
   */
  static void append(StringBuilder text, String glyph) {
    for (int i = 0; i < glyph.length(); i++) {
      char c = glyph.charAt(i);
      if (c >= '\uFB00' && c <= '\uFB06') {
        text.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (c == '\u00AD') {
        text.append('-');
      } else if (c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\uFEFF') {
        continue;
      } else if (c < ' ') {
        text.append(' ');
      } else {
        text.append(c);
      }
    }
  }

  /** Letters and accents in one character where there is one; nothing else is changed. */
  static String composed(CharSequence text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text.toString()
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Joins the last character of a word with a glyph printed over it, if one of them is an accent
   * and the other a letter.
   *
   * @return whether it did
   */
  static boolean accent(StringBuilder text, String glyph) {
    if (text.isEmpty() || glyph.length() != 1) {
      return false;
    }
    int end = text.length() - 1;
    char before = text.charAt(end);
    char after = glyph.charAt(0);
    boolean accentFirst = ACCENTS.indexOf(before) >= 0;
    int accent = ACCENTS.indexOf(accentFirst ? before : after);
    char letter = accentFirst ? after : before;
    if (accent < 0 || !Character.isLetter(letter)) {
      return false;
    }
    char base = letter == '\u0131' ? 'i' : letter == '\u0237' ? 'j' : letter;
    text.setLength(end);
    text.append(base).append(COMBINING.charAt(accent));
    return true;
  }

  /** Digits and signs as their superscript or subscript forms, where every character has one. */
  static String shifted(String text, int raise) {
    StringBuilder shifted = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        shifted.append((raise > 0 ? SUPERSCRIPT_DIGITS : SUBSCRIPT_DIGITS).charAt(c - '0'));
      } else if (c == '-' || c == '\u2212' || c == '\u2013') {
        shifted.append(raise > 0 ? '\u207B' : '\u208B');
      } else if (c == '+') {
        shifted.append(raise > 0 ? '\u207A' : '\u208A');
      } else {
        return text;
      }
    }
    return shifted.toString();
  }
}
