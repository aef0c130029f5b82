package dev.touchstone.quantity;

import java.math.BigDecimal;

/** A closed interval of exact values. */
public record Interval(BigDecimal low, BigDecimal high) {

  public Interval {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  public static Interval of(double low, double high) {
    return new Interval(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  public boolean contains(BigDecimal value) {
    return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
  }

  public boolean meets(Interval other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }
}
