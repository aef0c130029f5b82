package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.HeaderReach;
import dev.touchstone.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table with a trial in each row. */
final class StudyTable {

  private static final Pattern CORNER =
      Pattern.compile("(?i)(?:trial|study)(?: name| identifier)?");
  private static final Pattern SUM = Pattern.compile("(?i)all|total|overall|pooled|sum");

  /**
   * A trial.
   *
   * @param names the name first, then what else its row calls it
   */
  record Row(List<String> names, @Nullable String phase, @Nullable String registry) {}

  private StudyTable() {}

  static boolean is(Table table) {
    return table.cells().stream()
        .filter(cell -> cell.row() == 0 && cell.col() == 0)
        .anyMatch(cell -> CORNER.matcher(cell.text().strip()).matches());
  }

  /** What each row calls its trial: the name first, then its other words; rows of sums left out. */
  static List<Row> rows(Table table) {
    List<Row> rows = new ArrayList<>();
    if (!is(table)) {
      return rows;
    }
    @Nullable Cell[][] grid = table.grid();
    for (int r = Math.max(1, HeaderReach.rows(table)); r < grid.length; r++) {
      Cell first = grid[r][0];
      if (first == null
          || first.text().isBlank()
          || first.colSpan() > 1
          || SUM.matcher(first.text().strip()).matches()) {
        continue;
      }
      List<String> names = new ArrayList<>();
      String phase = null;
      String registry = null;
      names.add(first.passage().withoutCitations().text().strip());
      for (int c = 1; c < grid[r].length; c++) {
        Cell cell = grid[r][c];
        String text = cell == null ? "" : cell.passage().withoutCitations().text().strip();
        String head = grid[0][c] == null ? "" : Objects.requireNonNull(grid[0][c]).text();
        Matcher number = StudyCues.REGISTRY.matcher(text);
        registry = number.find() ? number.group() : registry;
        Matcher printed =
            Phase.PRINTED.matcher(
                text.matches("[IVab1-4/ -]{1,8}") && head.matches("(?i)\\s*phase\\s*")
                    ? "Phase " + text
                    : text);
        phase = printed.find() ? Phase.of(printed) : phase;
        // A word that is no number, phase or dash: the disease, the country.
        if (text.matches("\\p{L}[\\p{L} -]{2,30}")
            && !text.matches(
                "(?i)[IVab/ -]+|.*phase.*|yes|no|randomi[sz]ed|open-label|double-blind|completed|ongoing")) {
          names.add(text);
        }
      }
      rows.add(new Row(List.copyOf(names), phase, registry));
    }
    return rows;
  }
}
