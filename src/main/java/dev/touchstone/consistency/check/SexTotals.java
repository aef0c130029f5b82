package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.mention.CellAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of men and women against the number of participants that heads their column. */
final class SexTotals {

  private static final Pattern MEN =
      Pattern.compile("(?i)^(?:male|man|men|boy)s?\\b(?!.*female).*");
  private static final Pattern WOMEN =
      Pattern.compile("(?i)^(?:female|woman|women|girl)s?\\b(?!.* male).*");

  private SexTotals() {}

  static TotalMismatch.Result examine(NoteReading reading, Table table) {
    @Nullable Cell[][] grid = reading.grid(table);
    for (int row = table.headerRows(); row + 1 < grid.length; row++) {
      if (is(MEN, grid[row][0]) && is(WOMEN, grid[row + 1][0])
          || is(WOMEN, grid[row][0]) && is(MEN, grid[row + 1][0])) {
        return judge(reading, table, grid, row);
      }
    }
    return TotalMismatch.Result.NONE;
  }

  private static boolean is(Pattern sex, @Nullable Cell label) {
    return label != null && sex.matcher(CellNumber.text(label)).matches();
  }

  /** One column that adds up shows that the two rows hold all participants. */
  private static TotalMismatch.Result judge(
      NoteReading reading, Table table, @Nullable Cell[][] grid, int row) {
    Denominators denominators = reading.denominators();
    List<FindingDraft> findings = new ArrayList<>();
    boolean right = false;
    int candidates = 0;
    for (int col = Math.max(1, table.headerCols()); col < table.cols(); col++) {
      Integer one = CellNumber.count(grid[row][col]);
      Integer other = CellNumber.count(grid[row + 1][col]);
      Denominator n = denominators.header(table, new CellAddress(table.id(), row, col));
      if (one == null || other == null || n == null || n.place() == null) {
        continue;
      }
      candidates++;
      if (one + other == n.n()) {
        right = true;
      } else {
        findings.add(finding(table, grid, row, col, n, one, other));
      }
    }
    return TotalMismatch.Result.of(
        candidates, right && findings.size() == 1 ? findings : List.of());
  }

  private static FindingDraft finding(
      Table table, @Nullable Cell[][] grid, int row, int col, Denominator n, int one, int other) {
    String added = one + " + " + other;
    return FindingDraft.of(
            one + other > n.n() ? Severity.ERROR : Severity.WARNING,
            "Men and women are "
                + added
                + " = "
                + (one + other)
                + ", but the column has "
                + n.n()
                + " participants.")
        .expected(String.valueOf(n.n()))
        .found(String.valueOf(one + other))
        .at(NoteReading.at(table, Objects.requireNonNull(grid[row][col])))
        .at(NoteReading.at(table, Objects.requireNonNull(grid[row + 1][col])))
        .at(Objects.requireNonNull(n.place()))
        .step("Both rows", added, String.valueOf(one + other))
        .step("Header of the column", null, String.valueOf(n.n()))
        .step("Another column of the table", "adds up", null)
        .settle("Look up the rows in the source, and whether the sex of some is unknown.")
        .identity("sexes", added, n.n());
  }
}
