package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of median survival with and without progression in one table, column by column. */
final class TimeRows {

  private static final Pattern OVERALL = Pattern.compile("(?i)\\boverall survival\\b|\\bOS\\b");
  private static final Pattern FREE =
      Pattern.compile(
          "(?i)\\b(?:progression|disease|event|relapse)-? ?free survival\\b|\\b(?:m?PFS|DFS|EFS|RFS)\\b");
  private static final Pattern UNIT = Pattern.compile("(?i)\\b(month|week|day|year)s?\\b|\\bmo\\b");
  private static final Pattern NO_POPULATION =
      Pattern.compile(
          "\\b(?:median|months?|mo|weeks?|days?|years?|range|ci|iqr|confidence|interval)\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<n>\\d{1,3}(?:\\.\\d+)?)(?:\\s?(?:months?|mo|weeks?|days?|years?))?(?:\\s?[(\\[].*)?");

  /** A row of medians. */
  private record Medians(int row, boolean overall, String unit, String population) {}

  private TimeRows() {}

  /** Medians of survival without an event that are longer than those of all survival. */
  static List<FindingDraft> in(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    for (Table table : reading.tables()) {
      @Nullable Cell[][] grid = reading.grid(table);
      List<Medians> rows = new ArrayList<>();
      for (int row = table.headerRows(); row < grid.length; row++) {
        Medians medians = medians(grid, table, row);
        if (medians != null) {
          rows.add(medians);
        }
      }
      List<Medians> overall = rows.stream().filter(Medians::overall).toList();
      List<Medians> free = rows.stream().filter(its -> !its.overall).toList();
      if (overall.size() == 1 && free.size() == 1 && areComparable(overall.get(0), free.get(0))) {
        judge(table, grid, overall.get(0), free.get(0), findings);
      }
    }
    return findings;
  }

  private static boolean areComparable(Medians one, Medians other) {
    return one.unit.equals(other.unit) && one.population.equals(other.population);
  }

  private static @Nullable Medians medians(@Nullable Cell[][] grid, Table table, int row) {
    String own = RowLabels.own(grid, row);
    String group = RowLabels.group(grid, table, row);
    boolean named = OVERALL.matcher(own).find() || FREE.matcher(own).find();
    String name = named ? own : group;
    boolean median = (own + " " + (named ? "" : group)).toLowerCase(Locale.ROOT).contains("median");
    boolean overall = OVERALL.matcher(name).find();
    boolean free = FREE.matcher(name).find();
    if (!median || overall == free) {
      return null;
    }
    Matcher unit = UNIT.matcher(own + " " + group);
    String population = FREE.matcher(OVERALL.matcher(own).replaceAll("")).replaceAll("");
    return new Medians(
        row,
        overall,
        unit.find() ? unit.group().toLowerCase(Locale.ROOT).substring(0, 1) : "",
        NO_POPULATION
            .matcher(population.toLowerCase(Locale.ROOT))
            .replaceAll("")
            .replaceAll("[^\\p{L}]+", " ")
            .strip());
  }

  private static void judge(
      Table table,
      @Nullable Cell[][] grid,
      Medians overall,
      Medians free,
      List<FindingDraft> findings) {
    for (int col = 1; col < table.cols(); col++) {
      Cell os = grid[overall.row][col];
      Cell pfs = grid[free.row][col];
      ReportedNumber late = time(os);
      ReportedNumber early = time(pfs);
      if (os == null
          || pfs == null
          || late == null
          || early == null
          || late.value().compareTo(BigDecimal.ONE) <= 0
          || early.roundingInterval().low().compareTo(late.roundingInterval().high()) <= 0
          || isComparison(grid, table, col)) {
        continue;
      }
      findings.add(
          FindingDraft.of(
                  Severity.ERROR,
                  "Median survival without an event is "
                      + early.asWritten()
                      + ", more than overall survival, "
                      + late.asWritten()
                      + ".")
              .expected("at most " + late.asWritten())
              .found(early.asWritten())
              .at(NoteReading.at(table, pfs), NoteReading.at(table, os))
              .step(RowLabels.own(grid, free.row), null, early.asWritten())
              .step("Overall survival", "cannot be less", late.asWritten())
              .settle(
                  "Look up both figures in the source; they may be exchanged, or of other patients.")
              .identity("rows", early.asWritten(), late.asWritten()));
    }
  }

  /** A column of ratios or P-values holds no times. */
  private static boolean isComparison(@Nullable Cell[][] grid, Table table, int col) {
    for (int row = 0; row < table.headerRows(); row++) {
      Cell head = grid[row][col];
      if (head != null
          && CellNumber.text(head).matches("(?is).*\\b(?:ratio|HR|p|p-?value|difference)\\b.*")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ReportedNumber time(@Nullable Cell cell) {
    Matcher m = cell == null ? null : TIME.matcher(CellNumber.text(cell));
    return m != null && m.matches() ? ReportedNumber.of(m.group("n")) : null;
  }
}
