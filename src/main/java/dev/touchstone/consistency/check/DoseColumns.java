package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns of doses that are multiples of one another: per intake and per day, per m² and absolute.
 */
final class DoseColumns {

  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)\\b(mg|g|µg|μg|mcg)(?:\\s*/\\s*(m\\s*²|m2|kg))?(?:\\s*/\\s*(day|d))?\\b|(mg|g)/(m²)");

  private static final Pattern SURFACE = Pattern.compile("(?i)(\\d\\.\\d{1,2})\\s*m\\s*(?:²|2)");

  private static final Map<String, Integer> TIMES =
      Map.of(
          "twice daily", 2,
          "twice a day", 2,
          "b.i.d", 2,
          "bid", 2,
          "three times daily", 3,
          "three times a day", 3,
          "tid", 3,
          "four times daily", 4,
          "four times a day", 4);

  /**
   * A column of doses.
   *
   * @param times intakes a day, where the header tells
   * @param surface the body surface area that the header assumes
   */
  private record Doses(
      int col,
      boolean perSurface,
      boolean perDay,
      @Nullable Integer times,
      @Nullable BigDecimal surface,
      Set<String> words) {}

  private DoseColumns() {}

  static TotalMismatch.Result examine(Table table) {
    @Nullable Cell[][] grid = table.grid();
    if (table.headerRows() == 0 || grid.length <= table.headerRows()) {
      return TotalMismatch.Result.NONE;
    }
    List<Doses> columns = new ArrayList<>();
    for (int col = 0; col < table.cols(); col++) {
      Cell head = grid[table.headerRows() - 1][col];
      Doses doses = head == null ? null : read(table, head, col);
      if (doses != null) {
        columns.add(doses);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Doses from : columns) {
      for (Doses to : columns) {
        BigDecimal factor = factor(from, to);
        if (factor == null) {
          continue;
        }
        candidates++;
        findings.addAll(judge(table, grid, from, to, factor));
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static @Nullable Doses read(Table table, Cell head, int col) {
    String text = CellNumber.text(head);
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher unit = UNIT.matcher(text);
    if (!unit.find()) {
      return null;
    }
    boolean perSurface = text.matches("(?s).*/\\s*m\\s*(?:²|2).*");
    Integer times = null;
    for (Map.Entry<String, Integer> entry : TIMES.entrySet()) {
      if (lower.contains(entry.getKey())) {
        times = entry.getValue();
      }
    }
    boolean perDay = times == null && lower.matches("(?s).*(?:per day|/day|/ day|daily|a day).*");
    Matcher surface = SURFACE.matcher(text);
    BigDecimal area = surface.find() ? new BigDecimal(surface.group(1)) : null;
    Set<String> words = new TreeSet<>(Words.content(text));
    words.removeIf(
        word ->
            word.matches(
                "mg|g|m2|kg|day|dose|per|intake|daily|twice|three|four|time|absolute|m|total|[\\d.]+"));
    return new Doses(col, perSurface, perDay, times, area, words);
  }

  /**
   * What a dose of one column must be multiplied by to give the other; null if they are unrelated.
   */
  private static @Nullable BigDecimal factor(Doses from, Doses to) {
    if (from == to || !sameDrug(from, to)) {
      return null;
    }
    Integer times = from.times;
    if (times != null && to.perDay && from.perSurface == to.perSurface && to.surface == null) {
      return BigDecimal.valueOf(times);
    }
    BigDecimal surface = to.surface;
    if (surface != null && from.perSurface && !to.perSurface) {
      if (from.perDay && to.perDay) {
        return surface;
      }
      return null;
    }
    return null;
  }

  private static boolean sameDrug(Doses one, Doses other) {
    return one.words.equals(other.words)
        || one.words.containsAll(other.words)
        || other.words.containsAll(one.words);
  }

  private static List<FindingDraft> judge(
      Table table, @Nullable Cell[][] grid, Doses from, Doses to, BigDecimal factor) {
    List<Integer> wrong = new ArrayList<>();
    int right = 0;
    for (int row = table.headerRows(); row < grid.length; row++) {
      ReportedNumber value = CellNumber.number(grid[row][from.col]);
      ReportedNumber total = CellNumber.number(grid[row][to.col]);
      if (value == null || total == null) {
        continue;
      }
      if (fits(value, total, factor)) {
        right++;
      } else {
        wrong.add(row);
      }
    }
    // If no row fits, the header was misread.
    if (right == 0 || wrong.size() > right) {
      return List.of();
    }
    List<FindingDraft> findings = new ArrayList<>();
    for (int row : wrong) {
      findings.add(finding(table, grid, row, from, to, factor, right));
    }
    return findings;
  }

  private static boolean fits(ReportedNumber value, ReportedNumber total, BigDecimal factor) {
    Interval rounding = value.roundingInterval();
    BigDecimal exact = value.value().multiply(factor);
    Interval product =
        value.decimals() == 0
            ? new Interval(exact, exact)
            : new Interval(rounding.low().multiply(factor), rounding.high().multiply(factor));
    return product.meets(total.roundingInterval());
  }

  private static FindingDraft finding(
      Table table,
      @Nullable Cell[][] grid,
      int row,
      Doses from,
      Doses to,
      BigDecimal factor,
      int right) {
    Cell one = Objects.requireNonNull(grid[row][from.col]);
    Cell other = Objects.requireNonNull(grid[row][to.col]);
    ReportedNumber value = Objects.requireNonNull(CellNumber.number(one));
    ReportedNumber total = Objects.requireNonNull(CellNumber.number(other));
    String product = Figures.plain(value.value().multiply(factor));
    Cell head = Objects.requireNonNull(grid[table.headerRows() - 1][to.col]);
    Cell fromHead = Objects.requireNonNull(grid[table.headerRows() - 1][from.col]);
    String unit = to.perSurface ? "mg/m²" : "mg";
    FindingDraft finding =
        FindingDraft.of(
                Severity.ERROR,
                value.asWritten()
                    + " "
                    + (from.perSurface ? "mg/m²" : "mg")
                    + " × "
                    + factor.toPlainString()
                    + (to.surface == null ? "" : " m²")
                    + " is "
                    + product
                    + " "
                    + unit
                    + ", not "
                    + total.asWritten()
                    + " "
                    + unit
                    + ".")
            .expected(product + " " + unit)
            .found(total.asWritten() + " " + unit)
            .at(NoteReading.at(table, one), NoteReading.at(table, other))
            .at(NoteReading.at(table, head))
            .step(CellNumber.text(fromHead), null, value.asWritten())
            .step(
                CellNumber.text(head), value.asWritten() + " × " + factor.toPlainString(), product)
            .step("Printed", null, total.asWritten())
            .step("Rows that do fit", null, String.valueOf(right))
            .settle("Look up the dose level in the cited protocol.")
            .identity("column", value.asWritten(), factor.toPlainString(), total.asWritten());
    Cell label = grid[row][0];
    return label == null || from.col == 0 ? finding : finding.at(NoteReading.at(table, label));
  }
}
