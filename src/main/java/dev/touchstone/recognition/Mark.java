package dev.touchstone.recognition;

/**
 * A character as it is given to the layout, in pixels.
 *
 * @param right where it ends, excluded
 * @param raised whether it stands above the line; its base line and height are its own then
 */
record Mark(
    String text, double left, double right, double baseline, double capital, boolean raised) {

  Mark reading(String other) {
    return new Mark(other, left, right, baseline, capital, raised);
  }

  Mark between(double from, double to) {
    return new Mark(text, from, to, baseline, capital, raised);
  }
}
