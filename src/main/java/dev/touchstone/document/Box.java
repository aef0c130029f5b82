package dev.touchstone.document;

/** A rectangle on a page in points, origin at the top left. */
public record Box(double x, double y, double width, double height) {

  /** The smallest rectangle that holds both. */
  public Box cover(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(x + width, other.x + other.width) - left,
        Math.max(y + height, other.y + other.height) - top);
  }
}
