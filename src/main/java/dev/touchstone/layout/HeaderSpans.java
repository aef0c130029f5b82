package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives cells over several columns their width, by the rules below them or their place. */
final class HeaderSpans {

  private HeaderSpans() {}

  static Grid spread(
      Grid grid, double[] xs, double[] ys, List<Edge> edges, List<Ruling.Joint> joints) {
    List<List<GridCell>> rows = grid.byRow();
    List<GridCell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<GridCell> row = rows.get(r);
      for (int i = 0; i < row.size(); i++) {
        GridCell cell = row.get(i);
        int from = i == 0 ? 0 : row.get(i - 1).col() + row.get(i - 1).colSpan();
        int to = i + 1 == row.size() ? grid.cols() : row.get(i + 1).col();
        boolean alone = row.size() == 1;
        if (alone && r > 0 && cell.col() == 0 && namesGroup(cell, rows, r)) {
          cells.add(cell.spanning(1, grid.cols()));
          continue;
        }
        cells.add(widened(cell, from, to, xs, ys, edges, joints, alone));
      }
    }
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

  /**
   * A line alone in its row heads a group of rows. In a hand of its own it is set over the table,
   * and has all its columns; a bold one is mostly an entry of the first column.
   */
  private static boolean namesGroup(GridCell cell, List<List<GridCell>> rows, int row) {
    if (cell.colSpan() > 1) {
      return true;
    }
    if (row + 1 >= rows.size() || cell.bold() || !cell.italic()) {
      return false;
    }
    for (GridCell below : rows.get(row + 1)) {
      if (below.col() == 0) {
        return !below.italic();
      }
    }
    return false;
  }

  private static GridCell widened(
      GridCell cell,
      int from,
      int to,
      double[] xs,
      double[] ys,
      List<Edge> edges,
      List<Ruling.Joint> joints,
      boolean alone) {
    int[] ruled = ruledSpan(cell, xs, ys, edges, joints);
    if (ruled != null && ruled[0] >= from && ruled[1] <= to && ruled[1] - ruled[0] > 1) {
      return new GridCell(cell.row(), ruled[0], 1, ruled[1] - ruled[0], cell.lines());
    }
    if (cell.colSpan() > 1 && !alone) {
      return centred(cell, from, to, xs);
    }
    return cell;
  }

  /** The columns over a piece of a rule right below the cell: a rule over some columns only. */
  private static int @Nullable [] ruledSpan(
      GridCell cell, double[] xs, double[] ys, List<Edge> edges, List<Ruling.Joint> joints) {
    double bottom = ys[cell.row() + 1];
    Line last = cell.lines().get(cell.lines().size() - 1);
    double centre = (last.left() + last.right()) / 2;
    for (Edge edge : edges) {
      boolean near = edge.rule() && Math.abs(edge.y() - bottom) < 0.5 * last.size() + 1;
      if (!near || edge.left() > centre || edge.right() < centre) {
        continue;
      }
      double left = edge.left();
      double right = edge.right();
      for (Ruling.Joint joint : joints) {
        if (Math.abs(joint.y() - edge.y()) < 1.5) {
          if (joint.x() <= centre) {
            left = Math.max(left, joint.x());
          } else {
            right = Math.min(right, joint.x());
          }
        }
      }
      boolean whole = left < xs[0] + 4 && right > xs[xs.length - 1] - 4;
      if (!whole) {
        return new int[] {Columns.slot(xs, left + 2), Columns.slot(xs, right - 2) + 1};
      }
    }
    return null;
  }

  /** Empty columns beside a cell that stands across columns belong to it if it is their middle. */
  private static GridCell centred(GridCell cell, int from, int to, double[] xs) {
    double left = cell.lines().stream().mapToDouble(Line::left).min().orElse(0);
    double right = cell.lines().stream().mapToDouble(Line::right).max().orElse(0);
    double centre = (left + right) / 2;
    int bestFrom = cell.col();
    int bestTo = cell.col() + cell.colSpan();
    double best = Math.abs((xs[bestFrom] + xs[bestTo]) / 2 - centre);
    for (int a = from; a <= cell.col(); a++) {
      for (int b = cell.col() + cell.colSpan(); b <= to; b++) {
        double off = Math.abs((xs[a] + xs[b]) / 2 - centre);
        if (off < best - 2) {
          best = off;
          bestFrom = a;
          bestTo = b;
        }
      }
    }
    return new GridCell(cell.row(), bestFrom, 1, bestTo - bestFrom, cell.lines());
  }
}
