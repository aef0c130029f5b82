package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names that stand over groups of columns their width. A name is set in the middle of its
 * columns and often stands over the inner ones only; the outer ones, which the next row names one
 * by one, would be left without it.
 */
final class GroupNames {

  /** How many rows from the top may name groups. */
  private static final int MOST_ROWS = 3;

  /** How far a name may be off the middle of its columns, in widths of one of them. */
  private static final double OFF = 0.5;

  /** Points by which the left edges of words in one column may differ. */
  private static final double SAME_EDGE = 2;

  private final double[] xs;
  private final List<GridCell> names;

  /** What the next row names each column, if it does. */
  private final @Nullable GridCell[] below;

  private GroupNames(Grid grid, List<GridCell> names, List<GridCell> nextRow) {
    this.xs = grid.xs();
    this.names = names;
    this.below = new @Nullable GridCell[grid.cols()];
    for (GridCell cell : nextRow) {
      Arrays.fill(below, cell.col(), end(cell), cell);
    }
  }

  static Grid spread(Grid grid) {
    List<List<GridCell>> rows = new ArrayList<>();
    for (List<GridCell> row : grid.byRow()) {
      rows.add(row.stream().filter(cell -> !cell.empty()).toList());
    }
    int last = 0;
    while (last < MOST_ROWS && last + 1 < rows.size() && isNames(rows.get(last + 1))) {
      last++;
    }
    // From the bottom up: groups of groups stand over groups.
    for (int r = last - 1; r >= 0; r--) {
      rows.set(r, spread(grid, rows.get(r), rows.get(r + 1)));
    }
    List<GridCell> cells = rows.stream().flatMap(List::stream).toList();
    return new Grid(
        grid.page(),
        grid.box(),
        grid.rows(),
        grid.cols(),
        cells,
        grid.fills(),
        grid.xs(),
        grid.carrier());
  }

  private static boolean isNames(List<GridCell> row) {
    int words = 0;
    int figures = 0;
    for (GridCell cell : row) {
      if (cell.col() > 0) {
        boolean figure = RowFinder.isFigure(cell.text());
        figures += figure ? 1 : 0;
        words += figure ? 0 : 1;
      }
    }
    return words > figures;
  }

  private static List<GridCell> spread(Grid grid, List<GridCell> row, List<GridCell> below) {
    List<GridCell> stubs = row.stream().filter(cell -> cell.col() == 0).toList();
    List<GridCell> names = row.stream().filter(cell -> cell.col() > 0).toList();
    if (names.isEmpty() || stubs.stream().anyMatch(cell -> cell.colSpan() > 1)) {
      return row;
    }
    List<GridCell> spread = new ArrayList<>(stubs);
    spread.addAll(new GroupNames(grid, names, below).spread());
    return spread;
  }

  /**
   * Groups that are compared have as many columns each, so there is one way to part them; where it
   * does not fit, the names stay as they are printed.
   */
  private List<GridCell> spread() {
    long groups = names.stream().filter(this::isGroup).count();
    int columns = 0;
    for (int col = 1; col < xs.length - 1; col++) {
      columns += below[col] == null ? 0 : 1;
    }
    if (groups == 0 || columns % groups != 0) {
      return names;
    }
    int width = (int) (columns / groups);
    List<GridCell> spread = new ArrayList<>();
    int free = 1;
    for (GridCell name : names) {
      while (free < name.col() && below[free] == null) {
        free++;
      }
      boolean group = isGroup(name);
      int from = free;
      int to = group ? from + width : end(name);
      boolean covers = from <= name.col() && end(name) <= to && to < xs.length;
      if (!covers || group != allNamed(from, to) || !fits(name, from, to)) {
        return names;
      }
      spread.add(new GridCell(name.row(), from, 1, to - from, name.lines()));
      free = to;
    }
    return spread;
  }

  /** Whether a name stands in the middle of its columns, or begins where the first of them does. */
  private boolean fits(GridCell name, int from, int to) {
    if (from == name.col() && to == end(name)) {
      return true;
    }
    GridCell first = below[from];
    boolean leftAligned =
        from == name.col() && first != null && Math.abs(left(first) - left(name)) < SAME_EDGE;
    double middle = (left(name) + right(name)) / 2;
    double off = Math.abs((xs[from] + xs[to]) / 2 - middle);
    return leftAligned || off < OFF * (xs[to] - xs[from]) / (to - from);
  }

  private static int end(GridCell name) {
    return name.col() + name.colSpan();
  }

  /** Whether the row below names the columns that a name stands over. */
  private boolean isGroup(GridCell name) {
    return allNamed(name.col(), end(name));
  }

  private boolean allNamed(int from, int to) {
    for (int col = from; col < to; col++) {
      if (below[col] == null) {
        return false;
      }
    }
    return true;
  }

  private static double left(GridCell cell) {
    return cell.lines().stream().mapToDouble(Line::left).min().orElse(0);
  }

  private static double right(GridCell cell) {
    return cell.lines().stream().mapToDouble(Line::right).max().orElse(0);
  }
}
