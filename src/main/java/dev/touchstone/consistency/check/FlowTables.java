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

/** Tables of disposition: a row for those randomised, below it who completed and who left. */
final class FlowTables {

  private static final String WHO =
      "(?i)^\\W*(?:(?:total|all|number|no\\.?|n)\\s(?:of )?)?(?:(?:patients|participants|subjects)\\s(?:who )?)?(?:were |had )?";
  private static final String END = "(?:,? (?:n|no\\.?)\\b)?[\\s(),%:.*†‡]*$";

  private static final Pattern RANDOMISED =
      Pattern.compile(
          WHO
              + "(?:randomi[sz]ed|randomly assigned|allocated)(?: (?:patients|participants|subjects|population))?"
              + END);
  private static final Pattern COMPLETED =
      Pattern.compile(
          WHO
              + "completed(?: (?:the )?(?:[\\w-]+ )?(?:study|trial|follow-?up|period|phase))?"
              + END);
  private static final Pattern DISCONTINUED =
      Pattern.compile(
          WHO
              + "(?:premature(?:ly)? )?(?:discontinued|withdrew|withdrawn|discontinuations?|withdrawals?|did not complete|dropped out|drop-?outs?)(?: (?:from )?(?:the )?(?:[\\w-]+ )?(?:study|trial|period|phase))?"
              + END);
  private static final Pattern ANALYSED =
      Pattern.compile(
          WHO
              + "(?:analy[sz]ed|(?:safety|efficacy|full|per[ -]protocol|intention[ -]to[ -]treat|intent[ -]to[ -]treat|ITT|mITT|FAS)(?: (?:analysis|population|set))+)"
              + END);

  private FlowTables() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Table table : reading.tables()) {
      @Nullable Cell[][] grid = reading.grid(table);
      int randomised = row(table, grid, RANDOMISED);
      if (randomised < 0) {
        continue;
      }
      int completed = row(table, grid, COMPLETED);
      int left = row(table, grid, DISCONTINUED);
      if (completed >= 0 && left >= 0) {
        candidates++;
        findings.addAll(
            sums(table, grid, randomised, List.of(completed, left), "Completed and left"));
      }
      for (int row : rows(table, grid, ANALYSED)) {
        candidates++;
        findings.addAll(more(table, grid, randomised, row));
      }
      List<Integer> reasons = left < 0 ? List.of() : reasons(table, grid, left);
      if (reasons.size() > 1) {
        candidates++;
        findings.addAll(sums(table, grid, left, reasons, "The reasons"));
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static int row(Table table, @Nullable Cell[][] grid, Pattern label) {
    List<Integer> rows = rows(table, grid, label);
    return rows.size() == 1 ? rows.get(0) : -1;
  }

  private static List<Integer> rows(Table table, @Nullable Cell[][] grid, Pattern label) {
    List<Integer> found = new ArrayList<>();
    for (int row = table.headerRows(); row < grid.length; row++) {
      if (label.matcher(RowLabels.own(grid, row)).find()) {
        found.add(row);
      }
    }
    return found;
  }

  /** The rows below those who left, up to the next stage. */
  private static List<Integer> reasons(Table table, @Nullable Cell[][] grid, int left) {
    List<Integer> rows = new ArrayList<>();
    for (int row = left + 1; row < grid.length; row++) {
      String label = RowLabels.own(grid, row);
      if (COMPLETED.matcher(label).find()
          || RANDOMISED.matcher(label).find()
          || ANALYSED.matcher(label).find()) {
        break;
      }
      boolean counts = false;
      for (int col = 1; col < table.cols(); col++) {
        counts |= CellNumber.count(grid[row][col]) != null;
      }
      if (counts) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** A column that adds up shows that the rows are parts of the one; then the others must. */
  private static List<FindingDraft> sums(
      Table table, @Nullable Cell[][] grid, int whole, List<Integer> parts, String what) {
    List<FindingDraft> findings = new ArrayList<>();
    int right = 0;
    for (int col = Math.max(1, table.headerCols()); col < table.cols(); col++) {
      Integer all = CellNumber.count(grid[whole][col]);
      int column = col;
      List<Cell> cells =
          parts.stream()
              .map(row -> grid[row][column])
              .filter(its -> its != null && CellNumber.count(its) != null)
              .map(Objects::requireNonNull)
              .toList();
      if (all == null || cells.size() != parts.size()) {
        continue;
      }
      int sum = cells.stream().mapToInt(FlowTables::count).sum();
      if (sum == all) {
        right++;
        continue;
      }
      String added =
          cells.stream().map(its -> Figures.plain(count(its))).collect(Collectors.joining(" + "));
      findings.add(
          FindingDraft.of(
                  Severity.ERROR,
                  what
                      + " make "
                      + added
                      + " = "
                      + Figures.plain(sum)
                      + ", but the column has "
                      + Figures.plain(all)
                      + ".")
              .expected(Figures.plain(all))
              .found(Figures.plain(sum))
              .at(NoteReading.at(table, Objects.requireNonNull(grid[whole][col])))
              .at(cells.stream().map(its -> NoteReading.at(table, its)).toList())
              .step(what, added, Figures.plain(sum))
              .step(RowLabels.own(grid, whole), null, Figures.plain(all))
              .settle("Look up the flow of participants of this column in the source.")
              .identity("disposition", what, added, all));
    }
    return right > 0 ? findings : List.of();
  }

  /** Nobody is analysed who was not randomised. */
  private static List<FindingDraft> more(
      Table table, @Nullable Cell[][] grid, int randomised, int analysed) {
    List<FindingDraft> findings = new ArrayList<>();
    for (int col = Math.max(1, table.headerCols()); col < table.cols(); col++) {
      Cell all = grid[randomised][col];
      Cell part = grid[analysed][col];
      Integer n = CellNumber.count(all);
      Integer k = CellNumber.count(part);
      if (all == null || part == null || n == null || k == null || k <= n) {
        continue;
      }
      findings.add(
          FindingDraft.of(
                  Severity.ERROR,
                  Figures.plain(k)
                      + " are analysed of "
                      + Figures.plain(n)
                      + " who were randomised.")
              .expected("at most " + Figures.plain(n))
              .found(Figures.plain(k))
              .at(NoteReading.at(table, all), NoteReading.at(table, part))
              .step(RowLabels.own(grid, randomised), null, Figures.plain(n))
              .step(RowLabels.own(grid, analysed), "cannot be more", Figures.plain(k))
              .settle("Look up the flow of participants of this column in the source.")
              .identity("analysed", n, k));
    }
    return findings;
  }

  private static int count(Cell cell) {
    Integer n = CellNumber.count(cell);
    return n == null ? 0 : n;
  }
}
