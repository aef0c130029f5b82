package dev.touchstone.ingest;

import dev.touchstone.document.Passage.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds citations by number: {@code [5]}, {@code [1, 2]}, {@code [1-3]}, {@code [4][5]} and raised
 * figures behind a word.
 */
final class Citations {

  private static final int LARGEST_KEY = 999;
  private static final int LONGEST_RANGE = 50;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Citations() {}

  /** Marks in the order of their ends; one {@code [1-3]} is listed once per key. */
  static List<Mark> in(TracedText text) {
    List<Mark> marks = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = -1;
      if (c == '[') {
        end = bracketed(text, at, marks);
      } else if (SUPERSCRIPTS.indexOf(c) >= 0 && at > 0 && endsSentencePart(text.charAt(at - 1))) {
        end = superscript(text, at, marks);
      }
      at = Math.max(end, at + 1);
    }
    if (text.marks().isEmpty()) {
      return marks;
    }
    for (Mark known : text.marks()) {
      if (marks.stream()
          .noneMatch(found -> found.start() < known.end() && known.start() < found.end())) {
        marks.add(known);
      }
    }
    marks.sort(Comparator.comparingInt(Mark::end).thenComparingInt(Mark::start));
    return marks;
  }

  /**
   * The keys that a list such as {@code 1, 3-5} names, in order; empty if it is something else.
   *
   * @param list without brackets
   */
  static List<String> keys(CharSequence list) {
    List<String> keys = new ArrayList<>();
    int at = skipBlanks(list, 0);
    int previous = -1;
    boolean range = false;
    while (true) {
      int number = 0;
      int digits = 0;
      while (at < list.length() && digits < 4 && list.charAt(at) >= '0' && list.charAt(at) <= '9') {
        number = number * 10 + list.charAt(at) - '0';
        at++;
        digits++;
      }
      if (digits == 0 || number < 1 || number > LARGEST_KEY) {
        return List.of();
      }
      if (range) {
        if (number <= previous || number - previous > LONGEST_RANGE) {
          return List.of();
        }
        for (int between = previous + 1; between < number; between++) {
          keys.add(Integer.toString(between));
        }
      }
      keys.add(Integer.toString(number));
      previous = number;
      at = skipBlanks(list, at);
      if (at == list.length()) {
        return keys;
      }
      char separator = list.charAt(at);
      if (",;-‐‑‒–—".indexOf(separator) < 0 || (range && isDash(separator))) {
        return List.of();
      }
      range = isDash(separator);
      at = skipBlanks(list, at + 1);
    }
  }

  private static int bracketed(TracedText text, int open, List<Mark> marks) {
    int close = open + 1;
    while (close < text.length() && close - open < 80 && isListCharacter(text.charAt(close))) {
      close++;
    }
    if (close >= text.length() || text.charAt(close) != ']') {
      return -1;
    }
    String inside = text.subSequence(open + 1, close);
    List<String> keys = keys(inside);
    if (keys.isEmpty() || (keys.size() > 1 && inside.indexOf(',') < 0 && isInterval(text, open))) {
      return -1;
    }
    for (String key : keys) {
      marks.add(new Mark(key, open, close + 1));
    }
    return close + 1;
  }

  private static int superscript(TracedText text, int start, List<Mark> marks) {
    StringBuilder plain = new StringBuilder();
    int end = start;
    while (end < text.length()) {
      char c = text.charAt(end);
      int digit = SUPERSCRIPTS.indexOf(c);
      boolean separator =
          (c == ',' || c == '–' || c == '⁻')
              && end + 1 < text.length()
              && SUPERSCRIPTS.indexOf(text.charAt(end + 1)) >= 0;
      if (digit < 0 && !separator) {
        break;
      }
      plain.append(digit >= 0 ? (char) ('0' + digit) : c == '⁻' ? '-' : c);
      end++;
    }
    List<String> keys = keys(plain);
    for (String key : keys) {
      marks.add(new Mark(key, start, end));
    }
    return end;
  }

  /** {@code 54 [32-80]} and {@code 95% CI [12-20]} give a range of values and cite nothing. */
  private static boolean isInterval(CharSequence text, int open) {
    if (open == 0 || !Blanks.isBlank(text.charAt(open - 1))) {
      return false;
    }
    int end = open;
    while (end > 0 && Blanks.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end == 0) {
      return false;
    }
    char last = text.charAt(end - 1);
    if (Character.isDigit(last) || last == '%') {
      return true;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.subSequence(start, end).toString();
    return word.equals("CI")
        || word.equals("IQR")
        || word.equalsIgnoreCase("range")
        || word.equalsIgnoreCase("interval");
  }

  static boolean endsSentencePart(char c) {
    return ".,;:!?)]”’\"'".indexOf(c) >= 0;
  }

  private static boolean isListCharacter(char c) {
    return (c >= '0' && c <= '9') || c == ' ' || c == '\u00A0' || ",;".indexOf(c) >= 0 || isDash(c);
  }

  private static boolean isDash(char c) {
    return c == '-' || (c >= '‐' && c <= '—');
  }

  private static int skipBlanks(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
