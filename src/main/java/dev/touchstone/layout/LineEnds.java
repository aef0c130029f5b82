package dev.touchstone.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides what the end of a line stands for, by what the document writes elsewhere: whether a
 * hyphen belongs to the word or only to the line, and whether a blank is due before a citation.
 */
final class LineEnds {

  private static final Set<String> PREFIXES =
      Set.of(
          "non",
          "post",
          "pre",
          "anti",
          "self",
          "long",
          "short",
          "well",
          "high",
          "low",
          "first",
          "second",
          "third",
          "follow",
          "dose",
          "open",
          "double",
          "single",
          "half",
          "time",
          "event",
          "progression",
          "disease",
          "two",
          "three",
          "four",
          "five",
          "six",
          "one",
          "multi",
          "co",
          "cross",
          "in",
          "all",
          "mid",
          "semi",
          "sub",
          "ex",
          "quasi",
          "pro",
          "age",
          "head");

  private final Set<String> words = new HashSet<>();
  private int touching;
  private int apart;

  /** Learns the words of the lines, but for those that a line's end may have cut. */
  void learn(List<Line> lines) {
    for (Line line : lines) {
      List<Word> all = line.words();
      for (int i = 0; i < all.size(); i++) {
        String word = bare(all.get(i).text());
        countCitation(all, i);
        boolean cut = i == all.size() - 1 && all.get(i).text().endsWith("-");
        if (!cut && word.length() > 1) {
          words.add(word);
          int hyphen = word.indexOf('-');
          if (hyphen > 1) {
            words.add(word.substring(0, hyphen));
            words.add(word.substring(hyphen + 1));
          }
        }
      }
    }
  }

  private void countCitation(List<Word> line, int index) {
    String text = line.get(index).text();
    int bracket = text.indexOf('[');
    if (bracket >= 0 && isCitation(text.substring(bracket))) {
      if (bracket > 0 || index > 0 && line.get(index).touches(line.get(index - 1))) {
        touching++;
      } else if (index > 0) {
        apart++;
      }
    }
  }

  /** Whether a citation that opens a line follows the words above without a blank. */
  boolean joinsCitation(String next) {
    return touching > apart && isCitation(next);
  }

  private static boolean isCitation(String text) {
    return text.length() > 2 && text.charAt(0) == '[' && Character.isDigit(text.charAt(1));
  }

  /** Whether to leave the hyphen out when the two parts are joined. */
  boolean undo(String before, String after) {
    String first = bare(before);
    String second = bare(after);
    if (!before.endsWith("-")
        || second.isEmpty()
        || !Character.isLowerCase(second.charAt(0))
        || !Character.isLowerCase(after.charAt(0))) {
      return false;
    }
    String start = first.substring(0, first.length() - (first.endsWith("-") ? 1 : 0));
    if (start.length() < 2 || !start.chars().allMatch(Character::isLetter)) {
      return false;
    }
    String joined = start + second;
    if (words.contains(joined)) {
      return true;
    }
    if (words.contains(start + "-" + second) || PREFIXES.contains(start)) {
      return false;
    }
    boolean bothKnown = words.contains(start) && words.contains(second);
    return !bothKnown && second.chars().allMatch(Character::isLetter);
  }

  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
      start++;
    }
    while (end > start
        && !Character.isLetterOrDigit(word.charAt(end - 1))
        && word.charAt(end - 1) != '-') {
      end--;
    }
    return word.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
