package dev.touchstone.ingest;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reading;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in the making: rows of cells with spans, placed as HTML places them. Spans that reach
 * beyond the table are cut to it, blank cells are left out.
 */
final class Grid {

  /** A cell with its place. */
  record Slot(
      int row,
      int col,
      int rowSpan,
      int colSpan,
      boolean header,
      TracedText words,
      String locator) {}

  /** A wider span than this is no span but a mistake or an attack. */
  private static final int WIDEST_SPAN = 100;

  private record Entry(
      int rowSpan, int colSpan, boolean header, TracedText words, String locator) {}

  private record Note(@Nullable String marker, TracedText words) {}

  private final List<List<Entry>> rows = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private @Nullable String label;
  private int headerRows = -1;
  private @Nullable Reading reading;
  private @Nullable TracedText caption;
  private @Nullable List<Slot> slots;
  private int width;

  void startRow() {
    rows.add(new ArrayList<>());
  }

  /**
   * @param rowSpan 0 for all rows to the end
   * @param header whether the format marks it as the name of a row or column
   */
  void cell(int rowSpan, int colSpan, boolean header, TracedText words, String locator) {
    rows.get(rows.size() - 1)
        .add(new Entry(rowSpan, colSpan, header, Cleaner.clean(words), locator));
  }

  /** Says that the rows so far are header rows, as the format marks them. */
  void endHeader() {
    headerRows = rows.size();
  }

  void headerRows(int count) {
    headerRows = count;
  }

  void reading(Reading how) {
    reading = how;
  }

  void caption(TracedText words) {
    caption = Cleaner.clean(words);
  }

  /** The label where the format gives it apart from the caption. */
  void label(String words) {
    label = words;
  }

  void note(TracedText words) {
    note(null, words);
  }

  /**
   * @param marker where the format gives it apart from the words
   */
  void note(@Nullable String marker, TracedText words) {
    TracedText clean = Cleaner.clean(words);
    if (!clean.isBlank()) {
      notes.add(new Note(marker, clean));
    }
  }

  /**
   * Lets the name of a group of rows span its row where the cells beside it are there but empty, as
   * in files made by hand.
   */
  void spanLoneCells() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int r = Math.max(1, headerRows); r < rows.size() - 1; r++) {
      List<Entry> row = rows.get(r);
      boolean lone =
          row.size() > 1
              && row.size() == columns
              && !row.get(0).words().isBlank()
              && row.get(0).rowSpan() == 1
              && row.stream()
                  .skip(1)
                  .allMatch(cell -> cell.words().isBlank() && cell.rowSpan() == 1);
      if (lone) {
        Entry name = row.get(0);
        int width = row.stream().mapToInt(cell -> sane(cell.colSpan())).sum();
        row.clear();
        row.add(new Entry(1, width, name.header(), name.words(), name.locator()));
      }
    }
  }

  int cellCount() {
    return slots().size();
  }

  int height() {
    return rows.size();
  }

  int width() {
    slots();
    return width;
  }

  /** The cells that hold words, in reading order. */
  List<Slot> slots() {
    if (slots == null) {
      slots = place();
    }
    return slots;
  }

  private List<Slot> place() {
    for (List<Entry> row : rows) {
      width = Math.max(width, row.stream().mapToInt(entry -> sane(entry.colSpan())).sum());
    }
    // A row may be shifted by cells that reach down into it.
    int[] freeFrom = new int[width + 1];
    List<Slot> placed = new ArrayList<>();
    int widest = 0;
    for (int r = 0; r < rows.size(); r++) {
      int col = 0;
      for (Entry entry : rows.get(r)) {
        while (col < freeFrom.length && freeFrom[col] > r) {
          col++;
        }
        int colSpan = sane(entry.colSpan());
        int rowSpan =
            entry.rowSpan() == 0
                ? rows.size() - r
                : Math.min(Math.max(1, entry.rowSpan()), rows.size() - r);
        if (col + colSpan > freeFrom.length) {
          freeFrom = Arrays.copyOf(freeFrom, col + colSpan);
        }
        int stop = col + 1;
        while (stop < col + colSpan && freeFrom[stop] <= r) {
          stop++;
        }
        colSpan = stop - col;
        Arrays.fill(freeFrom, col, stop, r + rowSpan);
        widest = Math.max(widest, stop);
        if (!entry.words().isBlank()) {
          placed.add(
              new Slot(r, col, rowSpan, colSpan, entry.header(), entry.words(), entry.locator()));
        }
        col = stop;
      }
    }
    width = widest;
    return placed;
  }

  private static int sane(int colSpan) {
    return colSpan > WIDEST_SPAN ? 1 : Math.max(1, colSpan);
  }

  /** The table of a format whose text is the file itself. */
  Table toTable(String documentText) {
    TableForm form = TableForm.of(this, headerRows);
    List<Cell> cells = new ArrayList<>();
    for (Slot slot : form.cells()) {
      cells.add(cell(slot, form, slot.words().toPassage(documentText)));
    }
    List<TableNote> under = new ArrayList<>();
    form.notes().forEach(note -> under.addAll(TableNotes.split(note.toPassage(documentText))));
    notes.forEach(note -> under.addAll(notesOf(note, note.words().toPassage(documentText))));
    Passage title = caption == null ? Passage.EMPTY : caption.toPassage(documentText);
    return table(form, cells, title, under);
  }

  /** Writes the table into a text in the making. */
  Table writeTo(Canvas canvas) {
    TableForm form = TableForm.of(this, headerRows);
    Passage title = Passage.EMPTY;

    if (label != null) {
      canvas.write(label);
      canvas.write(caption == null || caption.isBlank() ? '\n' : ' ');
    }
    if (caption != null && !caption.isBlank()) {
      title = canvas.write(caption, form.cells().get(0).locator());
      canvas.write('\n');
    }
    List<Cell> cells = new ArrayList<>();
    int row = -1;
    int col = 0;
    for (Slot slot : form.cells()) {
      if (slot.row() != row) {
        if (row >= 0) {
          canvas.write('\n');
        }
        row = slot.row();
        col = 0;
      }
      for (; col < slot.col(); col++) {
        canvas.write('\t');
      }
      cells.add(cell(slot, form, canvas.write(slot.words(), slot.locator())));
    }
    List<TableNote> written = new ArrayList<>();
    for (TracedText note : form.notes()) {
      canvas.write('\n');
      written.addAll(TableNotes.split(canvas.write(note, form.cells().get(0).locator())));
    }
    for (Note note : notes) {
      canvas.write('\n');
      if (note.marker() != null) {
        canvas.write(note.marker());
        canvas.write(' ');
      }
      written.addAll(notesOf(note, canvas.write(note.words(), form.cells().get(0).locator())));
    }
    return table(form, cells, title, written);
  }

  private static List<TableNote> notesOf(Note note, Passage passage) {
    return note.marker() == null
        ? TableNotes.split(passage)
        : List.of(new TableNote(note.marker(), passage));
  }

  private static Cell cell(Slot slot, TableForm form, Passage passage) {
    boolean header =
        slot.row() < form.headerRows()
            || slot.col() < form.headerCols()
            || (slot.col() == 0 && slot.colSpan() == form.width() && form.width() > 1);
    return new Cell(slot.row(), slot.col(), slot.rowSpan(), slot.colSpan(), header, passage);
  }

  private Table table(TableForm form, List<Cell> cells, Passage caption, List<TableNote> notes) {
    return new Table(
        "",
        "",
        label,
        caption,
        form.headerRows(),
        form.headerCols(),
        cells,
        notes,
        TableNotes.spanOf(caption, cells, notes),
        reading);
  }
}
