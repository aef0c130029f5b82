package dev.touchstone.report;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as rows; a spanning cell is repeated into every cell that it covers. */
final class TableCsv {

  private TableCsv() {}

  static void write(Table table, OutputStream out) throws IOException {
    CsvFile file = CsvFile.on(out);
    for (@Nullable Cell[] cells : table.grid()) {
      List<String> row = new ArrayList<>(cells.length);
      for (Cell cell : cells) {
        row.add(cell == null ? "" : cell.text());
      }
      file.row(row);
    }
    file.flush();
  }
}
