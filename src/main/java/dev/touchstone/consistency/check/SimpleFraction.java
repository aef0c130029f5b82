package dev.touchstone.consistency.check;

import dev.touchstone.quantity.Interval;

/**
 * A fraction that people say in words: one third, two in five.
 *
 * <p>“One third” is chosen among the fractions with denominators up to three, so it stands for all
 * shares that are nearer to it than to 0, one half and the others of that row.
 */
record SimpleFraction(int over, int under) {

  private static final int LARGEST = 20;

  /** The fraction with the smallest denominator that a decimal of two or three places may mean. */
  static SimpleFraction nearest(double share) {
    for (int under = 2; under <= LARGEST; under++) {
      long over = Math.round(share * under);
      if (Math.abs((double) over / under - share) < 0.005) {
        return new SimpleFraction((int) over, under);
      }
    }
    return new SimpleFraction((int) Math.round(share * 100), 100);
  }

  Interval neighbourhood() {
    double value = (double) over / under;
    // Halves are said where thirds would do as well.
    int row = Math.max(3, under);
    double below = 0;
    double above = 1;
    for (int b = 1; b <= row; b++) {
      for (int a = 0; a <= b; a++) {
        double other = (double) a / b;
        if (other < value - 1e-9) {
          below = Math.max(below, other);
        } else if (other > value + 1e-9) {
          above = Math.min(above, other);
        }
      }
    }
    return Interval.of((value + below) / 2, (value + above) / 2);
  }
}
