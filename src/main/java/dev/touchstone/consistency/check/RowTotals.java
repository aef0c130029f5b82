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

/** A row of totals against the rows above it: "All" below three trials, "All causes" of deaths. */
final class RowTotals {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:all|total|totals|overall|sum)(?: (?:causes|patients|participants|deaths|trials|studies|events))?[*†‡§:]*");

  private RowTotals() {}

  static TotalMismatch.Result examine(NoteReading reading, Table table) {
    @Nullable Cell[][] grid = reading.grid(table);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    int first = table.headerRows();
    for (int row = table.headerRows(); row < grid.length; row++) {
      Cell label = grid[row][0];
      if (label != null && label.colSpan() == grid[row].length && grid[row].length > 1) {
        first = row + 1;
      } else if (label != null && LABEL.matcher(CellNumber.text(label)).matches()) {
        if (row - first >= 2) {
          candidates++;
          FindingDraft finding = judge(reading, table, grid, first, row);
          if (finding != null) {
            findings.add(finding);
          }
        }
        first = row + 1;
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /**
   * The rows are the parts of the total if they add up in another column; then a column where they
   * do not has a slip in it.
   */
  private static @Nullable FindingDraft judge(
      NoteReading reading, Table table, @Nullable Cell[][] grid, int first, int totalRow) {
    List<Integer> wrong = new ArrayList<>();
    int right = 0;
    for (int col = Math.max(1, table.headerCols()); col < table.cols(); col++) {
      Integer total = CellNumber.count(grid[totalRow][col]);
      List<Integer> parts = parts(grid, first, totalRow, col);
      if (total == null || parts.isEmpty()) {
        continue;
      }
      int sum = parts.stream().mapToInt(Integer::intValue).sum();
      if (sum != total) {
        wrong.add(col);
      } else if (total > 0) {
        right++;
      }
    }
    if (wrong.isEmpty() || right == 0 || wrong.size() > right) {
      return null;
    }
    int col = wrong.get(0);
    List<Integer> parts = parts(grid, first, totalRow, col);
    int sum = parts.stream().mapToInt(Integer::intValue).sum();
    Cell total = Objects.requireNonNull(grid[totalRow][col]);
    String added = parts.stream().map(String::valueOf).collect(Collectors.joining(" + "));
    String label = CellNumber.text(Objects.requireNonNull(grid[totalRow][0]));
    FindingDraft finding =
        FindingDraft.of(
                Severity.ERROR,
                "The rows add up to "
                    + sum
                    + ", but the row “"
                    + label
                    + "” states "
                    + CellNumber.count(total)
                    + ".")
            .expected(String.valueOf(sum))
            .found(CellNumber.text(total))
            .at(NoteReading.at(table, total))
            .step("Sum of the rows", added, String.valueOf(sum))
            .step(label, null, CellNumber.text(total))
            .step("Columns that do add up", null, String.valueOf(right))
            .settle("Look up the rows in the source; one of them, or the total, is a slip.")
            .identity("rows", label, added, CellNumber.text(total));
    for (int row = first; row < totalRow; row++) {
      Cell cell = grid[row][col];
      if (cell != null) {
        finding.at(NoteReading.at(table, cell));
      }
    }
    return finding;
  }

  /** The counts above the total; empty where a cell is no count. */
  private static List<Integer> parts(@Nullable Cell[][] grid, int first, int totalRow, int col) {
    List<Integer> parts = new ArrayList<>();
    for (int row = first; row < totalRow; row++) {
      Integer count = CellNumber.count(grid[row][col]);
      if (count == null) {
        return List.of();
      }
      parts.add(count);
    }
    return parts;
  }
}
