package dev.touchstone.layout;

import dev.touchstone.document.Box;

/**
 * Glyphs that touch one another, on one base line and in one size.
 *
 * @param glyphs how many printed characters it is made of
 * @param blankBefore whether a blank was printed before it
 * @param raise 1 for a superscript, -1 for a subscript, 0 for neither
 * @param turn direction of writing in degrees clockwise; places are given as if the page had been
 *     turned back
 * @param tag of its first glyph
 */
record Word(
    String text,
    double left,
    double right,
    double baseline,
    double size,
    Face face,
    int glyphs,
    boolean blankBefore,
    int raise,
    int turn,
    int tag) {

  double width() {
    return right - left;
  }

  double centre() {
    return (left + right) / 2;
  }

  double top() {
    return baseline - 0.75 * size;
  }

  double bottom() {
    return baseline + 0.22 * size;
  }

  double middle() {
    return baseline - 0.3 * size;
  }

  Box box() {
    return new Box(left, top(), right - left, bottom() - top());
  }

  Word raised(int how) {
    return new Word(text, left, right, baseline, size, face, glyphs, blankBefore, how, turn, tag);
  }

  /** Whether this word follows the other without a blank, both standing on the same line. */
  boolean touches(Word before) {
    if (blankBefore) {
      return false;
    }
    return left - before.right < 0.11 * Math.max(size, before.size);
  }
}
