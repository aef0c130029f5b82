package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts of none beside a count of some: {@code in 14 patients receiving A and none receiving
 * placebo}, {@code three women against no man}.
 */
final class NoneCounts {

  private static final Pattern NONE =
      Pattern.compile(
          "(?:[,;(]\\s?|\\b(?:and|but|or|vs\\.?|versus|with|to|than|whereas|while)\\s)(?:in\\s)?"
              + "(?<none>none(?=\\s(?:of|in|on|with|for|after|receiving|taking|given|treated|who|among|from)\\b|\\s?[),.;])"
              + "|no(?=\\s(?:patients?|subjects?|participants?|women|woman|men|man|child(?:ren)?|individuals?|controls?)\\b"
              + "\\s(?:in|on|with|receiving|taking|given|treated|who|among|from)\\b))",
          Pattern.CASE_INSENSITIVE);

  private NoneCounts() {}

  static void find(Reading reading) {
    Matcher matcher = NONE.matcher(reading.text());
    while (!reading.isCell() && matcher.find()) {
      int at = matcher.start("none");
      int end = matcher.end("none");
      if (isBesideCount(reading, at) && !reading.isSpent(at, end)) {
        ReportedNumber none = new ReportedNumber(matcher.group("none"), BigDecimal.ZERO);
        Measure zero = FigureReader.plain(Kind.COUNT, none, null);
        reading.add(new Draft(MentionType.MEASURE, at, end, "none beside a count of some", zero));
      }
    }
  }

  private static boolean isBesideCount(Reading reading, int at) {
    return reading
        .covering(MentionType.MEASURE, reading.sentenceStart(at), at)
        .map(draft -> ((Measure) draft.normal()).kind())
        .anyMatch(kind -> kind == Kind.COUNT || kind == Kind.PERCENT || kind == Kind.FRACTION);
  }
}
