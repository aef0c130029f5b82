package dev.touchstone.layout;

import java.util.List;

/** Tells how many rows at the top of a table name its columns. */
final class HeaderRows {

  private HeaderRows() {}

  /** What the tags say of a table, or what its print shows where they say nothing. */
  static int count(Grid grid, Tags tags) {
    int tagged = TaggedHeader.rows(grid, tags);
    return tagged > 0 ? reach(grid, tagged) : count(grid);
  }

  /** -1 where nothing printed sets them apart. */
  static int count(Grid grid) {
    List<List<GridCell>> rows = grid.byRow();
    int shaded = byShade(grid, rows);
    if (shaded > 0) {
      return shaded;
    }
    return byBold(grid, rows);
  }

  private static int byShade(Grid grid, List<List<GridCell>> rows) {
    int[] fills = grid.fills();
    if (fills.length == 0 || fills[0] < 0) {
      return 0;
    }
    int count = 1;
    while (count < fills.length && fills[count] == fills[0] && !spansAll(grid, rows.get(count))) {
      count++;
    }
    // Shaded throughout, or every other row: the shade does not tell.
    if (count == fills.length) {
      return 0;
    }
    int again = 0;
    for (int i = count; i < fills.length; i++) {
      again += fills[i] == fills[0] && !spansAll(grid, rows.get(i)) ? 1 : 0;
    }
    return again * 4 > fills.length ? 0 : reach(grid, count);
  }

  private static int byBold(Grid grid, List<List<GridCell>> rows) {
    int count = 0;
    while (count < rows.size() && bold(rows.get(count)) && !(count > 0 && lone(rows.get(count)))) {
      count++;
    }
    return count == 0 || count == rows.size() ? -1 : reach(grid, count);
  }

  /** Cells of the header that reach further down take the rows they reach into along. */
  private static int reach(Grid grid, int count) {
    int reach = count;
    for (GridCell cell : grid.cells()) {
      if (cell.row() < count && !cell.empty()) {
        reach = Math.max(reach, cell.row() + cell.rowSpan());
      }
    }
    return Math.min(reach, grid.rows() - 1);
  }

  private static boolean bold(List<GridCell> row) {
    return row.stream().anyMatch(cell -> !cell.empty())
        && row.stream().allMatch(cell -> cell.empty() || cell.bold());
  }

  private static boolean lone(List<GridCell> row) {
    return row.stream().filter(cell -> !cell.empty()).count() == 1;
  }

  private static boolean spansAll(Grid grid, List<GridCell> row) {
    return row.size() == 1 && row.get(0).colSpan() == grid.cols() || lone(row);
  }
}
