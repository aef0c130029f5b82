package dev.touchstone.mention;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statistic that the words of a name tell: {@code median survival}, {@code response rate}. */
final class StatisticWords {

  private static final Pattern MEAN =
      Pattern.compile("\\b(?:mean|average)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern RATE =
      Pattern.compile(
          "\\b(?:rates?|incidences?|frequency|prevalence|proportions?|percentages?|probabilit(?:y|ies))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MEDIAN = Pattern.compile("median", Pattern.CASE_INSENSITIVE);

  private StatisticWords() {}

  /** {@code median}, {@code mean}, {@code rate}, or null where the words tell none. */
  static @Nullable String in(String name) {
    if (MEDIAN.matcher(name).find()) {
      return "median";
    }
    if (MEAN.matcher(name).find()) {
      return "mean";
    }
    return RATE.matcher(name).find() ? "rate" : null;
  }
}
