package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rest of a table at the top of the next page, where nothing but its columns shows it.
 */
final class Continuation {

  private static final double NEAR = 3;

  private Continuation() {}

  /** The table that stands at the end of a page, with nothing below it. */
  static @Nullable Grid openAtEnd(Sheet sheet, List<Item> page) {
    Grid last = null;
    for (Item item : page) {
      if (item instanceof Item.Tabular tabular) {
        Grid grid = tabular.grid();
        double bottom = grid.box().y() + grid.box().height() - 1;
        boolean below =
            sheet.lines().stream().anyMatch(line -> line.top() > bottom && meets(line, grid.box()));
        last = below ? last : grid;
      }
    }
    return last;
  }

  private static boolean meets(Line line, Box box) {
    return line.left() < box.x() + box.width() && line.right() > box.x();
  }

  /**
   * @param lines of the page outside the tables known so far; those of the table are taken out
   */
  static @Nullable Grid find(Sheet sheet, List<Line> lines, List<Grid> known, Grid before) {
    double[] xs = before.xs();
    double left = xs[0];
    double right = xs[xs.length - 1];
    List<Line> inside = new ArrayList<>();
    for (Line line : lines) {
      if (line.left() > left - NEAR && line.right() < right + NEAR) {
        inside.add(line);
      } else if (line.right() > left && line.left() < right) {
        break;
      }
    }
    if (inside.isEmpty() || xs.length < 3) {
      return null;
    }
    double top = inside.get(0).top() - 1;
    double limit = sheet.height();
    for (Grid grid : known) {
      limit = Math.min(limit, grid.box().y());
    }
    List<Edge> edges = new ArrayList<>();
    for (Rule rule : sheet.ruling().horizontal()) {
      boolean sameWidth = Math.abs(rule.x1() - left) < NEAR && Math.abs(rule.x2() - right) < NEAR;
      if (sameWidth && rule.at() > top) {
        limit = Math.min(limit, rule.at() + 1);
        break;
      }
    }
    double size =
        before.cells().stream()
            .flatMap(c -> c.lines().stream())
            .findFirst()
            .map(Line::size)
            .orElse(0.0);
    double bottom = TableEnd.below(inside, top, limit, xs, size);
    if (bottom <= top || limit < top) {
      return null;
    }
    Box box = new Box(left - 0.5, top, right - left + 1, bottom - top);
    List<Line> outside = new ArrayList<>();
    List<Line> its = TableFinder.cutOut(box, lines, outside);
    long rows = its.stream().filter(line -> line.phrases(line.size()).size() > 1).count();
    if (rows < 1) {
      return null;
    }
    Grid grid = new OpenGrid(sheet.number(), box, its, edges, List.of()).build(xs, sheet.shades());
    if (grid.cols() < 2) {
      return null;
    }
    lines.clear();
    lines.addAll(outside);
    return grid;
  }
}
