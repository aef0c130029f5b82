package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.List;

/** Takes the caption out of a table where it stands inside the frame, above the header. */
final class TitleRows {

  private TitleRows() {}

  /**
   * @param outside where the lines of the caption go
   * @return the table without its caption
   */
  static Grid lift(Grid grid, List<Line> outside) {
    List<GridCell> first = grid.row(0).stream().filter(cell -> !cell.empty()).toList();
    if (grid.rows() < 3 || first.size() != 1) {
      return grid;
    }
    GridCell title = first.get(0);
    boolean alone = title.col() == 0 && title.colSpan() == grid.cols();
    if (!alone || title.rowSpan() > 1 || !Labels.isTable(title.lines().get(0))) {
      return grid;
    }
    outside.addAll(title.lines());
    Line last = title.lines().get(title.lines().size() - 1);
    Box box = grid.box();
    double top = last.bottom() + 0.5;
    Box rest = new Box(box.x(), top, box.width(), box.y() + box.height() - top);
    return grid.withoutRows(0, 1).in(rest);
  }
}
