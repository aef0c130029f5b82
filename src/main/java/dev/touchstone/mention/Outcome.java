package dev.touchstone.mention;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param code {@code PFS}, {@code ORR}, {@code AE}, … or {@code OTHER}
 * @param label the words of the document: {@code 6-Month PFS Rate}
 * @param statistic {@code median}, {@code mean}, {@code rate}, …
 * @param at time point
 * @param grade {@code 3}, {@code 3-4}, {@code any}
 * @param term adverse event or free endpoint, in lower case
 * @param population the part of the study that it was measured in: {@code L-Sarcomas}
 * @param use {@code endpoint} where it is announced, {@code result} where it is reported
 */
public record Outcome(
    String code,
    String label,
    @Nullable String statistic,
    @Nullable TimePoint at,
    @Nullable String grade,
    @Nullable String term,
    @Nullable String population,
    @Nullable String use)
    implements Normal {

  /** The same free outcome where fewer words name it. */
  Outcome labelled(String words) {
    String lower = term == null ? null : words.toLowerCase(Locale.ROOT);
    return new Outcome(code, words, statistic, at, grade, lower, population, use);
  }

  /** A time since randomisation or start of treatment, with a UCUM unit: 6 {@code mo}. */
  public record TimePoint(BigDecimal value, String unit) {}
}
