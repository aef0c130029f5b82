package dev.touchstone.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from the tags how many rows at the top of a table name its columns. */
final class TaggedHeader {

  /** A table that the author cut up otherwise says nothing of the rows found here. */
  private static final double SAME_TABLE = 0.9;

  private TaggedHeader() {}

  /** 0 where the tags do not tell. */
  static int rows(Grid grid, Tags tags) {
    if (tags.isEmpty() || !isOneTable(grid, tags)) {
      return 0;
    }
    List<List<GridCell>> rows = grid.byRow();
    int count = 0;
    while (count < rows.size() && isHeader(rows.get(count), tags, count > 0)) {
      count++;
    }
    // Tagged throughout, the tags do not tell its rows apart.
    return count == rows.size() ? 0 : count;
  }

  /**
   * @param below whether a header row stands above; a title between the rows, alone in its own, is
   *     no header then
   */
  private static boolean isHeader(List<GridCell> row, Tags tags, boolean below) {
    List<GridCell> filled = row.stream().filter(cell -> !cell.empty()).toList();
    return filled.size() > (below ? 1 : 0)
        && filled.stream().allMatch(cell -> role(cell, tags) == Tag.Role.HEADER_CELL);
  }

  private static Tag.@Nullable Role role(GridCell cell, Tags tags) {
    Tag tag = tag(cell, tags);
    return tag == null ? null : tag.role();
  }

  private static @Nullable Tag tag(GridCell cell, Tags tags) {
    return tags.get(Tags.most(cell.lines().get(0)));
  }

  /** Whether the cells belong to one table of the tags, with its rows in the same order. */
  private static boolean isOneTable(Grid grid, Tags tags) {
    int table = 0;
    int row = 0;
    int agree = 0;
    int filled = 0;
    for (GridCell cell : grid.cells()) {
      if (cell.empty()) {
        continue;
      }
      filled++;
      Tag tag = tag(cell, tags);
      if (tag != null && tag.table() > 0 && (table == 0 || tag.table() == table)) {
        table = tag.table();
        agree += tag.row() >= row ? 1 : 0;
        row = tag.row();
      }
    }
    return agree >= SAME_TABLE * filled && agree > 0;
  }
}
