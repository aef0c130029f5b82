package dev.touchstone.mention;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Abbreviations in brackets behind the words that they stand for. */
final class Initials {

  private static final Pattern BRACKET =
      Pattern.compile("\\s?[(\\[]\\s?([\\p{L}\\d/&+-]{2,10})\\s?[)\\]]");

  private Initials() {}

  /**
   * Where the bracket ends that abbreviates the words before it; the end of the words where none
   * does.
   */
  static int end(String text, int start, int end) {
    Matcher bracket = BRACKET.matcher(text).region(end, text.length());
    return bracket.lookingAt() && areOf(bracket.group(1), text.substring(start, end))
        ? bracket.end()
        : end;
  }

  /**
   * Whether letters stand for words: each is found in them in this order, the first at the
   * beginning of a word, and there are more capitals than small letters.
   */
  static boolean areOf(String letters, String words) {
    String bare = letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    long capitals = bare.chars().filter(Character::isUpperCase).count();
    if (bare.length() < 2 || capitals * 2 < bare.length()) {
      return false;
    }
    String lower = words.toLowerCase(Locale.ROOT);
    String wanted = bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    if (wanted.isEmpty()) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      boolean opens = i == 0 || !Character.isLetterOrDigit(lower.charAt(i - 1));
      if (opens && lower.charAt(i) == wanted.charAt(0) && isWithin(wanted, lower, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(String wanted, String words, int from) {
    int next = 0;
    for (int i = from; i < words.length() && next < wanted.length(); i++) {
      if (words.charAt(i) == wanted.charAt(next)) {
        next++;
      }
    }
    return next == wanted.length();
  }
}
