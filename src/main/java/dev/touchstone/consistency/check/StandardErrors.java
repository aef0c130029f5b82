package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables with a column of standard deviations, one of standard errors and one of numbers. */
final class StandardErrors {

  private StandardErrors() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Table table : reading.tables()) {
      @Nullable Cell[][] grid = reading.grid(table);
      int n = column(grid, table, "(?i)n|no\\.?|number(?: of patients)?");
      int deviation = column(grid, table, "(?i)S\\.?D\\.?|standard deviation");
      int error = column(grid, table, "(?i)S\\.?E\\.?M?\\.?|standard error(?: of the mean)?");
      if (n < 0 || deviation < 0 || error < 0) {
        continue;
      }
      for (int row = table.headerRows(); row < grid.length; row++) {
        Integer count = CellNumber.count(grid[row][n]);
        ReportedNumber sd = CellNumber.number(grid[row][deviation]);
        ReportedNumber se = CellNumber.number(grid[row][error]);
        if (count == null || count < 2 || sd == null || se == null) {
          continue;
        }
        candidates++;
        double root = Math.sqrt(count);
        double least = sd.roundingInterval().low().doubleValue() / root;
        double most = sd.roundingInterval().high().doubleValue() / root;
        if (se.roundingInterval().high().doubleValue() < least
            || se.roundingInterval().low().doubleValue() > most) {
          findings.add(finding(table, row, count, sd, se, cells(grid, row, n, deviation, error)));
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** The one column with a name; -1 where there is none, or where there are several. */
  private static int column(@Nullable Cell[][] grid, Table table, String name) {
    int found = -1;
    for (int col = 1; table.headerRows() > 0 && col < table.cols(); col++) {
      Cell head = grid[table.headerRows() - 1][col];
      if (head != null && CellNumber.text(head).matches(name)) {
        if (found >= 0) {
          return -1;
        }
        found = col;
      }
    }
    return found;
  }

  private static List<Cell> cells(@Nullable Cell[][] grid, int row, int... cols) {
    List<Cell> cells = new ArrayList<>();
    for (int col : cols) {
      Cell cell = grid[row][col];
      if (cell != null) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static FindingDraft finding(
      Table table, int row, int n, ReportedNumber sd, ReportedNumber se, List<Cell> cells) {
    String right = Moments.shown(sd.doubleValue() / Math.sqrt(n));
    return FindingDraft.of(
            Severity.WARNING,
            "The standard error "
                + se.asWritten()
                + " is not the deviation "
                + sd.asWritten()
                + " of "
                + n
                + " values over √n.")
        .expected("about " + right)
        .found(se.asWritten())
        .at(cells.stream().map(cell -> NoteReading.at(table, cell)).toList())
        .step("Deviation over √n", sd.asWritten() + " ÷ √" + n, right)
        .step("Printed", "row " + (row + 1), se.asWritten())
        .settle("Look up deviation, error and number in the source; two may be exchanged.")
        .identity("error", n, sd.asWritten(), se.asWritten());
  }
}
