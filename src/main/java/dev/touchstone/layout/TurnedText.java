package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts text that is written in another direction than its page where it belongs: the turned heads
 * of narrow columns into their table, everything else behind the rest of the page.
 */
final class TurnedText {

  private TurnedText() {}

  /**
   * @param tables of the page; those with turned heads are replaced by tables that hold them
   * @return the lines that belong to no table
   */
  static List<Line> intoTables(Sheet sheet, List<Grid> tables) {
    List<Line> rest = new ArrayList<>();
    for (Line line : sheet.turnedLines()) {
      boolean placed = false;
      for (int i = 0; i < tables.size() && !placed; i++) {
        Grid with = with(tables.get(i), line, sheet);
        placed = with != null;
        if (with != null) {
          tables.set(i, with);
        }
      }
      if (!placed) {
        rest.add(line);
      }
    }
    return rest;
  }

  /** Blocks of their own, one after the other in the order of their directions. */
  static List<Item> behind(Sheet sheet, List<Line> lines) {
    List<Item> items = new ArrayList<>();
    for (Line line : lines) {
      int way = line.first().turn();
      double left = Double.MAX_VALUE;
      double right = 0;
      for (Line other : lines) {
        if (other.first().turn() == way) {
          left = Math.min(left, other.left());
          right = Math.max(right, other.right());
        }
      }
      Item.Column column = new Item.Column(sheet.number(), Item.Column.TURNED + way, left, right);
      items.add(new Item.Text(line, column, null));
    }
    return items;
  }

  private static @Nullable Grid with(Grid table, Line line, Sheet sheet) {
    Box place = sheet.place(line);
    double x = place.x() + place.width() / 2;
    double y = place.y() + place.height() / 2;
    Box box = table.box();
    boolean inside =
        x > box.x() && x < box.x() + box.width() && y > box.y() && y < box.y() + box.height();
    if (!inside) {
      return null;
    }
    int col = Columns.slot(table.xs(), x);
    int row = rowAbove(table, place.y() + place.height(), sheet.turn());
    for (GridCell cell : table.cells()) {
      boolean covers =
          cell.row() <= row
              && row < cell.row() + cell.rowSpan()
              && cell.col() <= col
              && col < cell.col() + cell.colSpan();
      boolean free =
          cell.lines().stream().allMatch(known -> known.first().turn() == line.first().turn());
      if (covers && free) {
        return table.replacing(cell, cell.and(line));
      }
    }
    return null;
  }

  /** The last row before the first that begins below a place. */
  private static int rowAbove(Grid table, double bottom, int turn) {
    int first = table.rows();
    for (GridCell cell : table.cells()) {
      boolean below =
          !cell.empty()
              && cell.lines().stream().allMatch(line -> line.first().turn() == turn)
              && cell.lines().get(0).middle() > bottom;
      if (below) {
        first = Math.min(first, cell.row());
      }
    }
    return Math.max(0, first - 1);
  }
}
