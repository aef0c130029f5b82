package dev.touchstone.mention;

import dev.touchstone.mention.Outcome.TimePoint;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the times at which something was measured: {@code 6-month}, {@code at 12 weeks}, {@code at
 * week 24}.
 */
final class TimePoints {

  /**
   * @param adjective whether it stands before what was measured, as {@code 6-month} does
   */
  record Found(int start, int end, TimePoint at, boolean adjective) {}

  private static final String COUNT =
      "(\\d{1,3}(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)";
  private static final String TIME = "(day|week|month|year|yr|wk|mo|hour|h|min|minute)";

  /** A time with a range in brackets was measured: {@code at 195 min (158-219 min)}. */
  private static final String RANGE_BEHIND =
      "(?!\\s?[(\\[]\\d[\\d.]*\\s?(?:[-–—]|to)\\s?\\d[\\d.]*\\s?(?:\\p{L}{1,8})?\\s?[)\\]])";

  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "(?<![\\p{L}\\d.])" + COUNT + "[-\\u2010\\u2011]" + TIME + "(?!s|\\p{L})",
          Pattern.CASE_INSENSITIVE);

  /** Without hyphen, {@code 6 month survival}; a unit in the singular behind more than one. */
  private static final Pattern OPEN_ADJECTIVE =
      Pattern.compile(
          "(?<![\\p{L}\\d.])(?!(?:1|one)\\s)" + COUNT + "\\s(day|week|month|year)(?!s|\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AT =
      Pattern.compile(
          "(?<![\\p{L}\\d])at (?:the end of )?(?:(?:about|approximately) )?"
              + COUNT
              + "[-\\s]"
              + TIME
              + "s?(?!\\p{L})"
              + RANGE_BEHIND,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_WEEK =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:at |by )?"
              + "(day|week|month|year) (\\d{1,3})(?![\\d.]|\\s?%| to | and )",
          Pattern.CASE_INSENSITIVE);

  private TimePoints() {}

  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    add(found, AT.matcher(text), 1, 2, false);
    add(found, AT_WEEK.matcher(text), 2, 1, false);
    add(found, ADJECTIVE.matcher(text), 1, 2, true);
    add(found, OPEN_ADJECTIVE.matcher(text), 1, 2, true);
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  private static void add(
      List<Found> found, Matcher matcher, int count, int unit, boolean adjective) {
    while (matcher.find()) {
      ReportedNumber number = Numbers.parse(matcher.group(count));
      boolean known =
          found.stream()
              .anyMatch(one -> one.start() < matcher.end() && matcher.start() < one.end());
      if (number != null && !known) {
        TimePoint at = new TimePoint(number.value(), unit(matcher.group(unit)));
        found.add(new Found(matcher.start(), matcher.end(), at, adjective));
      }
    }
  }

  private static String unit(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower.charAt(0)) {
      case 'd' -> "d";
      case 'w' -> "wk";
      case 'y' -> "a";
      case 'h' -> "h";
      default -> lower.startsWith("min") ? "min" : "mo";
    };
  }
}
