package dev.touchstone.layout;

/** A straight line, drawn or filled, along one of the axes; points, origin at the top left. */
public record Rule(double x1, double y1, double x2, double y2, double thickness) {

  public Rule {
    if (x2 < x1 || y2 < y1) {
      throw new IllegalArgumentException("ends of a rule the wrong way round");
    }
  }

  boolean horizontal() {
    return x2 - x1 >= y2 - y1;
  }

  /** Length along the axis that it lies on. */
  double length() {
    return horizontal() ? x2 - x1 : y2 - y1;
  }

  /** The middle across the axis that it lies on. */
  double at() {
    return horizontal() ? (y1 + y2) / 2 : (x1 + x2) / 2;
  }
}
