package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of totals against the columns beside it, row by row. */
final class ColumnTotals {

  /** So many rows must add up before a row that does not is taken for a slip. */
  private static final int WITNESSES = 3;

  /** Rows whose figures do not add up over the columns. */
  private static final Pattern NO_COUNT =
      Pattern.compile("(?i)\\b(?:medians?|means?|averages?|range|SD|IQR|ratio|minimum|maximum)\\b");

  private ColumnTotals() {}

  static TotalMismatch.Result examine(NoteReading reading, Table table) {
    @Nullable Cell[][] grid = reading.grid(table);
    if (table.headerRows() == 0 || grid.length == 0) {
      return TotalMismatch.Result.NONE;
    }
    List<Integer> totals = new ArrayList<>();
    List<Integer> parts = new ArrayList<>();
    for (int col = Math.max(1, table.headerCols()); col < table.cols(); col++) {
      Cell head = grid[table.headerRows() - 1][col];
      if (head == null) {
        return TotalMismatch.Result.NONE;
      }
      if (HeaderTotals.isTotal(grid, table.headerRows(), col)) {
        totals.add(col);
      } else if (hasCounts(grid, table.headerRows(), col)) {
        parts.add(col);
      }
    }
    if (totals.size() != 1 || parts.size() < 2) {
      return TotalMismatch.Result.NONE;
    }
    return judge(table, grid, totals.get(0), parts);
  }

  private static boolean hasCounts(@Nullable Cell[][] grid, int first, int col) {
    for (int row = first; row < grid.length; row++) {
      if (CellNumber.count(grid[row][col]) != null) {
        return true;
      }
    }
    return false;
  }

  private static TotalMismatch.Result judge(
      Table table, @Nullable Cell[][] grid, int total, List<Integer> parts) {
    List<Integer> wrong = new ArrayList<>();
    int right = 0;
    for (int row = table.headerRows(); row < grid.length; row++) {
      Cell label = grid[row][0];
      if (label != null && NO_COUNT.matcher(CellNumber.text(label)).find()) {
        continue;
      }
      Integer stated = CellNumber.count(grid[row][total]);
      List<Integer> counts = new ArrayList<>();
      for (int col : parts) {
        Integer count = CellNumber.count(grid[row][col]);
        if (count != null) {
          counts.add(count);
        }
      }
      if (stated == null || counts.size() != parts.size()) {
        continue;
      }
      int sum = counts.stream().mapToInt(Integer::intValue).sum();
      if (sum != stated) {
        wrong.add(row);
      } else if (stated > 0) {
        right++;
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    if (right >= WITNESSES && wrong.size() * WITNESSES <= right) {
      for (int row : wrong) {
        findings.add(finding(table, grid, row, total, parts, right));
      }
    }
    return TotalMismatch.Result.of(right + wrong.size() > 0 ? 1 : 0, findings);
  }

  private static FindingDraft finding(
      Table table, @Nullable Cell[][] grid, int row, int total, List<Integer> parts, int right) {
    List<Cell> cells = parts.stream().map(col -> Objects.requireNonNull(grid[row][col])).toList();
    Cell stated = Objects.requireNonNull(grid[row][total]);
    int sum = cells.stream().mapToInt(cell -> Objects.requireNonNull(CellNumber.count(cell))).sum();
    String added =
        cells.stream()
            .map(cell -> String.valueOf(CellNumber.count(cell)))
            .collect(Collectors.joining(" + "));
    Cell label = grid[row][0];
    String name = label == null ? "the row" : "“" + CellNumber.text(label) + "”";
    return FindingDraft.of(
            Severity.ERROR,
            "The columns of "
                + name
                + " add up to "
                + sum
                + ", but the total states "
                + CellNumber.count(stated)
                + ".")
        .expected(String.valueOf(sum))
        .found(CellNumber.text(stated))
        .at(NoteReading.at(table, stated))
        .at(cells.stream().map(cell -> NoteReading.at(table, cell)).toList())
        .step("Sum of the columns", added, String.valueOf(sum))
        .step("Stated total", null, CellNumber.text(stated))
        .step("Rows that do add up", null, String.valueOf(right))
        .settle("Look up the row in the source; one of its figures is a slip.")
        .identity("columns", name, added, CellNumber.text(stated));
  }
}
