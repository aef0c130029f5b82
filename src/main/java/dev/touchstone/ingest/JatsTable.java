package dev.touchstone.ingest;

import java.util.HashMap;
import java.util.Map;

/** Reads the rows of a table in an article; JATS takes its tables from HTML. */
final class JatsTable {

  private final JatsWords words;
  private final ReadLimits limits;
  private final Grid grid = new Grid();
  private int cells;

  JatsTable(JatsWords words, ReadLimits limits, int cellsBefore) {
    this.words = words;
    this.limits = limits;
    this.cells = cellsBefore;
  }

  int cells() {
    return cells;
  }

  Grid read(XmlElement table, String path) throws Unreadable {
    grid.headerRows(0);
    Map<String, Integer> places = new HashMap<>();
    for (XmlElement part : table.children()) {
      String partPath =
          path + "/" + part.name() + "[" + places.merge(part.name(), 1, Integer::sum) + "]";
      switch (part.name()) {
        case "thead" -> {
          rows(part, partPath);
          grid.endHeader();
        }
        case "tbody", "tfoot" -> rows(part, partPath);
        case "tr" -> row(part, partPath);
        default -> {}
      }
    }
    return grid;
  }

  private void rows(XmlElement group, String path) throws Unreadable {
    int number = 0;
    for (XmlElement row : group.children("tr")) {
      number++;
      row(row, path + "/tr[" + number + "]");
    }
  }

  private void row(XmlElement row, String path) throws Unreadable {
    grid.startRow();
    Map<String, Integer> places = new HashMap<>();
    for (XmlElement cell : row.children()) {
      if (!cell.is("td") && !cell.is("th")) {
        continue;
      }
      if (++cells > limits.tableCells()) {
        throw Unreadable.tooLarge(
            "The number of table cells", cells, limits.tableCells(), "limits.table-cells");
      }
      String cellPath =
          path + "/" + cell.name() + "[" + places.merge(cell.name(), 1, Integer::sum) + "]";
      grid.cell(
          span(cell.attribute("rowspan")),
          span(cell.attribute("colspan")),
          cell.is("th"),
          words.of(cell),
          cellPath);
    }
  }

  private static int span(String value) {
    boolean number =
        !value.isEmpty() && value.length() <= 6 && value.chars().allMatch(Character::isDigit);
    return number ? Math.max(1, Integer.parseInt(value)) : 1;
  }
}
