package dev.touchstone.document;

import java.util.List;

/** Finds the place of any span of a document in its original file. */
@FunctionalInterface
public interface Locator {

  Place locate(Span span);

  /** Line and column (from 1) of plain text: {@code line 12, column 5}. */
  static Locator ofLines(String text) {
    return new LineLocator(text);
  }

  /**
   * Places known piece by piece, such as words on a page or cells of a sheet.
   *
   * @param anchors in the order of the text; they may not overlap
   */
  static Locator ofAnchors(List<Anchor> anchors) {
    return new AnchorLocator(anchors);
  }
}
