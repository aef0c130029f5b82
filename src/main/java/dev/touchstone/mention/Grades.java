package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds grades of severity: {@code Grade 3/4}, {@code grade III or IV}, {@code grade ≥3}, {@code
 * any grade}.
 */
final class Grades {

  /** A grade as the contract has it, {@code 3}, {@code 3-4} or {@code any}. */
  record Grade(int start, int end, String value) {}

  private static final String STEP = "(III|II|IV|I|V|[0-5])";
  private static final Pattern GRADE =
      Pattern.compile(
          "(?<![\\p{L}])(?:(?:CTCAE|NCI|CTC|WHO|toxicity)[\\s-]+)?(?:[Gg]rades?|[Gg]r\\.?)[\\s:-]*(≥|>=|>)?\\s?"
              + STEP
              + "(?![\\p{L}\\d.]?\\d)(?![\\p{L}])"
              + "(?:\\s*(?:/|-|–|to|or|and|,)\\s*(?:[Gg]rades?\\s)?"
              + STEP
              + "(?![\\p{L}\\d])(?!\\s?(?:%|\\())"
              + "(?:\\s*(?:/|-|–|to|or|and|,|, or|, and)\\s*(?:[Gg]rades?\\s)?"
              + STEP
              + "(?![\\p{L}\\d]))?)?"
              + "(\\s*\\+|\\s*(?:or|and) (?:higher|above|more|greater|worse|over))?");
  private static final Pattern ANY =
      Pattern.compile(
          "(?<![\\p{L}])(?:(?:any|all)[ -]grades?|of any grade)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private Grades() {}

  static List<Grade> in(String text) {
    List<Grade> grades = new ArrayList<>();
    if (!text.toLowerCase(Locale.ROOT).contains("gr")) {
      return grades;
    }
    Matcher matcher = GRADE.matcher(text);
    while (matcher.find()) {
      grades.add(new Grade(matcher.start(), matcher.end(), value(matcher)));
    }
    Matcher any = ANY.matcher(text);
    while (any.find()) {
      grades.add(new Grade(any.start(), any.end(), "any"));
    }
    grades.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return grades;
  }

  private static String value(Matcher matcher) {
    int low = Integer.parseInt(StudyPhraseFinder.digit(matcher.group(2)));
    int high = low;
    for (int group = 3; group <= 4; group++) {
      if (matcher.group(group) != null) {
        high = Math.max(high, Integer.parseInt(StudyPhraseFinder.digit(matcher.group(group))));
      }
    }
    String sign = matcher.group(1);
    if (matcher.group(5) != null || (sign != null && !sign.equals(">"))) {
      high = 5;
    } else if (sign != null) {
      low = Math.min(5, low + 1);
      high = 5;
    }
    return low == high ? String.valueOf(low) : low + "-" + high;
  }
}
