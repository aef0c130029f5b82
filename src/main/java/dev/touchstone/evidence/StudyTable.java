package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table with a trial in each row. */
final class StudyTable {

  private static final Pattern CORNER =
      Pattern.compile("(?i)(?:trial|study)(?: name| identifier)?");
  private static final Pattern SUM = Pattern.compile("(?i)all|total|overall|pooled|sum");

  private StudyTable() {}

  static boolean is(Table table) {
    return table.cells().stream()
        .filter(cell -> cell.row() == 0 && cell.col() == 0)
        .anyMatch(cell -> CORNER.matcher(cell.text().strip()).matches());
  }

  /** What each row calls its trial: the name first, then its other words; rows of sums left out. */
  static List<List<String>> rows(Table table) {
    List<List<String>> rows = new ArrayList<>();
    if (!is(table)) {
      return rows;
    }
    @Nullable Cell[][] grid = table.grid();
    for (int r = Math.max(1, table.headerRows()); r < grid.length; r++) {
      Cell first = grid[r][0];
      if (first == null
          || first.text().isBlank()
          || first.colSpan() > 1
          || SUM.matcher(first.text().strip()).matches()) {
        continue;
      }
      List<String> names = new ArrayList<>();
      names.add(first.passage().withoutCitations().text().strip());
      for (int c = 1; c < grid[r].length; c++) {
        Cell cell = grid[r][c];
        // A word that is no number, phase or dash: the disease, the country.
        if (cell != null
            && cell.text().matches("\\p{L}[\\p{L} -]{2,30}")
            && !cell.text().matches("(?i)[IVab/ -]+|.*phase.*|yes|no")) {
          names.add(cell.text().strip());
        }
      }
      rows.add(names);
    }
    return rows;
  }
}
