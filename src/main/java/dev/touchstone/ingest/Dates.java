package dev.touchstone.ingest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as documents print them, in the form of ISO 8601 and as precise as stated. */
final class Dates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern ISO =
      Pattern.compile("\\b((?:19|20)\\d\\d)(?:-(0[1-9]|1[0-2])(?:-([0-3]\\d))?)?\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(?:([0-3]?\\d)(?:st|nd|rd|th)?\\.? )?([A-Za-z]{3,9})\\.? ((?:19|20)\\d\\d)\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b([A-Za-z]{3,9})\\.? ([0-3]?\\d)(?:st|nd|rd|th)?, ?((?:19|20)\\d\\d)\\b");

  private Dates() {}

  static @Nullable String iso(String printed) {
    String text = printed.length() > 80 ? printed.substring(0, 80) : printed;
    Matcher matcher = MONTH_FIRST.matcher(text);
    if (matcher.find() && month(matcher.group(1)) > 0) {
      return form(matcher.group(3), month(matcher.group(1)), matcher.group(2));
    }
    matcher = DAY_FIRST.matcher(text);
    if (matcher.find() && month(matcher.group(2)) > 0) {
      return form(matcher.group(3), month(matcher.group(2)), matcher.group(1));
    }
    matcher = ISO.matcher(text);
    return matcher.find() ? matcher.group() : null;
  }

  private static int month(String name) {
    return name.length() < 3 ? 0 : MONTHS.indexOf(Words.lower(name.substring(0, 3))) + 1;
  }

  static String form(String year, int month, @Nullable String day) {
    String date = year + (month < 10 ? "-0" : "-") + month;
    return day == null ? date : date + (day.length() == 1 ? "-0" : "-") + day;
  }
}
