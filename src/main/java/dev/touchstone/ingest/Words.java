package dev.touchstone.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares the words of headings and labels whatever their case, numbering and punctuation. */
final class Words {

  private Words() {}

  /**
   * Small letters and figures, one blank between words, no numbering: {@code 2.1 Dose & Route:} is
   * {@code dose and route}.
   */
  static String normalise(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = numberingEnd(text); i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      } else if (c == '&') {
        separate(out);
        out.append("and ");
      } else if (c != '\'' && c != '’' && !Blanks.isWidthless(c)) {
        separate(out);
      }
    }
    return out.toString().strip();
  }

  private static void separate(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  static boolean startsWith(String normalised, String phrase) {
    return normalised.startsWith(phrase)
        && (normalised.length() == phrase.length() || normalised.charAt(phrase.length()) == ' ');
  }

  /**
   * Where the words begin after {@code 2.}, {@code 2.1}, {@code IV.}, {@code (a)} or {@code A.}.
   */
  static int numberingEnd(String text) {
    int at = 0;
    while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
      at++;
    }
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at > start && Character.isDigit(text.charAt(start))) {
      boolean closed =
          text.charAt(at - 1) == '.'
              || (at < text.length() && (text.charAt(at) == ')' || text.charAt(at) == ':'));
      boolean decimal = text.substring(start, at).indexOf('.') > 0;
      if (at < text.length() && (text.charAt(at) == ')' || text.charAt(at) == ':')) {
        at++;
      }
      if ((closed || decimal) && at < text.length() && Blanks.isBlank(text.charAt(at))) {
        return at + 1;
      }
      return start;
    }
    at = start;
    while (at < text.length() && "IVX".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == start && at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'H') {
      at++;
    }
    boolean roman =
        at > start
            && at + 1 < text.length()
            && ".)".indexOf(text.charAt(at)) >= 0
            && text.charAt(at + 1) == ' ';
    return roman ? at + 2 : start;
  }

  /** How many levels a decimal numbering names: 2 for {@code 3.1 Dose}; 0 without numbering. */
  static int numberingDepth(String text) {
    int end = numberingEnd(text);
    if (end == 0 || text.isBlank() || !Character.isDigit(text.strip().charAt(0))) {
      return 0;
    }
    int depth = 0;
    boolean inNumber = false;
    for (int i = 0; i < end; i++) {
      boolean digit = Character.isDigit(text.charAt(i));
      depth += digit && !inNumber ? 1 : 0;
      inNumber = digit;
    }
    return depth;
  }

  /** The last step of a path in capitals: {@code METHODS} of {@code ABSTRACT.METHODS}. */
  static String afterPath(String title) {
    int dot = title.indexOf('.');
    boolean path =
        dot > 2
            && dot + 1 < title.length()
            && Character.isUpperCase(title.charAt(dot - 1))
            && Character.isUpperCase(title.charAt(dot - 2))
            && (Character.isUpperCase(title.charAt(dot + 1))
                || Character.isDigit(title.charAt(dot + 1)));
    return path ? title.substring(dot + 1) : title;
  }

  /** {@code STATISTICAL ANALYSIS:}, alone on its line. */
  static boolean isCapitalLabel(String line) {
    int letters = 0;
    for (int i = 0; i < line.length(); i++) {
      letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
      if (Character.isLowerCase(line.charAt(i))) {
        return false;
      }
    }
    return letters >= 4
        && line.length() <= 100
        && line.endsWith(":")
        && Character.isUpperCase(line.charAt(0));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static List<String> split(CharSequence text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < text.length() && !Blanks.isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(text.subSequence(start, at).toString());
      }
    }
    return words;
  }
}
