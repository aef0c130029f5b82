package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Capital I and small l are one shape in many faces. They are told apart only where nothing else
 * can be meant: in Roman numerals such as {@code IIb} or {@code I/II}, and in {@code 95% CI}.
 */
final class RomanNumerals {

  private static final Pattern NUMERAL =
      Pattern.compile("[(\\[]?([IVXl|]+[a-c]?(?:[-\u2013/][IVXl|]+[a-c]?)*)[.,:;)\\]]*");

  private static final Pattern INTERVAL = Pattern.compile("(Cl)[.,:;)\\]]*");

  private RomanNumerals() {}

  /**
   * @param before the word before it in its line; empty for the first
   */
  static List<Mark> read(List<Mark> marks, String before) {
    StringBuilder text = new StringBuilder();
    marks.forEach(mark -> text.append(mark.text()));
    if (text.length() != marks.size()) {
      return marks;
    }
    Matcher numeral = NUMERAL.matcher(text);
    Matcher interval = INTERVAL.matcher(text);
    boolean certain =
        numeral.matches() && isNumeral(numeral.group(1), before)
            || interval.matches() && before.endsWith("%");
    if (!certain) {
      return marks;
    }
    List<Mark> read = new ArrayList<>();
    for (Mark mark : marks) {
      read.add(mark.text().equals("l") || mark.text().equals("|") ? mark.reading("I") : mark);
    }
    return read;
  }

  private static boolean isNumeral(String word, String before) {
    boolean amidSentence =
        !before.isEmpty() && !".:?!".contains(before.substring(before.length() - 1));
    if (word.equals("Ill")) {
      // The word begins a sentence or is written small.
      return amidSentence;
    }
    return word.length() > 1 && word.matches(".*[IVX].*");
  }
}
