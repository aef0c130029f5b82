package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the tables of a page. */
final class TableFinder {

  /** What stands at the caption of a figure is a table only if nothing speaks against it. */
  private static final double CERTAIN = 0.9;

  private TableFinder() {}

  /**
   * Tables that rules draw.
   *
   * @param lines those that stand in a table are taken out
   */
  static List<Grid> ruled(Sheet sheet, List<Lattice> lattices, List<Line> lines) {
    List<Grid> found = new ArrayList<>();
    for (Lattice lattice : lattices) {
      if (lattice.frame()) {
        continue;
      }
      List<Line> outside = new ArrayList<>();
      List<Line> inside = cutOut(lattice.box(), lines, outside);
      if (inside.isEmpty()) {
        continue;
      }
      Grid grid =
          lattice.grid(
              sheet.number(), inside, rowFills(lattice.box(), lattice.ys(), sheet.shades()));
      if (isTable(grid) && !isFigure(sheet, grid)) {
        found.add(TitleRows.lift(grid, outside));
        outside.sort(Comparator.comparingDouble(Line::baseline));
        lines.clear();
        lines.addAll(outside);
      }
    }
    return found;
  }

  private static boolean isTable(Grid grid) {
    int filled = grid.filled();
    int most =
        grid.byRow().stream()
            .mapToInt(row -> (int) row.stream().filter(cell -> !cell.empty()).count())
            .max()
            .orElse(0);
    // The grid of a chart has many more lines than anything written between them.
    if (grid.cols() > 6 && grid.cols() > 2.5 * most) {
      return false;
    }
    return grid.cols() >= 2 && grid.rows() >= 2 && filled >= 3 && filled * 5 >= grid.cells().size();
  }

  /** Whether a reading is one of a chart: its axes, its legend or the labels of its bars. */
  static boolean isFigure(Sheet sheet, Grid grid) {
    return sheet.isDrawing(grid.box())
        || GridScore.isAxes(grid)
        || GridScore.of(grid) < CERTAIN && Labels.isFigure(sheet, grid.box());
  }

  /** The parts of lines that stand in the box; what is left of them goes to the other list. */
  static List<Line> cutOut(Box box, List<Line> lines, List<Line> outside) {
    List<Line> inside = new ArrayList<>();
    for (Line line : lines) {
      if (line.bottom() < box.y() || line.top() > box.y() + box.height()) {
        outside.add(line);
        continue;
      }
      List<Word> in = new ArrayList<>();
      List<Word> out = new ArrayList<>();
      for (Word word : line.words()) {
        (PageFlow.inside(box, word) ? in : out).add(word);
      }
      if (!in.isEmpty()) {
        inside.add(new Line(line.page(), in));
      }
      if (!out.isEmpty()) {
        outside.add(out.size() == line.words().size() ? line : new Line(line.page(), out));
      }
    }
    return inside;
  }

  /** What each row is shaded with; -1 where there is no shade over most of its width. */
  static int[] rowFills(Box box, double[] ys, List<Shade> shades) {
    int[] fills = new int[ys.length - 1];
    Arrays.fill(fills, -1);
    for (int i = 0; i < fills.length; i++) {
      double middle = (ys[i] + ys[i + 1]) / 2;
      double covered = 0;
      for (Shade shade : shades) {
        Box its = shade.box();
        if (its.y() <= middle && middle <= its.y() + its.height() && shade.rgb() != 0xFFFFFF) {
          double across =
              Math.min(its.x() + its.width(), box.x() + box.width()) - Math.max(its.x(), box.x());
          if (across > 0) {
            covered += across;
            fills[i] = fills[i] < 0 || covered > 0.5 * box.width() ? shade.rgb() : fills[i];
          }
        }
      }
      if (covered < 0.5 * box.width()) {
        fills[i] = -1;
      }
    }
    return fills;
  }
}
