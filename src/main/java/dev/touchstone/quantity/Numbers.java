package dev.touchstone.quantity;

import dev.touchstone.quantity.PrintedNumber.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a text: {@code 1,006}, {@code .642}, {@code 0·82}, {@code 1.5 × 10⁹}, {@code
 * eleven}, {@code one third}. Digits within names, such as {@code FGFR2}, are no numbers, nor are
 * ordinals.
 */
public final class Numbers {

  private final String text;
  private final List<PrintedNumber> found = new ArrayList<>();

  private Numbers(String text) {
    this.text = text;
  }

  /** The numbers of a text in their order. */
  public static List<PrintedNumber> in(String text) {
    Numbers scan = new Numbers(text);
    scan.run();
    return scan.found;
  }

  /**
   * The number that a text is, blanks around it aside; null where it is more or less than one
   * number.
   */
  public static @Nullable ReportedNumber parse(String text) {
    String stripped = text.strip();
    List<PrintedNumber> numbers = in(stripped);
    if (numbers.size() != 1) {
      return null;
    }
    PrintedNumber only = numbers.get(0);
    return only.start() == 0 && only.end() == stripped.length() ? only.number() : null;
  }

  private void run() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isDigit(c) || (c == '.' && startsDecimal(at))) {
        at = digits(at);
      } else if (Character.isLetter(c)) {
        at = word(at);
      } else {
        at++;
      }
    }
  }

  /** A dot before digits that nothing else claims: {@code P=.02}. */
  private boolean startsDecimal(int at) {
    return at + 1 < text.length()
        && isDigit(text.charAt(at + 1))
        && (at == 0
            || !(Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '.'));
  }

  private int digits(int from) {
    int end = from;
    StringBuilder plain = new StringBuilder();
    while (end < text.length() && isDigit(text.charAt(end))) {
      plain.append(text.charAt(end++));
    }
    int next = end;
    while (plain.length() > 0 && plain.charAt(0) != '0' && groupFollows(next)) {
      plain.append(text, next + 1, next + 4);
      next += 4;
      end = next;
    }
    boolean commaDecimal =
        plain.length() == 1
            && plain.charAt(0) == '0'
            && end < text.length()
            && text.charAt(end) == ',';
    if (end + 1 < text.length()
        && (isPoint(text.charAt(end)) || commaDecimal)
        && isDigit(text.charAt(end + 1))) {
      plain.append('.');
      end++;
      while (end < text.length() && isDigit(text.charAt(end))) {
        plain.append(text.charAt(end++));
      }
      // 1.2.3 is a version, a date or a section.
      if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
        return skipDotted(end);
      }
    }
    if (isOrdinal(end)) {
      return end + 2;
    }
    BigDecimal value = new BigDecimal(plain.charAt(0) == '.' ? "0" + plain : plain.toString());
    int afterPower = powerOfTen(end);
    if (afterPower > end) {
      value = value.scaleByPowerOfTen(exponent(end, afterPower));
      end = afterPower;
    }
    int start = from;
    if (isMinus(from)) {
      start = from - 1;
      value = value.negate();
    }
    found.add(
        new PrintedNumber(
            start, end, new ReportedNumber(text.substring(start, end), value), Form.DIGITS));
    return end;
  }

  /** A separator and three more digits: {@code ,006}. */
  private boolean groupFollows(int at) {
    if (at + 3 >= text.length() || digitsBefore(at) > 3) {
      return false;
    }
    char separator = text.charAt(at);
    return (separator == ','
            || separator == '\u00A0'
            || separator == '\u2009'
            || separator == '\u202F')
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at + 2))
        && isDigit(text.charAt(at + 3))
        && (at + 4 >= text.length() || !isDigit(text.charAt(at + 4)));
  }

  private int digitsBefore(int at) {
    int count = 0;
    while (at - 1 - count >= 0 && isDigit(text.charAt(at - 1 - count))) {
      count++;
    }
    return count;
  }

  private int skipDotted(int at) {
    int end = at;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private boolean isOrdinal(int at) {
    if (at + 2 > text.length()
        || (at + 2 < text.length() && Character.isLetter(text.charAt(at + 2)))) {
      return false;
    }
    String ending = text.substring(at, at + 2).toLowerCase(Locale.ROOT);
    return ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th");
  }

  /** A minus sign is one where no number, word or closing bracket stands before it. */
  private boolean isMinus(int from) {
    if (from == 0) {
      return false;
    }
    char sign = text.charAt(from - 1);
    if (sign != '-' && sign != '\u2212' && sign != '\u2013') {
      return false;
    }
    if (from == 1) {
      return true;
    }
    char before = text.charAt(from - 2);
    if (sign == '\u2013' && Character.isWhitespace(before)) {
      return false;
    }
    // In +/-3 the sign belongs to the spread.
    return Character.isWhitespace(before) && !spread(from - 2) || "([=<>±,;:".indexOf(before) >= 0;
  }

  /** Whether a blank follows {@code +/}, as in {@code + / - 3}. */
  private boolean spread(int blank) {
    return blank > 0 && text.charAt(blank - 1) == '/';
  }

  /** The end of {@code × 10⁹} or {@code x 10^9}; the given position where there is none. */
  private int powerOfTen(int from) {
    int at = skipBlanks(from);
    if (at >= text.length() || "×x·*".indexOf(text.charAt(at)) < 0) {
      return from;
    }
    at = skipBlanks(at + 1);
    if (!text.startsWith("10", at)) {
      return from;
    }
    at += 2;
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    int first = at;
    while (at < text.length()
        && (superscript(text.charAt(at)) >= 0
            || isDigit(text.charAt(at))
            || (at == first && "-−⁻".indexOf(text.charAt(at)) >= 0))) {
      at++;
    }
    return at > first && at - first <= 4 ? at : from;
  }

  private int exponent(int from, int to) {
    int at = text.indexOf("10", from) + 2;
    int exponent = 0;
    boolean negative = false;
    for (int i = at; i < to; i++) {
      char c = text.charAt(i);
      negative |= "-−⁻".indexOf(c) >= 0;
      int digit = isDigit(c) ? c - '0' : superscript(c);
      exponent = digit < 0 ? exponent : exponent * 10 + digit;
    }
    return negative ? -exponent : exponent;
  }

  private int skipBlanks(int at) {
    int end = at;
    while (end < text.length() && end - at < 2 && Character.isSpaceChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int word(int from) {
    int end = wordEnd(from);
    String first = lower(from, end);
    if (!NumberWords.begins(first) || end - from != first.length()) {
      return end;
    }
    int at;
    if (first.equals("half")) {
      add(from, end, NumberWords.share(1, 2), Form.FRACTION);
      return end;
    }
    int[] below = belowHundred(from);
    if (below == null) {
      return end;
    }
    int whole = 0;
    int group = below[0];
    at = below[1];
    for (int next = nextWord(at); next >= 0; next = nextWord(at)) {
      String word = lower(next, wordEnd(next));
      if (word.equals("hundred")) {
        group *= 100;
      } else if (word.equals("thousand")) {
        whole += group * 1000;
        group = 0;
      } else {
        break;
      }
      at = wordEnd(next);
      // One hundred and seventy-nine; "two hundred and" may as well begin something new.
      int more = nextWord(at);
      if (more >= 0 && lower(more, wordEnd(more)).equals("and")) {
        more = nextWord(wordEnd(more));
      }
      int[] rest = more < 0 ? null : belowHundred(more);
      if (rest != null) {
        group += rest[0];
        at = rest[1];
      }
    }
    int value = whole + group;
    int part = nextWord(at);
    Integer parts = part < 0 ? null : NumberWords.part(lower(part, wordEnd(part)));
    if (parts != null) {
      add(from, wordEnd(part), NumberWords.share(value, parts), Form.FRACTION);
      return wordEnd(part);
    }
    int half = text.startsWith(" and a half", at) ? at + 11 : at;
    BigDecimal number = BigDecimal.valueOf(value);
    add(from, half, half > at ? number.add(new BigDecimal("0.5")) : number, Form.WORDS);
    return half;
  }

  /** Value and end of {@code seventy-nine}, {@code eleven}; null where no such word begins. */
  private int @Nullable [] belowHundred(int from) {
    int end = wordEnd(from);
    Integer tens = NumberWords.tens(lower(from, end));
    if (tens == null) {
      Integer small = NumberWords.small(lower(from, end));
      return small == null ? null : new int[] {small, end};
    }
    int next = nextWord(end);
    Integer ones = next < 0 ? null : NumberWords.small(lower(next, wordEnd(next)));
    return ones != null && ones > 0 && ones < 10
        ? new int[] {tens + ones, wordEnd(next)}
        : new int[] {tens, end};
  }

  private void add(int start, int end, BigDecimal value, Form form) {
    found.add(
        new PrintedNumber(start, end, new ReportedNumber(text.substring(start, end), value), form));
  }

  /** The start of the word that follows after one blank or hyphen, or -1. */
  private int nextWord(int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    char gap = text.charAt(at);
    boolean joins = gap == '-' || gap == '\u2010' || gap == '\u2011' || Character.isWhitespace(gap);
    return joins && Character.isLetter(text.charAt(at + 1)) ? at + 1 : -1;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private String lower(int start, int end) {
    return end - start > 12 ? "" : text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == '\u00B7' || c == '\u2219';
  }

  private static int superscript(char c) {
    return "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
  }
}
