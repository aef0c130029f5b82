package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes rows and columns out of a grid in which no cell begins that holds anything. */
final class GridTrimmer {

  private GridTrimmer() {}

  static Grid trim(Grid grid) {
    boolean[] row = new boolean[grid.rows()];
    boolean[] col = new boolean[grid.cols()];
    for (GridCell cell : grid.cells()) {
      if (!cell.empty()) {
        row[cell.row()] = true;
        col[cell.col()] = true;
      }
    }
    int[] newRow = numbers(row);
    int[] newCol = numbers(col);
    List<GridCell> kept = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      int top = newRow[cell.row()];
      int left = newCol[cell.col()];
      int height = newRow[cell.row() + cell.rowSpan()] - top;
      int width = newCol[cell.col() + cell.colSpan()] - left;
      if (height > 0 && width > 0) {
        kept.add(new GridCell(top, left, height, width, cell.lines()));
      }
    }
    int[] fills = new int[newRow[grid.rows()]];
    for (int i = 0; i < grid.rows(); i++) {
      if (row[i]) {
        fills[newRow[i]] = grid.fills()[i];
      }
    }
    return new Grid(
        grid.page(),
        grid.box(),
        newRow[grid.rows()],
        newCol[grid.cols()],
        kept,
        fills,
        edges(grid.xs(), col),
        grid.carrier());
  }

  /** The left edges of the columns that are kept, and the right edge of all. */
  private static double[] edges(double[] xs, boolean[] kept) {
    double[] edges = new double[xs.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        edges[count++] = xs[i];
      }
    }
    edges[count++] = xs[xs.length - 1];
    return Arrays.copyOf(edges, count);
  }

  /** How many are kept before each position. */
  private static int[] numbers(boolean[] kept) {
    int[] before = new int[kept.length + 1];
    for (int i = 0; i < kept.length; i++) {
      before[i + 1] = before[i] + (kept[i] ? 1 : 0);
    }
    return before;
  }
}
