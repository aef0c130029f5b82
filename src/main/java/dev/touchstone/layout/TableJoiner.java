package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Joins a table that goes on over the next page with its continuation. */
final class TableJoiner {

  /** How far the outer edges of two parts of a table may be off; points. */
  private static final double OUTER = 4;

  static final String REPEATED_HEADER = "repeated-header";

  private TableJoiner() {}

  /**
   * Whether the second is the continuation of the first: as many columns in the same places, with
   * nothing printed between.
   */
  static boolean continues(Grid first, Grid second, double pageWidth) {
    if (first.cols() != second.cols() || second.page() <= first.page()) {
      return false;
    }
    double slack = 0.04 * pageWidth;
    double shift = second.xs()[0] - first.xs()[0];
    for (int i = 0; i < first.xs().length; i++) {
      if (Math.abs(second.xs()[i] - first.xs()[i] - shift) > slack) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first on the columns of the second, or the other way round, where the part on one page
   * shows fewer of them: a header of two cells, or rows without the values of the last column.
   *
   * @return null if they are not parts of one table
   */
  static Grid @Nullable [] onCommonColumns(Grid first, Grid second) {
    boolean sameWidth =
        Math.abs(first.xs()[0] - second.xs()[0]) < OUTER
            && Math.abs(first.xs()[first.cols()] - second.xs()[second.cols()]) < OUTER;
    if (!sameWidth || second.page() != first.page() + 1) {
      return null;
    }
    boolean secondHasMore =
        second.cols() > first.cols()
            || second.cols() == first.cols() && second.rows() > first.rows();
    Grid moved = secondHasMore ? onColumns(first, second.xs()) : onColumns(second, first.xs());
    if (moved == null) {
      return null;
    }
    return secondHasMore ? new Grid[] {moved, second} : new Grid[] {first, moved};
  }

  /** The same rows with their cells in the columns that they stand over; null if two collide. */
  private static @Nullable Grid onColumns(Grid grid, double[] xs) {
    List<GridCell> cells = new ArrayList<>();
    for (List<GridCell> row : grid.byRow()) {
      int free = 0;
      for (GridCell cell : row) {
        if (cell.empty()) {
          continue;
        }
        double left = cell.lines().stream().mapToDouble(Line::left).min().orElse(0);
        double right = cell.lines().stream().mapToDouble(Line::right).max().orElse(0);
        if (cell.colSpan() > 1) {
          left = Math.min(left, grid.xs()[cell.col()] + OUTER);
          right = Math.max(right, grid.xs()[cell.col() + cell.colSpan()] - OUTER);
        }
        int from = Columns.slot(xs, left + 1);
        int to = Math.max(from, Columns.slot(xs, right - 1));
        if (from < free) {
          return null;
        }
        cells.add(cell.at(cell.row(), from).spanning(cell.rowSpan(), to - from + 1));
        free = to + 1;
      }
    }
    return new Grid(
        grid.page(),
        grid.box(),
        grid.rows(),
        xs.length - 1,
        cells,
        grid.fills(),
        xs,
        grid.carrier());
  }

  /**
   * @param dropped glyphs of headers that are printed again are counted here, by page
   */
  static Grid join(Grid first, Grid second, Map<Integer, SortedMap<String, Integer>> dropped) {
    int repeated = repeatedRows(first, second);
    Grid rest = second;
    if (repeated > 0) {
      for (GridCell cell : second.cells()) {
        if (cell.row() < repeated) {
          dropped
              .computeIfAbsent(second.page(), page -> new TreeMap<>())
              .merge(REPEATED_HEADER, cell.glyphs(), Integer::sum);
        }
      }
      rest = second.withoutRows(0, repeated);
    }
    List<GridCell> cells = new ArrayList<>(first.cells());
    for (GridCell cell : rest.cells()) {
      cells.add(cell.at(cell.row() + first.rows(), cell.col()));
    }
    int[] fills = new int[first.rows() + rest.rows()];
    System.arraycopy(first.fills(), 0, fills, 0, first.rows());
    System.arraycopy(rest.fills(), 0, fills, first.rows(), rest.rows());
    return new Grid(
        first.page(),
        first.box(),
        fills.length,
        first.cols(),
        cells,
        fills,
        first.xs(),
        first.carrier());
  }

  /** How many rows at the top are the same in both. */
  static int repeatedRows(Grid first, Grid second) {
    List<List<GridCell>> one = first.byRow();
    List<List<GridCell>> other = second.byRow();
    int same = 0;
    while (same < Math.min(one.size(), other.size()) - 1 && equal(one.get(same), other.get(same))) {
      same++;
    }
    return same;
  }

  private static boolean equal(List<GridCell> one, List<GridCell> other) {
    List<GridCell> a = one.stream().filter(cell -> !cell.empty()).toList();
    List<GridCell> b = other.stream().filter(cell -> !cell.empty()).toList();
    if (a.size() != b.size() || a.isEmpty()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).text().equals(b.get(i).text())) {
        return false;
      }
    }
    return true;
  }
}
