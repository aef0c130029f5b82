package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines and tables of one page in the order in which they are read: column by column, between
 * what stands across the columns.
 */
final class PageFlow {

  private static final int DEEPEST = 2;

  private final Sheet sheet;
  private final List<Frame> frames;
  private final @Nullable Gutter usual;
  private final List<Item> items = new ArrayList<>();
  private int columns;

  private PageFlow(Sheet sheet, List<Frame> frames, @Nullable Gutter usual) {
    this.sheet = sheet;
    this.usual = usual;
    this.frames = frames;
  }

  /**
   * @param usual the gutter that the pages of the document share, if they are set in columns
   * @param openBefore the table that the page before ends with, if it ends with one
   */
  static List<Item> of(Sheet sheet, @Nullable Gutter usual, @Nullable Grid openBefore) {
    List<Line> lines = new ArrayList<>(sheet.lines());
    List<Lattice> lattices = Lattice.of(sheet.ruling());
    List<Grid> tables = TableFinder.ruled(sheet, lattices, lines);
    tables.addAll(OpenTables.find(sheet, lines, tables, usual));
    Grid rest = openBefore == null ? null : Continuation.find(sheet, lines, tables, openBefore);
    if (rest != null) {
      tables.add(rest);
    }
    List<Line> turned = TurnedText.intoTables(sheet, tables);
    PageFlow flow = new PageFlow(sheet, Frame.of(sheet, lattices, tables), usual);
    flow.read(lines, tables, 0);
    flow.items.addAll(TurnedText.behind(sheet, turned));
    return flow.items;
  }

  private void read(List<Line> lines, List<Grid> tables, int depth) {
    Gutter gutter = gutter(lines, depth);
    if (gutter == null) {
      readColumn(lines, tables, null);
      return;
    }
    Gutter.Sides sides = gutter.part(lines);
    for (Grid table : tables) {
      if (!gutter.beside(table.box())) {
        Surroundings.takeAcross(sides, table);
      }
    }
    List<double[]> breaks = new ArrayList<>();
    for (Line line : sides.across()) {
      breaks.add(new double[] {line.top(), line.bottom()});
    }
    for (Grid table : tables) {
      if (!gutter.beside(table.box())) {
        breaks.add(new double[] {table.box().y(), table.box().y() + table.box().height()});
      }
    }
    for (Rule rule : sheet.ruling().horizontal()) {
      if (gutter.crossedBy(rule)) {
        breaks.add(new double[] {rule.at() - 0.1, rule.at() + 0.1});
      }
    }
    breaks.sort(Comparator.comparingDouble(part -> part[0]));
    double from = Double.NEGATIVE_INFINITY;
    int next = 0;
    while (next <= breaks.size()) {
      boolean end = next == breaks.size();
      double to = end ? Double.POSITIVE_INFINITY : breaks.get(next)[0];
      readBand(sides.left(), tables, from, to, gutter, true, depth);
      readBand(sides.right(), tables, from, to, gutter, false, depth);
      if (end) {
        return;
      }
      // What stands across goes on until something stands in the columns again.
      int last = next;
      double bottom = breaks.get(next)[1];
      while (last + 1 < breaks.size()
          && isEmpty(sides, tables, bottom, breaks.get(last + 1)[0], gutter)) {
        last++;
        bottom = Math.max(bottom, breaks.get(last)[1]);
      }
      double first = breaks.get(next)[0];
      double behind = last + 1 < breaks.size() ? breaks.get(last + 1)[0] : Double.MAX_VALUE;
      readColumn(
          sides.across().stream().filter(line -> between(line.top(), first, behind)).toList(),
          tables.stream()
              .filter(t -> !gutter.beside(t.box()) && between(t.box().y(), first, behind))
              .toList(),
          null);
      from = first;
      next = last + 1;
    }
  }

  private @Nullable Gutter gutter(List<Line> lines, int depth) {
    Gutter own = depth < DEEPEST ? Gutter.find(lines) : null;
    boolean asElsewhere =
        depth == 0
            && usual != null
            && (own == null || usual.middle() > own.left() && usual.middle() < own.right())
            && usual.parts(lines);
    return asElsewhere ? usual : own;
  }

  private static boolean isEmpty(
      Gutter.Sides sides, List<Grid> tables, double from, double to, Gutter gutter) {
    return sides.left().stream().noneMatch(line -> between(line.middle(), from, to))
        && sides.right().stream().noneMatch(line -> between(line.middle(), from, to))
        && tables.stream().noneMatch(t -> gutter.beside(t.box()) && between(t.box().y(), from, to));
  }

  private static boolean between(double at, double from, double to) {
    return at >= from && at < to;
  }

  private void readBand(
      List<Line> side,
      List<Grid> tables,
      double from,
      double to,
      Gutter gutter,
      boolean left,
      int depth) {
    List<Line> lines = side.stream().filter(line -> between(line.middle(), from, to)).toList();
    List<Grid> its =
        tables.stream()
            .filter(
                table -> {
                  double centre = table.box().x() + table.box().width() / 2;
                  return gutter.beside(table.box())
                      && centre < gutter.middle() == left
                      && between(table.box().y(), from, to);
                })
            .toList();
    if (lines.isEmpty() && its.isEmpty()) {
      return;
    }
    if (lines.size() > 12) {
      Gutter inner = depth + 1 < DEEPEST ? Gutter.find(lines) : null;
      if (inner != null) {
        read(new ArrayList<>(lines), its, depth + 1);
        return;
      }
    }
    readColumn(lines, its, side);
  }

  /**
   * @param wholeSide all lines of the column on the page, for its width; null if these are all
   */
  private void readColumn(List<Line> lines, List<Grid> tables, @Nullable List<Line> wholeSide) {
    if (lines.isEmpty() && tables.isEmpty()) {
      return;
    }
    Item.Column column = column(wholeSide == null ? lines : wholeSide, tables);
    List<Item> read = new ArrayList<>();
    for (Line line : lines) {
      read.add(new Item.Text(line, column, Frame.around(line, frames)));
    }
    for (Grid table : tables) {
      read.add(new Item.Tabular(table, column));
    }
    read.sort(Comparator.comparingDouble(PageFlow::top));
    items.addAll(AlignedTables.find(sheet, read, column));
  }

  private Item.Column column(List<Line> lines, List<Grid> tables) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (Line line : lines) {
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
    }
    if (lines.size() < 4) {
      for (Grid table : tables) {
        left = Math.min(left, table.box().x());
        right = Math.max(right, table.box().x() + table.box().width());
      }
    }
    columns++;
    return new Item.Column(sheet.number(), columns, Math.min(left, right), right);
  }

  private static double top(Item item) {
    return item.match(text -> text.line().baseline(), table -> table.grid().box().y());
  }

  static boolean inside(Box box, Word word) {
    double x = word.centre();
    double y = word.middle();
    return x > box.x() && x < box.x() + box.width() && y > box.y() && y < box.y() + box.height();
  }
}
