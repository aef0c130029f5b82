package dev.touchstone.consistency.check;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import org.jspecify.annotations.Nullable;

/**
 * The names of rows that stand in rows of their own: {@code Age group, no. (%)} over its classes.
 */
final class RowLabels {

  private RowLabels() {}

  /** The nearest row above that holds a name and nothing else; empty where there is none. */
  static String group(@Nullable Cell[][] grid, Table table, int row) {
    for (int above = row - 1; above >= table.headerRows(); above--) {
      if (isName(grid[above])) {
        return own(grid, above);
      }
    }
    return "";
  }

  /** What the first cell of a row says. */
  static String own(@Nullable Cell[][] grid, int row) {
    Cell first = grid[row][0];
    return first == null ? "" : CellNumber.text(first);
  }

  private static boolean isName(@Nullable Cell[] cells) {
    Cell first = cells[0];
    if (first == null || CellNumber.text(first).isEmpty()) {
      return false;
    }
    for (Cell cell : cells) {
      // A name may span the row.
      if (cell != null && cell != first && !CellNumber.text(cell).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
