package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines and tables of one page in the order in which they are read. */
final class PageFlow {

  private PageFlow() {}

  static List<Item> of(Sheet sheet) {
    List<Line> lines = new ArrayList<>(sheet.lines());
    List<Lattice> lattices = Lattice.of(sheet.ruling());
    List<Grid> tables = TableFinder.ruled(sheet, lattices, lines);
    tables.addAll(OpenTables.find(sheet, lines, tables));
    List<Frame> frames = Frame.of(sheet, lattices, tables);
    Item.Column whole = column(sheet, lines, tables);
    List<Item> items = new ArrayList<>();
    for (Line line : lines) {
      items.add(new Item.Text(line, whole, Frame.around(line, frames)));
    }
    for (Grid table : tables) {
      items.add(new Item.Tabular(table, whole));
    }
    items.sort(Comparator.comparingDouble(PageFlow::top));
    return items;
  }

  private static Item.Column column(Sheet sheet, List<Line> lines, List<Grid> tables) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (Line line : lines) {
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
    }
    for (Grid table : tables) {
      left = Math.min(left, table.box().x());
      right = Math.max(right, table.box().x() + table.box().width());
    }
    return new Item.Column(sheet.number(), Math.min(left, right), right);
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
