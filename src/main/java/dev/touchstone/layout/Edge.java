package dev.touchstone.layout;

/** A horizontal edge that a rule or the border of a shade draws. */
record Edge(double left, double right, double y, boolean rule) {

  boolean spansLike(Edge other) {
    return Math.abs(left - other.left) < 4 && Math.abs(right - other.right) < 4;
  }
}
