package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells {@code 40 (33.3%)} of a column that states its number, read as they stand: where most
 * of them fit the number, one that does not is a slip; where none does and all fit another, the
 * number is.
 */
final class ColumnShares {

  /** So many cells must agree before one that does not is taken for a slip. */
  private static final int WITNESSES = 5;

  private static final Pattern PAIR =
      Pattern.compile(
          "(?<n>\\d{1,6})\\s?[(\\[]\\s?(?<x>\\d{1,3}(?:\\.\\d+)?)\\s?(?<sign>%?)\\s?[)\\]]\\W{0,2}[a-z*†‡§]?");
  private static final Pattern NO_SHARE =
      Pattern.compile(
          "(?i)\\b(?:means?|medians?|SD|SE|SEM|IQR|range|years?|age|score|events?|episodes|months|weeks|days|dose)\\b|±");

  /** A cell with a count and its percentage. */
  private record Pair(Cell cell, int n, ReportedNumber percent) {

    BigDecimal exact(int of) {
      return BigDecimal.valueOf(100L * n).divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
    }

    boolean fits(int of) {
      BigDecimal gap = exact(of).subtract(percent.value()).abs();
      return gap.compareTo(new BigDecimal("1.0").movePointLeft(percent.decimals())) <= 0;
    }
  }

  /** A column with its number and its cells. */
  private record Column(Table table, Denominator stated, List<Pair> pairs) {

    List<Pair> fitting() {
      return pairs.stream().filter(pair -> pair.fits(stated.n())).toList();
    }
  }

  private ColumnShares() {}

  /** Cells that do not fit a number which the others of their column fit. */
  static List<FindingDraft> slips(NoteReading reading, Denominators denominators) {
    List<FindingDraft> findings = new ArrayList<>();
    for (Column column : columns(reading, denominators)) {
      List<Pair> fitting = column.fitting();
      List<Pair> wrong = column.pairs.stream().filter(pair -> !fitting.contains(pair)).toList();
      if (wrong.size() == 1 && fitting.size() >= WITNESSES) {
        findings.add(slip(column, wrong.get(0), fitting.size()));
      }
    }
    return findings;
  }

  /** Numbers of columns that no cell fits, while all cells fit another. */
  static List<FindingDraft> numbers(NoteReading reading, Denominators denominators) {
    List<FindingDraft> findings = new ArrayList<>();
    for (Column column : columns(reading, denominators)) {
      int fitting = column.fitting().size();
      if (column.pairs.size() < WITNESSES || fitting * 4 > column.pairs.size()) {
        continue;
      }
      Integer other = implied(column);
      if (other != null && other != column.stated.n()) {
        // Another population that the note names explains the column; its header still misleads.
        boolean named = denominators.states(new Share.Range(other, other));
        findings.add(number(column, other, named ? Severity.NOTE : Severity.ERROR));
      }
    }
    return findings;
  }

  /** The one number that nine of ten cells fit; null where there is none. */
  private static @Nullable Integer implied(Column column) {
    Pair finest =
        column.pairs.stream()
            .filter(pair -> pair.n > 0 && pair.percent.value().signum() > 0)
            .max((a, b) -> Integer.compare(a.n, b.n))
            .orElse(null);
    if (finest == null) {
      return null;
    }
    double middle = 100.0 * finest.n / finest.percent.doubleValue();
    Integer best = null;
    long most = 0;
    for (int n = (int) Math.max(1, middle * 0.95); n <= middle * 1.05 + 1; n++) {
      int of = n;
      long fit = column.pairs.stream().filter(pair -> pair.n <= of && pair.fits(of)).count();
      if (fit > most) {
        most = fit;
        best = n;
      }
    }
    return most * 10 >= column.pairs.size() * 9L ? best : null;
  }

  private static List<Column> columns(NoteReading reading, Denominators denominators) {
    List<Column> columns = new ArrayList<>();
    for (Table table : reading.tables()) {
      @Nullable Cell[][] grid = reading.grid(table);
      Map<String, Column> found = new TreeMap<>();
      for (Cell cell : table.cells()) {
        if (cell.row() < table.headerRows() || cell.col() == 0) {
          continue;
        }
        Matcher m = PAIR.matcher(CellNumber.text(cell));
        if (!m.matches()) {
          continue;
        }
        Denominator stated =
            denominators.header(table, new CellAddress(table.id(), cell.row(), cell.col()));
        Cell label = grid[cell.row()][0];
        String words = label == null ? "" : CellNumber.text(label);
        boolean percent =
            !m.group("sign").isEmpty()
                || names(grid, table, cell).contains("%")
                || RowLabels.group(grid, table, cell.row()).contains("%");
        if (stated == null || !percent || NO_SHARE.matcher(words).find()) {
          continue;
        }
        found
            .computeIfAbsent(
                cell.col() + " " + stated.n(), any -> new Column(table, stated, new ArrayList<>()))
            .pairs
            .add(new Pair(cell, Integer.parseInt(m.group("n")), ReportedNumber.of(m.group("x"))));
      }
      columns.addAll(found.values());
    }
    return columns;
  }

  private static String names(@Nullable Cell[][] grid, Table table, Cell cell) {
    StringBuilder names = new StringBuilder(table.caption().text());
    for (int row = 0; row < table.headerRows(); row++) {
      Cell head = grid[row][cell.col()];
      names.append(head == null ? "" : CellNumber.text(head));
    }
    Cell label = grid[cell.row()][0];
    return names.append(label == null ? "" : CellNumber.text(label)).toString();
  }

  private static FindingDraft slip(Column column, Pair pair, int witnesses) {
    int n = column.stated.n();
    String exact =
        pair.exact(n).setScale(Math.max(1, pair.percent.decimals()), RoundingMode.HALF_UP) + "%";
    String printed = pair.percent.asWritten() + "%";
    boolean beyond = pair.n > n || pair.exact(n).compareTo(pair.percent.value()) > 0;
    FindingDraft finding =
        FindingDraft.of(
                beyond ? Severity.ERROR : Severity.WARNING,
                pair.n
                    + " of "
                    + Figures.plain(n)
                    + " patients is "
                    + exact
                    + ", not "
                    + printed
                    + ".")
            .expected(exact)
            .found(printed)
            .at(NoteReading.at(column.table, pair.cell))
            .step(pair.n + " of " + n, "100 × " + pair.n + " ÷ " + n, exact)
            .step("Other cells of the column that fit " + n, null, String.valueOf(witnesses))
            .settle(
                "Look up count and denominator in the source that the note cites, not in the note.")
            .identity("column", pair.n, printed, n);
    Source place = column.stated.place();
    return place == null ? finding : finding.at(place);
  }

  private static FindingDraft number(Column column, int other, Severity severity) {
    FindingDraft finding =
        FindingDraft.of(
                severity,
                column.pairs.size()
                    + " pairs of the column headed n="
                    + Figures.plain(column.stated.n())
                    + " fit "
                    + Figures.plain(other)
                    + " patients.")
            .expected(String.valueOf(other))
            .found(String.valueOf(column.stated.n()))
            .settle("Look up in the source how many patients the column holds.")
            .identity("column", column.stated.n(), other);
    for (Pair pair : column.pairs) {
      finding
          .at(NoteReading.at(column.table, pair.cell))
          .step(
              CellNumber.text(pair.cell),
              pair.n + " of " + other,
              pair.exact(other).setScale(Math.max(1, pair.percent.decimals()), RoundingMode.HALF_UP)
                  + "%");
    }
    Source place = column.stated.place();
    return place == null ? finding : finding.at(place);
  }
}
