package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;

/** Parts columns that rules enclose together where white space runs down between their words. */
final class ColumnSplitter {

  private static final int FEWEST = 3;
  private static final double APART = 1.2;

  private ColumnSplitter() {}

  /** The same cells on more columns; a cell in a column that was parted spans its parts. */
  static Grid split(Grid grid) {
    List<Double> xs = new ArrayList<>();
    int[] firstOf = new int[grid.cols() + 1];
    for (int col = 0; col < grid.cols(); col++) {
      xs.add(grid.xs()[col]);
      for (double edge : inner(grid, col)) {
        xs.add(edge);
      }
      firstOf[col + 1] = xs.size();
    }
    xs.add(grid.xs()[grid.cols()]);
    if (firstOf[grid.cols()] == grid.cols()) {
      return grid;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      int from = firstOf[cell.col()];
      int to = firstOf[cell.col() + cell.colSpan()];
      cells.add(new GridCell(cell.row(), from, cell.rowSpan(), to - from, cell.lines()));
    }
    return new Grid(
        grid.page(),
        grid.box(),
        grid.rows(),
        firstOf[grid.cols()],
        cells,
        grid.fills(),
        xs.stream().mapToDouble(Double::doubleValue).toArray(),
        grid.carrier());
  }

  private static List<Double> inner(Grid grid, int col) {
    List<Line> lines = new ArrayList<>();
    int parted = 0;
    for (GridCell cell : grid.cells()) {
      if (cell.col() != col || cell.colSpan() > 1) {
        continue;
      }
      for (Line line : cell.lines()) {
        lines.add(line);
        parted += line.phrases(APART * line.size()).size() > 1 ? 1 : 0;
      }
    }
    List<Double> inner = new ArrayList<>();
    if (parted >= FEWEST && parted * 2 >= lines.size()) {
      double[] edges = Columns.edges(lines, grid.xs()[col], grid.xs()[col + 1]);
      for (int i = 1; i + 1 < edges.length; i++) {
        inner.add(edges[i]);
      }
    }
    return inner;
  }
}
