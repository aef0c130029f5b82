package dev.touchstone.report;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reading;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays out tables. A long one is cut, but its flagged rows are always shown. */
final class TableItems {

  private static final int MOST_ROWS = 150;
  private static final int MOST_CELLS_OF_DOCUMENT = 12_000;

  private static final Content NOTHING = out -> {};

  private final PageText text;
  private final Function<Slot, Content> contents;
  private int cellsLeft = MOST_CELLS_OF_DOCUMENT;

  TableItems(PageText text, Function<Slot, Content> contents) {
    this.text = text;
    this.contents = contents;
  }

  TextItem.TableItem item(Table table, int number) {
    @Nullable Cell[][] grid = table.grid();
    int rows = grid.length;
    int columns = rows == 0 ? 0 : grid[0].length;
    int headRows = Math.min(table.headerRows(), rows);
    int fit = Math.max(headRows + 1, Math.min(MOST_ROWS, cellsLeft / Math.max(1, columns)));
    int whole = Math.min(rows, fit);
    Set<Integer> later = new TreeSet<>();
    for (Slot slot : text.flaggedCells(table)) {
      Cell cell = slot.cell();
      if (cell != null && cell.row() >= whole) {
        later.add(cell.row());
      }
    }
    List<List<TextItem.TableCell>> head = rows(grid, 0, headRows, table);
    List<List<TextItem.TableCell>> body = rows(grid, headRows, whole, table);
    for (int row : later) {
      body.add(row(grid, row, row, row + 1, table));
    }
    int shown = whole + later.size();
    cellsLeft = Math.max(0, cellsLeft - shown * columns);
    boolean captioned = !table.caption().isEmpty();
    String label = table.label();
    return new TextItem.TableItem(
        table.id(),
        label == null || label.isBlank() ? "Table " + number : Wording.printable(label),
        captioned ? contents.apply(text.slot(table.caption())) : NOTHING,
        captioned,
        doubt(table),
        head,
        body,
        shown == rows
            ? ""
            : Wording.count(rows - shown, "row")
                + " of "
                + Wording.number(rows)
                + " are not shown.",
        "tables/" + table.id() + ".csv",
        notes(table),
        paths(table, grid));
  }

  private static String doubt(Table table) {
    Reading reading = table.reading();
    return reading == null || !reading.doubtful()
        ? ""
        : "Read with a confidence of "
            + reading.confidence()
            + ": compare its rows and columns with the page.";
  }

  private List<List<TextItem.TableCell>> rows(
      @Nullable Cell[][] grid, int from, int to, Table table) {
    List<List<TextItem.TableCell>> rows = new ArrayList<>();
    for (int r = from; r < to; r++) {
      rows.add(row(grid, r, from, to, table));
    }
    return rows;
  }

  /** The cells that start in a row, or in its part of the table for those that started above it. */
  private List<TextItem.TableCell> row(
      @Nullable Cell[][] grid, int r, int from, int to, Table table) {
    List<TextItem.TableCell> row = new ArrayList<>();
    for (int c = 0; c < grid[r].length; c++) {
      Cell cell = grid[r][c];
      if (cell == null) {
        row.add(new TextItem.TableCell(null, null, null, null, NOTHING));
      } else if (c == cell.col() && (r == cell.row() || r == from)) {
        row.add(cell(cell, Math.min(cell.row() + cell.rowSpan(), to) - r, table));
      }
    }
    return row;
  }

  private TextItem.TableCell cell(Cell cell, int rowSpan, Table table) {
    if (cell.passage().isEmpty()) {
      return new TextItem.TableCell(null, span(rowSpan), span(cell.colSpan()), null, NOTHING);
    }
    Slot slot = text.slot(cell.passage());
    String scope = null;
    if (cell.header()) {
      scope =
          cell.row() < table.headerRows()
              ? cell.colSpan() > 1 ? "colgroup" : "col"
              : rowSpan > 1 ? "rowgroup" : "row";
    }
    return new TextItem.TableCell(
        scope,
        span(rowSpan),
        span(cell.colSpan()),
        slot.isFlagged() ? "flagged" : null,
        contents.apply(slot));
  }

  private static @Nullable String span(int number) {
    return number > 1 ? String.valueOf(number) : null;
  }

  private List<TextItem.Para> notes(Table table) {
    List<TextItem.Para> notes = new ArrayList<>();
    for (TableNote note : table.notes()) {
      if (!note.passage().isEmpty()) {
        String marker = note.marker() == null ? "" : Wording.printable(note.marker());
        notes.add(
            new TextItem.Para(
                "tnote small", null, marker, contents.apply(text.slot(note.passage()))));
      }
    }
    return notes;
  }

  private List<TextItem.CellPath> paths(Table table, @Nullable Cell[][] grid) {
    List<TextItem.CellPath> paths = new ArrayList<>();
    for (Slot slot : text.flaggedCells(table)) {
      Cell cell = slot.cell();
      if (cell == null) {
        continue;
      }
      Set<String> words = new LinkedHashSet<>();
      boolean names = cell.row() < table.headerRows() || cell.col() < table.headerCols();
      if (names) {
        add(words, cell);
      } else {
        for (int c = 0; c < table.headerCols(); c++) {
          add(words, grid[cell.row()][c]);
        }
        for (int r = 0; r < table.headerRows(); r++) {
          add(words, grid[r][cell.col()]);
        }
      }
      if (words.isEmpty()) {
        words.add("row " + (cell.row() + 1) + ", column " + (cell.col() + 1));
      }
      paths.add(new TextItem.CellPath(String.join(" › ", words), oncePerFinding(slot.flags())));
    }
    return paths;
  }

  private static List<Flag> oncePerFinding(List<Flag> flags) {
    Set<Integer> findings = new LinkedHashSet<>();
    return flags.stream().filter(flag -> findings.add(flag.finding())).toList();
  }

  private static void add(Set<String> words, @Nullable Cell cell) {
    if (cell != null && !cell.text().isBlank()) {
      Passage passage = cell.passage();
      words.add(Wording.quote(passage.text()));
    }
  }
}
