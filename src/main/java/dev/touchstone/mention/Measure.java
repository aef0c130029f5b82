package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measured value. An interval has {@code low} and {@code high}; a missing value has {@code
 * missing}.
 *
 * @param level of an interval in percent: 95
 * @param unit UCUM: {@code %}, {@code mo}, {@code d}; null for bare counts, ratios and p-values
 * @param of the denominator where the text states it beside the value: 163 in {@code 38 of 163}
 */
public record Measure(
    Kind kind,
    @Nullable ReportedNumber value,
    @Nullable ReportedNumber low,
    @Nullable ReportedNumber high,
    @Nullable ReportedNumber level,
    Comparator comparator,
    @Nullable String unit,
    @Nullable ReportedNumber of,
    @Nullable Missing missing)
    implements Normal {

  /** The same value in a unit that is printed elsewhere. */
  public Measure withUnit(@Nullable String other) {
    return new Measure(kind, value, low, high, level, comparator, other, of, missing);
  }

  /** The same value out of so many. */
  public Measure outOf(@Nullable ReportedNumber whole) {
    return new Measure(kind, value, low, high, level, comparator, unit, whole, missing);
  }

  /** What sort of value it is. */
  public enum Kind {
    PERCENT,
    COUNT,
    FRACTION,
    DURATION,
    MEAN,
    MEDIAN,
    SD,
    RANGE,
    IQR,
    CI,
    P_VALUE,
    HAZARD_RATIO,
    ODDS_RATIO,
    RISK_RATIO,
    DIFFERENCE,
    DOSE,
    STATISTIC,
    NUMBER;

    /** The name in the output contract, such as {@code p-value}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isRatio() {
      return this == HAZARD_RATIO || this == ODDS_RATIO || this == RISK_RATIO;
    }
  }

  /** How the printed value relates to the true one. */
  public enum Comparator {
    EQUAL("="),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    ABOUT("~");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Why there is no value. */
  public enum Missing {
    NOT_REACHED,
    NOT_APPLICABLE,
    NOT_REPORTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
