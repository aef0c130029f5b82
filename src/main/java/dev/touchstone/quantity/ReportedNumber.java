package dev.touchstone.quantity;

import java.math.BigDecimal;

/**
 * A number as the note prints it. {@code 2.50} is not {@code 2.5}: the trailing zero says how far
 * it was rounded.
 *
 * @param asWritten the words of the document: {@code 1,006}, {@code three}, {@code 2.50}
 * @param value the number with the printed decimals kept in its scale
 */
public record ReportedNumber(String asWritten, BigDecimal value) {

  /** A number written in digits with a decimal point and no separators. */
  public static ReportedNumber of(String digits) {
    return new ReportedNumber(digits, new BigDecimal(digits));
  }

  public int decimals() {
    return Math.max(0, value.scale());
  }

  public double doubleValue() {
    return value.doubleValue();
  }

  /**
   * The exact values that could be printed this way: 2.50 covers 2.495 to 2.505. Both ends belong
   * to it, since rounding half up, half down and half to even are all in use.
   */
  public Interval roundingInterval() {
    BigDecimal half = BigDecimal.valueOf(5, decimals() + 1);
    return new Interval(value.subtract(half), value.add(half));
  }

  /** Whether both may stand for one exact value; the coarser one decides. */
  public boolean agreesWith(ReportedNumber other) {
    return roundingInterval().meets(other.roundingInterval());
  }
}
