package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a drug with its schedule. Either {@code value} or {@code low} and {@code high} are
 * there, or only {@code as} for a dose in words such as {@code high-dose}.
 *
 * @param unit UCUM: {@code mg/m2}, {@code mg/kg}, {@code mg}; null only with {@code as}
 * @param route as the contract has it: {@code oral}, {@code intravenous}, …
 * @param days days of the cycle: {@code 1-14}, {@code 1,8,15}
 * @param daily total per day where stated or computed
 * @param as the phrase's own words: {@code high-dose}, {@code escalated}
 */
public record Dose(
    @Nullable ReportedNumber value,
    @Nullable ReportedNumber low,
    @Nullable ReportedNumber high,
    @Nullable String unit,
    @Nullable Frequency frequency,
    @Nullable String route,
    @Nullable String days,
    @Nullable Cycle cycle,
    @Nullable Amount daily,
    @Nullable String as)
    implements Normal {

  /** Twice daily is 2 per 1 {@code d}, every three weeks 1 per 3 {@code wk}. */
  public record Frequency(BigDecimal times, BigDecimal per, String unit) {}

  /** Length of a cycle with its unit, and the highest number of cycles, as far as stated. */
  public record Cycle(@Nullable BigDecimal length, @Nullable String unit, @Nullable Integer max) {}

  /** An amount with its UCUM unit. */
  public record Amount(BigDecimal value, String unit) {}
}
