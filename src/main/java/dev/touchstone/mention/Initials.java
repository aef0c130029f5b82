package dev.touchstone.mention;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Abbreviations in brackets behind the words that they stand for. */
final class Initials {

  private static final Pattern BRACKET =
      Pattern.compile("\\s?[(\\[]\\s?([\\p{L}\\d/&+-]{2,10})\\s?[)\\]]");

  private Initials() {}

  /**
   * A bracket with letters in it.
   *
   * @param end one past its last character
   */
  record Bracket(String letters, int end) {}

  /** The bracket of letters that opens at a character, blanks before it skipped; or null. */
  static @Nullable Bracket bracket(String text, int at) {
    Matcher bracket = BRACKET.matcher(text).region(at, text.length());
    return bracket.lookingAt() ? new Bracket(bracket.group(1), bracket.end()) : null;
  }

  /**
   * Where the bracket ends that abbreviates the words before it; the end of the words where none
   * does.
   */
  static int end(String text, int start, int end) {
    Bracket bracket = bracket(text, end);
    return bracket != null && areOf(bracket.letters(), text.substring(start, end))
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
