package dev.touchstone.layout;

/**
 * What the author of a document says that a part of it is. Tags come in the order in which the
 * author wants them read; a glyph names its tag by its place in that order.
 *
 * @param level of a heading, 0 for the title of the document, 1 for the highest below it; 0 for
 *     what is no heading
 * @param table number of the table that a cell belongs to; 0 for what is in none
 * @param row of a cell, counted through all tables
 */
public record Tag(Role role, int level, int table, int row) {

  /** What the author says nothing of. */
  public static final int NONE = -1;

  /** What the author says is no part of the text, as running heads are. */
  public static final int ARTIFACT = -2;

  /** Parts that the layout tells apart. */
  public enum Role {
    HEADING,
    TEXT,
    CAPTION,
    FIGURE,
    HEADER_CELL,
    CELL
  }
}
