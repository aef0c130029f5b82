package dev.touchstone.layout;

import dev.touchstone.document.Box;
import dev.touchstone.document.Reading.Carrier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A table as it was found on one page.
 *
 * @param box around its cells
 * @param cells by row, then column; empty ones included
 * @param fills what each row is shaded with, -1 for nothing
 * @param xs the edges of its columns, the outer ones included
 * @param carrier what tells its rows and columns apart on the page
 */
record Grid(
    int page,
    Box box,
    int rows,
    int cols,
    List<GridCell> cells,
    int[] fills,
    double[] xs,
    Carrier carrier) {

  Grid {
    cells =
        cells.stream()
            .sorted(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::col))
            .toList();
  }

  List<GridCell> row(int row) {
    return cells.stream().filter(cell -> cell.row() == row).toList();
  }

  /** By row; a cell stands in the list of the row that it starts in. */
  List<List<GridCell>> byRow() {
    List<List<GridCell>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(new ArrayList<>());
    }
    for (GridCell cell : cells) {
      all.get(cell.row()).add(cell);
    }
    return all;
  }

  /** The same table without some of its rows. Cells that reach into them become shorter. */
  Grid withoutRows(int from, int to) {
    int gone = to - from;
    List<GridCell> kept = new ArrayList<>();
    for (GridCell cell : cells) {
      int last = cell.row() + cell.rowSpan();
      if (cell.row() >= to) {
        kept.add(cell.at(cell.row() - gone, cell.col()));
      } else if (cell.row() < from) {
        int inside = Math.max(0, Math.min(last, to) - from);
        kept.add(cell.spanning(cell.rowSpan() - inside, cell.colSpan()));
      } else if (last > to && !cell.empty()) {
        kept.add(cell.at(from, cell.col()).spanning(last - to, cell.colSpan()));
      }
    }
    int[] left = new int[rows - gone];
    System.arraycopy(fills, 0, left, 0, from);
    System.arraycopy(fills, to, left, from, rows - to);
    return new Grid(page, box, rows - gone, cols, kept, left, xs, carrier);
  }

  Grid replacing(GridCell old, GridCell cell) {
    List<GridCell> changed = new ArrayList<>(cells);
    changed.set(cells.indexOf(old), cell);
    return new Grid(page, box, rows, cols, changed, fills, xs, carrier);
  }

  Grid in(Box place) {
    return new Grid(page, place, rows, cols, cells, fills, xs, carrier);
  }

  int glyphs() {
    return cells.stream().mapToInt(GridCell::glyphs).sum();
  }

  int filled() {
    return (int) cells.stream().filter(cell -> !cell.empty()).count();
  }
}
