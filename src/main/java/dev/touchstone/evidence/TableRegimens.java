package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.HeaderReach;
import dev.touchstone.document.Table;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Schedule;
import dev.touchstone.mention.Schedules;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Doses in tables whose unit stands in the header: a column {@code Drug per intake, twice daily
 * (mg/m²)} with bare numbers below. A further column of the same drug per day is the daily total of
 * the same regimen, not another one.
 */
final class TableRegimens {

  private static final Pattern UNIT =
      Pattern.compile(
          "[(\\[]\\s*(?<mass>mg|g|µg|μg|mcg|IU|units?)\\s*(?:/\\s*(?<basis>m²|m2|kg))?\\s*(?<day>/\\s*(?:day|d)\\b|\\s+per\\s+day|\\s+daily)?\\s*[)\\]]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PER_DAY =
      Pattern.compile(
          "\\b(?:per day|daily dose|daily total|total daily|a day)\\b", Pattern.CASE_INSENSITIVE);

  private TableRegimens() {}

  private record Column(int col, Mention drug, String unit, boolean perDay, Schedule schedule) {}

  static List<Regimen> find(AnnotatedDocument document, StudyContext studies) {
    Map<Table, List<Unit>> cells = new LinkedHashMap<>();
    for (Unit unit : document.units()) {
      if (unit.cell() != null && unit.block() instanceof Table table) {
        cells.computeIfAbsent(table, t -> new ArrayList<>()).add(unit);
      }
    }
    List<Regimen> regimens = new ArrayList<>();
    cells.forEach((table, units) -> readTable(table, units, studies, regimens));
    return regimens;
  }

  private static void readTable(
      Table table, List<Unit> units, StudyContext studies, List<Regimen> regimens) {
    int headerRows = HeaderReach.rows(table);
    Map<String, List<Column>> byDrug = new LinkedHashMap<>();
    Map<Integer, Map<Integer, Unit>> grid = new HashMap<>();
    for (Unit unit : units) {
      int row = Objects.requireNonNull(unit.cell()).row();
      grid.computeIfAbsent(row, r -> new HashMap<>()).put(unit.cell().col(), unit);
      if (row < headerRows) {
        column(unit)
            .ifPresent(
                column ->
                    byDrug
                        .computeIfAbsent(column.drug().drug().name(), name -> new ArrayList<>())
                        .add(column));
      }
    }
    for (List<Column> columns : byDrug.values()) {
      Column given =
          columns.stream().filter(column -> !column.perDay()).findFirst().orElse(columns.get(0));
      List<Column> totals =
          columns.stream().filter(column -> column != given && column.perDay()).toList();
      for (int row = headerRows; row < table.rows(); row++) {
        Map<Integer, Unit> cellsOfRow = grid.getOrDefault(row, Map.of());
        Unit cell = cellsOfRow.get(given.col());
        ReportedNumber value = cell == null ? null : number(cell);
        if (cell == null || value == null) {
          continue;
        }
        Study study = studies.studyAt(cell, 0);
        DoseBand band = DoseBands.of(table, row, given.col());
        Dose dose =
            Dose.of(value, given.unit())
                .with(given.schedule())
                .withDaily(total(given, totals, cellsOfRow));
        regimens.add(
            new Regimen(
                "",
                given.drug().drug().name(),
                dose,
                band == null ? Regimen.Role.COHORT : Regimen.Role.ASSIGNED,
                null,
                study == null ? null : study.id(),
                null,
                cell.section(),
                cell.reading().span(),
                List.of(given.drug().id()),
                band));
      }
    }
  }

  private static Dose.@Nullable Amount total(
      Column given, List<Column> totals, Map<Integer, Unit> row) {
    for (Column total : totals) {
      Unit cell = row.get(total.col());
      ReportedNumber value = cell == null ? null : number(cell);
      if (value != null && total.unit().equals(given.unit())) {
        return new Dose.Amount(value.value(), total.unit());
      }
    }
    return null;
  }

  private static Optional<Column> column(Unit header) {
    String text = header.reading().text();
    Matcher unit = UNIT.matcher(text);
    List<Mention> named = DoseDrugs.drugs(header);
    if (!unit.find() || named.isEmpty()) {
      return Optional.empty();
    }
    Schedule schedule = Schedules.parse(text);
    boolean perDay =
        unit.group("day") != null || (PER_DAY.matcher(text).find() && schedule.frequency() == null);
    if (schedule.frequency() == null && perDay) {
      schedule =
          new Schedule(
              new Dose.Frequency(BigDecimal.ONE, BigDecimal.ONE, "d"),
              schedule.route(),
              schedule.days(),
              schedule.cycle());
    }
    String basis = unit.group("basis");
    String mass =
        unit.group("mass")
            .toLowerCase(Locale.ROOT)
            .replace('µ', 'u')
            .replace('μ', 'u')
            .replace("mcg", "ug");
    String ucum = basis == null ? mass : mass + "/" + basis.replace('²', '2');
    return Optional.of(
        new Column(
            Objects.requireNonNull(header.cell()).col(), named.get(0), ucum, perDay, schedule));
  }

  private static @Nullable ReportedNumber number(Unit cell) {
    return Numbers.parse(cell.reading().text());
  }

  /** The words that name a row. */
  static String rowLabel(Table table, int row) {
    return table.cells().stream()
        .filter(cell -> cell.covers(row, 0))
        .map(Cell::text)
        .findFirst()
        .orElse("");
  }

  /**
   * The drug of a dose that stands in a cell: named in the cell, in its column's or row's header,
   * or by the context.
   */
  static @Nullable Mention drugOf(
      AnnotatedDocument document, Table table, Unit cell, Mention dose, DoseDrugs drugs) {
    List<Mention> own = DoseDrugs.drugs(cell);
    if (!own.isEmpty()) {
      return drugs.drugOf(cell, dose, null);
    }
    int row = Objects.requireNonNull(cell.cell()).row();
    int col = cell.cell().col();
    int headerRows = HeaderReach.rows(table);
    for (Unit header : document.units()) {
      if (header.block() != table || header.cell() == null) {
        continue;
      }
      boolean above = header.cell().row() < headerRows && header.cell().col() == col;
      boolean left = header.cell().row() == row && header.cell().col() < table.headerCols();
      if (above || left) {
        List<Mention> named = DoseDrugs.drugs(header);
        if (!named.isEmpty()) {
          return named.get(0);
        }
      }
    }
    return drugs.ofContext(cell, dose.start());
  }
}
