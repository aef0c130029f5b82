package dev.touchstone.consistency.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Which means, shares and standard deviations whole numbers can have. Every way of rounding is
 * allowed.
 */
final class Granularity {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Granularity() {}

  /**
   * Whether n whole numbers can have the mean, each the average of so many items (GRIM: Brown and
   * Heathers 2017).
   *
   * @param mean with its printed decimals
   */
  static boolean isMeanOf(BigDecimal mean, int n, int items) {
    return isReached(mean, BigDecimal.valueOf((long) n * items));
  }

  /** Whether a whole number of n has the percentage. */
  static boolean isShareOf(BigDecimal percent, int n) {
    return isReached(percent, BigDecimal.valueOf(n).divide(HUNDRED));
  }

  /** Whether a multiple of 1/grain rounds to the value. */
  private static boolean isReached(BigDecimal value, BigDecimal grain) {
    BigDecimal half = half(value);
    BigDecimal low = value.subtract(half).multiply(grain);
    BigDecimal high = value.add(half).multiply(grain);
    return low.setScale(0, RoundingMode.CEILING).compareTo(high) <= 0;
  }

  /**
   * Whether n whole numbers can have both mean and standard deviation (GRIMMER: Anaya 2016, in the
   * form of Allard 2018). The sum of the numbers and that of their squares must be whole, and both
   * odd or both even; unlike the published code this is asked of one and the same sum of squares,
   * and of every sum that rounds to the mean.
   */
  static boolean isDeviationOf(BigDecimal mean, BigDecimal sd, int n, int items) {
    double grain = (double) n * items;
    double lowMean = (mean.subtract(half(mean))).doubleValue() * grain;
    double highMean = (mean.add(half(mean))).doubleValue() * grain;
    double lowSd = Math.max(0, sd.subtract(half(sd)).doubleValue());
    double highSd = sd.add(half(sd)).doubleValue();
    double slack = 1e-9;
    for (long sum = (long) Math.ceil(lowMean - slack); sum <= highMean + slack; sum++) {
      double centre = (double) sum / grain;
      double between = n * centre * centre;
      double least = ((n - 1) * lowSd * lowSd + between) * items * items;
      double most = ((n - 1) * highSd * highSd + between) * items * items;
      for (long squares = (long) Math.ceil(least - slack); squares <= most + slack; squares++) {
        if ((squares - sum) % 2 == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether n zeros and ones can have both mean and standard deviation (DEBIT: Heathers and Brown
   * 2019): SD² = n/(n − 1) · m(1 − m).
   */
  static boolean isBinaryDeviation(BigDecimal mean, BigDecimal sd, int n) {
    double low = Math.max(0, mean.subtract(half(mean)).doubleValue());
    double high = Math.min(1, mean.add(half(mean)).doubleValue());
    double most = low <= 0.5 && 0.5 <= high ? 0.25 : Math.max(spread(low), spread(high));
    double least = Math.min(spread(low), spread(high));
    double factor = (double) n / (n - 1);
    return Math.sqrt(factor * least) <= sd.add(half(sd)).doubleValue()
        && sd.subtract(half(sd)).doubleValue() <= Math.sqrt(factor * most);
  }

  private static double spread(double mean) {
    return mean * (1 - mean);
  }

  private static BigDecimal half(BigDecimal printed) {
    return BigDecimal.ONE
        .movePointLeft(Math.max(0, printed.scale()))
        .divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
  }
}
