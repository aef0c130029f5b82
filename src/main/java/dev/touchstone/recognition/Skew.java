package dev.touchstone.recognition;

/**
 * By how much a page was laid askew on the scanner: the angle at which the rows of pixels differ
 * most in darkness, because lines of writing and the gaps between them fall into different rows.
 */
final class Skew {

  private static final double WIDEST = 4;
  private static final double COARSE = 0.25;
  private static final double FINE = 0.05;
  private static final int STEP = 3;

  private Skew() {}

  /** Degrees to turn the picture clockwise until it stands straight; 0 where it hardly matters. */
  static double of(Picture picture) {
    double best = search(picture, 0, WIDEST, COARSE);
    best = search(picture, best, COARSE, FINE);
    return Math.abs(best) < 0.1 ? 0 : best;
  }

  private static double search(Picture picture, double middle, double reach, double step) {
    double best = middle;
    double most = sharpness(picture, middle);
    int steps = (int) Math.round(reach / step);
    for (int i = 1; i <= steps; i++) {
      for (int side : new int[] {-1, 1}) {
        double angle = middle + side * i * step;
        double sharp = sharpness(picture, angle);
        if (sharp > most * 1.001) {
          most = sharp;
          best = angle;
        }
      }
    }
    return best;
  }

  private static double sharpness(Picture picture, double degrees) {
    double slope = Math.tan(Math.toRadians(degrees));
    int threshold = picture.paper() * 6 / 10;
    double[] rows = new double[picture.height()];
    for (int x = 0; x < picture.width(); x += STEP) {
      double shift = slope * (x - picture.width() / 2.0);
      for (int y = 0; y < picture.height(); y++) {
        if (picture.at(x, y) < threshold) {
          int row = (int) Math.round(y + shift);
          if (row >= 0 && row < rows.length) {
            rows[row]++;
          }
        }
      }
    }
    double sum = 0;
    for (int y = 1; y < rows.length; y++) {
      sum += (rows[y] - rows[y - 1]) * (rows[y] - rows[y - 1]);
    }
    return sum;
  }
}
