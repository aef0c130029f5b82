package dev.touchstone.layout;

/**
 * One printed character, or a ligature of several.
 *
 * @param text what it stands for; empty where the font does not say
 * @param x left edge in points
 * @param baseline distance of the base line from the top of the page
 * @param width how far the pen moves
 * @param size of the font on the page
 * @param turn direction of writing in degrees clockwise, 0, 90, 180 or 270 for all but slanted
 *     text; the place of turned text is given as if the page had been turned back
 * @param visible whether it is painted at all
 * @param tag number of its {@link Tag}, {@link Tag#NONE} or {@link Tag#ARTIFACT}
 */
public record Glyph(
    String text,
    double x,
    double baseline,
    double width,
    double size,
    Face face,
    int turn,
    boolean visible,
    int tag) {

  /** One without a tag. */
  public Glyph(
      String text,
      double x,
      double baseline,
      double width,
      double size,
      Face face,
      int turn,
      boolean visible) {
    this(text, x, baseline, width, size, face, turn, visible, Tag.NONE);
  }

  public Glyph hidden() {
    return new Glyph(text, x, baseline, width, size, face, turn, false, tag);
  }

  boolean blank() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200B') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
