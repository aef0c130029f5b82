package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Arm;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of patients in the header of a table: a column of all, and columns of parts. */
final class HeaderTotals {

  static final Pattern TOTAL =
      Pattern.compile(
          "(?i)^(?:all|total|overall|whole|entire|combined|pooled)\\b(?!.*\\bevents?\\b).*");

  private static final Pattern SIZE =
      Pattern.compile("\\b[nN]\\s?=\\s?(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(?!\\d)");

  private record Size(Cell cell, int n) {}

  private HeaderTotals() {}

  static TotalMismatch.Result examine(NoteReading reading, Table table) {
    for (int row = 0; row < table.headerRows(); row++) {
      List<Size> totals = new ArrayList<>();
      List<Size> parts = new ArrayList<>();
      boolean complete = true;
      for (Cell cell : table.cells()) {
        if (cell.row() != row || cell.col() < table.headerCols()) {
          continue;
        }
        Integer n = size(reading, table, cell);
        if (n == null) {
          complete &= !isGroup(reading, table, cell);
        } else if (isTotal(reading.grid(table), table.headerRows(), cell.col())) {
          totals.add(new Size(cell, n));
        } else {
          parts.add(new Size(cell, n));
        }
      }
      if (totals.size() == 1 && parts.size() > 1 && complete) {
        return judge(reading, table, totals.get(0), parts);
      }
    }
    return TotalMismatch.Result.NONE;
  }

  private static @Nullable Integer size(NoteReading reading, Table table, Cell cell) {
    List<Mention> sizes =
        reading.mentionsIn(
            new CellAddress(table.id(), cell.row(), cell.col()), MentionType.PARTICIPANTS);
    if (sizes.size() == 1) {
      return sizes.get(0).participants().n().value().intValue();
    }
    Matcher size = SIZE.matcher(CellNumber.text(cell));
    return sizes.isEmpty() && size.find() ? Integer.valueOf(size.group(1).replace(",", "")) : null;
  }

  /** Whether one of a column's headers says that it holds all. */
  static boolean isTotal(@Nullable Cell[][] grid, int headerRows, int col) {
    for (int row = 0; row < headerRows; row++) {
      Cell head = grid[row][col];
      if (head != null && TOTAL.matcher(CellNumber.text(head)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A column without a number that may hold patients, unlike one of P-values. */
  private static boolean isGroup(NoteReading reading, Table table, Cell cell) {
    return reading.note().records().stream()
        .anyMatch(
            record -> {
              CellAddress its = record.source().cell();
              return its != null
                  && its.table().equals(table.id())
                  && its.col() == cell.col()
                  && record.value().kind() != Measure.Kind.P_VALUE
                  && !record.isComparison();
            });
  }

  private static TotalMismatch.Result judge(
      NoteReading reading, Table table, Size total, List<Size> parts) {
    int sum = parts.stream().mapToInt(Size::n).sum();
    if (sum == total.n) {
      return TotalMismatch.Result.of(1, List.of());
    }
    // Subgroups may overlap or leave patients out; the arms of a trial do neither.
    Set<String> arms =
        reading.note().studies().stream()
            .flatMap(study -> study.arms().stream())
            .filter(arm -> arm.role() == Arm.Role.INTERVENTION || arm.role() == Arm.Role.CONTROL)
            .map(arm -> NoteReading.name(arm).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    boolean trial =
        parts.stream()
            .allMatch(
                part -> {
                  String label = CellNumber.text(part.cell).toLowerCase(Locale.ROOT);
                  return arms.stream().anyMatch(label::startsWith);
                });
    String added =
        parts.stream().map(part -> String.valueOf(part.n)).collect(Collectors.joining(" + "));
    int gap = Math.abs(total.n - sum);
    String message =
        sum < total.n
            ? gap
                + " of "
                + total.n
                + " patients stand in no column of "
                + name(reading, table)
                + "."
            : "The columns of "
                + name(reading, table)
                + " hold "
                + sum
                + " patients, more than all "
                + total.n
                + ".";
    FindingDraft finding =
        FindingDraft.of(
                !trial ? Severity.NOTE : sum > total.n ? Severity.ERROR : Severity.WARNING, message)
            .expected(String.valueOf(total.n))
            .found(String.valueOf(sum))
            .at(NoteReading.at(table, total.cell))
            .at(parts.stream().map(part -> NoteReading.at(table, part.cell)).toList())
            .step("Sum of the columns", added, String.valueOf(sum))
            .step(CellNumber.text(total.cell), null, String.valueOf(total.n))
            .settle("Look up in the source which patients each column holds.")
            .identity("header", added, total.n);
    return TotalMismatch.Result.of(1, List.of(finding));
  }

  static String name(NoteReading reading, Table table) {
    return reading.place(NoteReading.at(table, table.cells().get(0))).substring("in ".length());
  }
}
