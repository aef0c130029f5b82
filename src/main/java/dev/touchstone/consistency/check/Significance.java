package dev.touchstone.consistency.check;

import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a p-value or an interval says of significance, as far as its rounding allows. */
final class Significance {

  /** The level that a note means when it states none. */
  static final double USUAL_LEVEL = 0.05;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Significance() {}

  /** Lowest and highest exact p-value that may be printed this way. */
  record Range(double low, double high) {

    boolean meets(double from, double to) {
      return low <= to && from <= high;
    }
  }

  static Range rangeOf(Measure p) {
    ReportedNumber value = p.value();
    if (value == null) {
      return new Range(0, 1);
    }
    Interval rounding = value.roundingInterval();
    double printed = value.doubleValue();
    return switch (p.comparator()) {
      case EQUAL, ABOUT ->
          new Range(Math.max(0, rounding.low().doubleValue()), rounding.high().doubleValue());
      case LESS, AT_MOST -> new Range(0, printed);
      case GREATER, AT_LEAST -> new Range(printed, 1);
    };
  }

  /**
   * Whether a p-value is below a level; empty where its rounding leaves it open, as for 0.05
   * itself.
   */
  static Optional<Boolean> isSignificant(Measure p, double level) {
    Range range = rangeOf(p);
    if (range.high() <= level && !(p.value() != null && isExactly(p, level))) {
      return Optional.of(true);
    }
    if (range.low() >= level && !isExactly(p, level)) {
      return Optional.of(false);
    }
    return Optional.empty();
  }

  private static boolean isExactly(Measure p, double level) {
    ReportedNumber value = p.value();
    return value != null
        && (p.comparator() == Measure.Comparator.EQUAL
            || p.comparator() == Measure.Comparator.ABOUT)
        && value.roundingInterval().low().doubleValue() <= level
        && level <= value.roundingInterval().high().doubleValue();
  }

  /** Two-sided p-value of a standard normal statistic. */
  static double twoSided(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /** The z-value that a two-sided interval of the level (95) reaches to. */
  static double reach(double levelInPercent) {
    return NORMAL.inverseSurvivalProbability((1 - levelInPercent / 100) / 2);
  }
}
