package dev.touchstone.ingest;

import dev.touchstone.document.HeaderReach;
import dev.touchstone.ingest.Grid.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a table's form says of it where the format does not: which rows name columns, whether the
 * first column names rows, and whether its last rows are really notes.
 *
 * @param cells without those that are notes
 */
record TableForm(
    int headerRows, int headerCols, int width, List<Slot> cells, List<TracedText> notes) {

  static TableForm of(Grid grid, int declaredHeaderRows) {
    List<List<Slot>> rows = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      rows.add(new ArrayList<>());
    }
    grid.slots().forEach(slot -> rows.get(slot.row()).add(slot));
    List<TracedText> notes = takeNotes(rows, grid.width());
    List<Slot> cells = rows.stream().flatMap(List::stream).toList();
    if (cells.isEmpty()) {
      return new TableForm(0, 0, grid.width(), grid.slots(), List.of());
    }
    int headerRows = declaredHeaderRows >= 0 ? declaredHeaderRows : headerRows(rows, grid.width());
    return new TableForm(
        headerRows, headerCols(rows, headerRows, grid.width()), grid.width(), cells, notes);
  }

  /** A lone cell at the end of a table heads no group: what is written there is a note. */
  private static List<TracedText> takeNotes(List<List<Slot>> rows, int width) {
    List<TracedText> notes = new ArrayList<>();
    for (int r = rows.size() - 1; r > 0 && width > 1; r--) {
      List<Slot> row = rows.get(r);
      boolean lone = row.size() == 1 && row.get(0).col() == 0 && row.get(0).rowSpan() == 1;
      if (!row.isEmpty() && !(lone && isProse(row.get(0).words()))) {
        break;
      }
      if (lone) {
        notes.add(0, row.get(0).words());
        row.clear();
      }
    }
    return notes;
  }

  private static boolean isProse(TracedText words) {
    int count = Words.split(words).size();
    return count >= 4
        || TableNotes.isMarker(words.charAt(0))
        || ".]".indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  private static int headerRows(List<List<Slot>> rows, int width) {
    if (rows.size() < 2) {
      return rows.size() - 1;
    }
    List<HeaderReach.Entry> entries = new ArrayList<>();
    for (List<Slot> row : rows) {
      for (Slot slot : row) {
        entries.add(
            new HeaderReach.Entry(
                slot.row(), slot.col(), slot.rowSpan(), slot.colSpan(), slot.words()));
      }
    }
    return Math.max(1, HeaderReach.rows(entries, width, 0));
  }

  /** Figures, percentages, dashes; but not {@code n=25} or {@code Grade 3}. */
  static boolean isValue(TracedText words) {
    boolean digits = false;
    int letters = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      digits |= Character.isDigit(c);
      letters += Character.isLetter(c) ? 1 : 0;
    }
    char first = words.charAt(0);
    boolean opensLikeFigure = Character.isDigit(first) || "<>≤≥±+-−–~=.".indexOf(first) >= 0;
    return letters == 0 || (digits && opensLikeFigure);
  }

  /** One if the first column names the rows: words, or keys of which no two are the same. */
  private static int headerCols(List<List<Slot>> rows, int headerRows, int width) {
    if (width < 2) {
      return 0;
    }
    int words = 0;
    int figures = 0;
    int declared = 0;
    Set<String> keys = new HashSet<>();
    for (List<Slot> row : rows.subList(Math.min(headerRows, rows.size()), rows.size())) {
      if (!row.isEmpty() && row.get(0).col() == 0) {
        Slot first = row.get(0);
        keys.add(first.words().toString());
        declared += first.header() ? 1 : 0;
        if (isValue(first.words()) && !isLabel(first.words())) {
          figures++;
        } else {
          words++;
        }
      }
    }
    boolean named = words >= figures || keys.size() == words + figures;
    return named || 2 * declared > words + figures ? 1 : 0;
  }

  /** {@code 6-Month PFS Rate} opens with a figure and is a name all the same. */
  private static boolean isLabel(TracedText words) {
    int letters = 0;
    for (int i = 0; i < words.length(); i++) {
      letters += Character.isLetter(words.charAt(i)) ? 1 : 0;
    }
    return letters >= 3;
  }
}
