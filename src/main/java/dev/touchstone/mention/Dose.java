package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a drug with its schedule. Either {@code value} or {@code low} and {@code high} are
 * there, or only {@code as} for a dose in words such as {@code high-dose} and for a schedule
 * without an amount, {@code four times a day}.
 *
 * @param unit UCUM: {@code mg/m2}, {@code mg/kg}, {@code mg}; null only with {@code as}
 * @param route as the contract has it: {@code oral}, {@code intravenous}, …
 * @param days days of the cycle: {@code 1-14}, {@code 1,8,15}
 * @param daily total per day where stated or computed
 * @param as the phrase's own words: {@code high-dose}, {@code escalated}
 * @param part which part of the treatment the amount is, where the words tell
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
    @Nullable String as,
    @Nullable Part part)
    implements Normal {

  /** Twice daily is 2 per 1 {@code d}, every three weeks 1 per 3 {@code wk}. */
  public record Frequency(BigDecimal times, BigDecimal per, String unit) {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    /** How often a day; null where that is no whole matter, as with every three weeks. */
    public @Nullable BigDecimal perDay() {
      if (unit.equals("d") && per.compareTo(BigDecimal.ONE) == 0) {
        return times;
      }
      if (unit.equals("h") && per.signum() > 0 && DAY.remainder(per).signum() == 0) {
        return DAY.divide(per).multiply(times);
      }
      return null;
    }
  }

  /** Length of a cycle with its unit, and the highest number of cycles, as far as stated. */
  public record Cycle(@Nullable BigDecimal length, @Nullable String unit, @Nullable Integer max) {}

  /** An amount with its UCUM unit. */
  public record Amount(BigDecimal value, String unit) {}

  /** What an amount is of a treatment: its first, its lasting, or the sum of its doses. */
  public enum Part {
    LOADING,
    MAINTENANCE,
    CUMULATIVE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Dose(
      @Nullable ReportedNumber value,
      @Nullable ReportedNumber low,
      @Nullable ReportedNumber high,
      @Nullable String unit,
      @Nullable Frequency frequency,
      @Nullable String route,
      @Nullable String days,
      @Nullable Cycle cycle,
      @Nullable Amount daily,
      @Nullable String as) {
    this(value, low, high, unit, frequency, route, days, cycle, daily, as, null);
  }

  /** An amount of which nothing else is told yet. */
  public static Dose of(ReportedNumber value, String unit) {
    return new Dose(value, null, null, unit, null, null, null, null, null, null);
  }

  /** A dose that only words tell. */
  static Dose inWords(String as) {
    return new Dose(null, null, null, null, null, null, null, null, null, as);
  }

  /** The dose with the parts of a schedule that it does not have itself. */
  public Dose with(Schedule schedule) {
    return new Dose(
        value,
        low,
        high,
        unit,
        frequency != null ? frequency : schedule.frequency(),
        route != null ? route : schedule.route(),
        days != null ? days : schedule.days(),
        cycle != null ? cycle : schedule.cycle(),
        daily,
        as,
        part);
  }

  public Dose withDaily(@Nullable Amount total) {
    return new Dose(value, low, high, unit, frequency, route, days, cycle, total, as, part);
  }

  Dose as(String words) {
    return new Dose(value, low, high, unit, frequency, route, days, cycle, daily, words, part);
  }

  Dose as(@Nullable Part which) {
    return new Dose(value, low, high, unit, frequency, route, days, cycle, daily, as, which);
  }

  /** What the dose tells of how it is given. */
  public Schedule schedule() {
    return new Schedule(frequency, route, days, cycle);
  }

  /** Whether it is told by words alone. */
  public boolean isWorded() {
    return value == null && low == null;
  }
}
