package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the end of a line stands for, by what the document writes elsewhere: whether a
 * hyphen belongs to the word or only to the line, and whether a blank is due between the lines.
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

  private static final String[] NONE = {};

  /** Words before which a hyphen hangs: {@code high- and low-dose}. */
  private static final Set<String> JOINING =
      Set.of("and", "or", "to", "nor", "versus", "vs", "und", "oder", "bis");

  /** Ends of words that are no words themselves. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:[tscx]i(?:on|ve|al|ous|ble|fy).*|ments?|ings?|ness|ity|ities|ically|ally|ance|ence"
              + "|[bp]le|ous|[tlmn]y|[tr]ed|ed|ers?|al|ly|es|ic|est)");

  /** A share of lines with hyphens at their ends that whole words with hyphens alone never give. */
  private static final double HYPHENATED = 0.045;

  private static final int FEWEST_GLYPHS = 25;

  /** A word whose first part ends a line. */
  private record Cut(String start, String rest) {}

  private final Map<String, Integer> words = new HashMap<>();
  private final List<Cut> cuts = new ArrayList<>();
  private int lines;
  private int touching;
  private int apart;
  private @Nullable Boolean hyphenates;

  /** Learns the words of the lines, but for those that a line's end may have cut. */
  void learn(List<Line> page) {
    Line above = null;
    for (Line line : page) {
      lines += line.glyphs() >= FEWEST_GLYPHS ? 1 : 0;
      List<Word> all = line.words();
      int i = 0;
      while (i < all.size()) {
        StringBuilder whole = new StringBuilder();
        int from = i;
        do {
          countCitation(all, i);
          whole.append(all.get(i).text());
          i++;
        } while (i < all.size() && all.get(i).touches(all.get(i - 1)));
        boolean cut = i == all.size() && endsWithHyphen(whole);
        boolean rest = from == 0 && above != null && endsWithHyphen(above.last().text());
        if (!cut && !rest) {
          know(bare(whole.toString()));
        } else if (rest && above != null) {
          cuts.add(new Cut(start(lastWord(above)), bare(whole.toString())));
        }
      }
      above = line;
    }
  }

  private void know(String word) {
    if (word.length() > 1) {
      words.merge(word, 1, Integer::sum);
      for (String part : word.indexOf('-') > 0 ? word.split("-") : NONE) {
        words.merge(part, 1, Integer::sum);
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
  private boolean joinsCitation(String next) {
    return touching > apart && isCitation(next);
  }

  private static boolean isCitation(String text) {
    return text.length() > 2 && text.charAt(0) == '[' && Character.isDigit(text.charAt(1));
  }

  /** Whether the end of a line and the beginning of the next stand together without a blank. */
  boolean joins(Line above, Line next) {
    String before = lastWord(above);
    String after = firstWord(next);
    int length = before.length();
    char opening = after.charAt(0);
    if (joinsCitation(after)) {
      return true;
    }
    if (length < 2) {
      return false;
    }
    char end = before.charAt(length - 1);
    char inner = before.charAt(length - 2);
    boolean goesOn = Character.isLetterOrDigit(opening);
    boolean wordBefore = Character.isLetterOrDigit(inner);
    if (endsWithHyphen(before)) {
      return goesOn && (wordBefore || ")]-".indexOf(inner) >= 0) && !JOINING.contains(bare(after));
    }
    if (end == '\u2013' || end == '\u2014' || end == '/') {
      return wordBefore && (goesOn || opening == '(');
    }
    if (isAddress(before) && "?=&_#%".indexOf(end) >= 0) {
      return true;
    }
    return opening == '\u2014'
        && after.length() > 1
        && Character.isLetterOrDigit(after.charAt(1))
        && Character.isLetterOrDigit(end);
  }

  private static boolean isAddress(String word) {
    return word.contains("://") || word.contains("www.");
  }

  /** Whether to leave the hyphen out when the words at two lines' ends are joined. */
  boolean undo(Line above, Line next) {
    String before = lastWord(above);
    String after = firstWord(next);
    return endsWithHyphen(before)
        && Character.isLowerCase(after.charAt(0))
        && !isAddress(before)
        && isOfLine(new Cut(start(before), bare(after)), true);
  }

  private boolean isOfLine(Cut cut, boolean guess) {
    String start = cut.start();
    String rest = cut.rest();
    if (start.length() < 2 || rest.isEmpty() || !start.chars().allMatch(Character::isLetter)) {
      return false;
    }
    int joined = count(start + rest);
    int parted = count(start + "-" + rest);
    if (joined > 0 || parted > 0) {
      return joined > parted;
    }
    boolean letters = rest.chars().allMatch(Character::isLetter);
    if (!guess || !letters || PREFIXES.contains(start) || count(start) > 0 && count(rest) > 0) {
      return false;
    }
    return ENDING.matcher(rest).matches() && count(rest) == 0 || hyphenates();
  }

  /** Whether words are parted at the ends of lines, or only those that have a hyphen anyway. */
  private boolean hyphenates() {
    if (hyphenates == null) {
      int soft = 0;
      int hard = 0;
      for (Cut cut : cuts) {
        boolean known = count(cut.start() + "-" + cut.rest()) > 0;
        boolean parts = count(cut.start()) > 0 && count(cut.rest()) > 0;
        if (isOfLine(cut, false)) {
          soft++;
        } else if (known || parts) {
          hard++;
        }
      }
      hyphenates = soft + hard > 2 ? soft > hard : cuts.size() > HYPHENATED * lines;
    }
    return hyphenates;
  }

  private int count(String word) {
    return words.getOrDefault(word, 0);
  }

  /** The whole word at the end of a line, whatever faces its parts have. */
  private static String lastWord(Line line) {
    List<Word> words = line.words();
    int from = words.size() - 1;
    while (from > 0 && words.get(from).touches(words.get(from - 1))) {
      from--;
    }
    StringBuilder text = new StringBuilder();
    words.subList(from, words.size()).forEach(word -> text.append(word.text()));
    return text.toString();
  }

  private static String firstWord(Line line) {
    List<Word> words = line.words();
    StringBuilder text = new StringBuilder(words.get(0).text());
    for (int i = 1; i < words.size() && words.get(i).touches(words.get(i - 1)); i++) {
      text.append(words.get(i).text());
    }
    return text.toString();
  }

  private static boolean endsWithHyphen(CharSequence word) {
    int last = word.length() - 1;
    return last > 0 && (word.charAt(last) == '-' || word.charAt(last) == '\u2010');
  }

  /** The part before the hyphen. */
  private static String start(String cut) {
    String bare = bare(cut.substring(0, cut.length() - 1));
    return bare.substring(Math.max(bare.lastIndexOf('-'), bare.lastIndexOf('/')) + 1);
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
