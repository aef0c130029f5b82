package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins a table that goes on over the next page with its continuation. */
final class TableJoiner {

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
