package dev.touchstone.ingest;

import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table in plain text, its cells divided by tabs, as converters of PDF leave it: cells that go on
 * in the next line, blank lines at page breaks, spans written as empty cells, a last row that is a
 * note.
 */
final class TabbedTable {

  /** A table and the line after it. */
  record Found(Grid grid, int nextLine) {}

  private static final int LONGEST_BREAK = 4;
  private static final int LONGEST_CELL = 80;

  /** Words that a cell does not end with. */
  private static final Set<String> LEADING_ON =
      Set.of(
          "to", "of", "in", "at", "with", "and", "or", "for", "per", "from", "by", "the", "a", "on",
          "vs", "vs.", "versus");

  private final Lines lines;
  private final List<List<List<Span>>> rows = new ArrayList<>();
  private final List<TracedText> notes = new ArrayList<>();
  private int columns;

  private TabbedTable(Lines lines) {
    this.lines = lines;
  }

  /** The table that begins at a line, if one does. */
  static @Nullable Found at(Lines lines, int first) {
    int row = first;
    while (row < lines.count() && row - first < 2 && !lines.isBlank(row) && !lines.isRow(row)) {
      if (row + 1 >= lines.count() || !continues(lines.words(row), firstCell(lines, row + 1))) {
        return null;
      }
      row++;
    }
    if (row >= lines.count() || !lines.isRow(row)) {
      return null;
    }
    TabbedTable table = new TabbedTable(lines);
    int next = table.read(first);
    Grid grid = table.grid();
    if (table.rows.size() < 2 || table.columns < 2 || grid.cellCount() == 0) {
      return null;
    }
    return new Found(grid, next);
  }

  private static String firstCell(Lines lines, int line) {
    String words = lines.words(line);
    int tab = words.indexOf('\t');
    return tab < 0 ? words : words.substring(0, tab);
  }

  private int read(int first) {
    columns = usualColumns(first);
    int at = first;
    while (at < lines.count()) {
      if (lines.isBlank(at)) {
        int next = lines.nextFilled(at);
        if (next - at > LONGEST_BREAK || !goesOnAfterBreak(next)) {
          return at;
        }
        at = next;
        continue;
      }
      int next = lines.isRow(at) ? readRow(at) : readBroken(at);
      if (next < 0) {
        return readNotes(at);
      }
      at = next;
    }
    return at;
  }

  /** The most frequent number of cells in the lines that may belong to the table. */
  private int usualColumns(int first) {
    Map<Integer, Integer> frequency = new HashMap<>();
    int best = 0;
    int missed = 0;
    for (int at = first; at < lines.count() && missed < LONGEST_BREAK; at++) {
      if (!lines.isRow(at)) {
        missed++;
        continue;
      }
      missed = 0;
      int cells = lines.tabs(at) + 1;
      int times = frequency.merge(cells, 1, Integer::sum);
      int most = frequency.getOrDefault(best, 0);
      if (times > most || (times == most && cells > best)) {
        best = cells;
      }
    }
    return best;
  }

  /** After a page break the table goes on with a row of the same width that holds values. */
  private boolean goesOnAfterBreak(int line) {
    if (line >= lines.count() || rows.isEmpty()) {
      return false;
    }
    if (!lines.isRow(line)) {
      boolean group =
          line + 1 < lines.count()
              && lines.isRow(line + 1)
              && lines.tabs(line + 1) + 1 == columns
              && lines.words(line).length() <= LONGEST_CELL
              && holdsValues(line + 1);
      return group && !lines.words(line).endsWith(":") && rows.size() > 1;
    }
    return lines.tabs(line) + 1 == columns && (holdsValues(line) || repeatsHeader(line));
  }

  private boolean holdsValues(int line) {
    List<List<Span>> cells = cells(line);
    for (int col = 1; col < cells.size(); col++) {
      TracedText words = words(cells.get(col));
      if (!words.isBlank() && TableForm.isValue(words)) {
        return true;
      }
    }
    return false;
  }

  private boolean repeatsHeader(int line) {
    return repeatsHeader(cells(line));
  }

  /** Reads a row that may go on in the next lines; says where the next row begins. */
  private int readRow(int line) {
    List<List<Span>> row = cells(line);
    int next = line + 1;
    // A row broken inside: its first part and the next line have together the cells of one row.
    while (row.size() < columns
        && next < lines.count()
        && lines.isRow(next)
        && lines.tabs(next) + 1 < columns
        && row.size() + lines.tabs(next) == columns) {
      List<List<Span>> rest = cells(next);
      row.get(row.size() - 1).addAll(rest.get(0));
      row.addAll(rest.subList(1, rest.size()));
      next++;
    }
    // The last cell goes on in a line of its own.
    while (next < lines.count()
        && !lines.isBlank(next)
        && !lines.isRow(next)
        && endsCell(row, next)) {
      row.get(row.size() - 1).add(lines.span(next));
      next++;
    }
    if (rows.isEmpty() || !repeatsHeader(row)) {
      rows.add(row);
    }
    return next;
  }

  private boolean repeatsHeader(List<List<Span>> row) {
    List<List<Span>> header = rows.get(0);
    if (row.size() != header.size()) {
      return false;
    }
    for (int col = 0; col < row.size(); col++) {
      if (!words(row.get(col)).toString().equals(words(header.get(col)).toString())) {
        return false;
      }
    }
    return true;
  }

  private boolean endsCell(List<List<Span>> row, int line) {
    TracedText last = words(row.get(row.size() - 1));
    String words = lines.words(line);
    if (last.isBlank() || words.length() > LONGEST_CELL / 2) {
      return false;
    }
    char first = words.charAt(0);
    boolean open = openBrackets(last) > 0 || last.charAt(last.length() - 1) == '-';
    boolean rest =
        first == '(' || first == ')' || (Character.isLowerCase(first) && !words.endsWith("."));
    boolean first2 = line + 1 < lines.count() && lines.isRow(line + 1);
    return (open || rest) && !(first2 && continues(words, firstCell(lines, line + 1)) && !open);
  }

  /**
   * Lines without tabs inside a table: the head of a cell that goes on, or the name of a group of
   * rows.
   */
  private int readBroken(int line) {
    int row = line;
    while (row < lines.count()
        && row - line < LONGEST_BREAK - 1
        && !lines.isBlank(row)
        && !lines.isRow(row)) {
      row++;
    }
    if (row < lines.count() && lines.isBlank(row) && row == line + 1) {
      int next = lines.nextFilled(row);
      boolean broken =
          next < lines.count()
              && next - row <= LONGEST_BREAK
              && lines.isRow(next)
              && lines.tabs(next) + 1 == columns
              && holdsValues(next)
              && lines.words(line).length() <= LONGEST_CELL
              && !endsSentence(lines.words(line));
      row = broken ? next : row;
    }
    if (row >= lines.count() || !lines.isRow(row)) {
      return -1;
    }
    List<Span> pending = new ArrayList<>();
    for (int at = line; at < row; at++) {
      if (lines.isBlank(at)) {
        continue;
      }
      if (lines.words(at).length() > LONGEST_CELL || endsSentence(lines.words(at))) {
        return -1;
      }
      pending.add(lines.span(at));
      int after = lines.nextFilled(at + 1);
      if (!continues(lines.words(at), firstCell(lines, after))) {
        rows.add(new ArrayList<>(List.of(pending)));
        pending = new ArrayList<>();
      }
    }
    int before = rows.size();
    int next = readRow(row);
    if (!pending.isEmpty() && rows.size() > before) {
      rows.get(before).get(0).addAll(0, pending);
    }
    return next;
  }

  /** Whether words without an end go on at the head of the next line. */
  private static boolean continues(String words, String next) {
    if (words.isEmpty() || next.isEmpty() || words.endsWith(":") || words.length() > LONGEST_CELL) {
      return false;
    }
    char first = next.charAt(0);
    int blank = words.lastIndexOf(' ');
    String last = words.substring(blank + 1);
    return words.endsWith("-")
        || words.endsWith("/")
        || words.endsWith(",")
        || openBrackets(words) > 0
        || LEADING_ON.contains(last)
        || first == '('
        || (Character.isLowerCase(first) && !startsWithSymbol(next));
  }

  /** Such as {@code p-value} or {@code n}, which open a cell in small letters. */
  private static boolean startsWithSymbol(String words) {
    return words.length() == 1 || !Character.isLetter(words.charAt(1));
  }

  private static int openBrackets(CharSequence words) {
    int open = 0;
    for (int i = 0; i < words.length(); i++) {
      open += words.charAt(i) == '(' ? 1 : words.charAt(i) == ')' ? -1 : 0;
    }
    return open;
  }

  private static boolean endsSentence(String words) {
    return words.endsWith(".") || words.endsWith(".]") || words.endsWith("]");
  }

  /** Lines right under the table, up to a blank one. */
  private int readNotes(int line) {
    int at = line;
    List<Span> note = new ArrayList<>();
    while (at < lines.count()
        && !lines.isBlank(at)
        && !lines.isRow(at)
        && !opensSomethingElse(at)) {
      if (!note.isEmpty() && TableNotes.isMarker(lines.words(at).charAt(0))) {
        notes.add(words(note));
        note.clear();
      }
      note.add(lines.span(at));
      at++;
    }
    if (!note.isEmpty()) {
      notes.add(words(note));
    }
    return at;
  }

  private boolean opensSomethingElse(int line) {
    String words = lines.words(line);
    return words.startsWith("[Click")
        || words.startsWith("#")
        || Words.startsWith(Words.lower(words), "table");
  }

  private List<List<Span>> cells(int line) {
    List<List<Span>> cells = new ArrayList<>();
    String text = lines.text();
    int start = lines.start(line);
    for (int i = start; i <= lines.end(line); i++) {
      if (i == lines.end(line) || text.charAt(i) == '\t') {
        List<Span> cell = new ArrayList<>();
        if (!Blanks.isBlank(text, start, i)) {
          cell.add(new Span(start, i));
        }
        cells.add(cell);
        start = i + 1;
      }
    }
    return cells;
  }

  private TracedText words(List<Span> spans) {
    return PlainWords.read(lines.text(), spans);
  }

  private Grid grid() {
    List<List<TracedText>> words = new ArrayList<>();
    for (List<List<Span>> row : rows) {
      List<TracedText> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(words(cell)));
      words.add(cells);
    }
    Grid grid = SpanlessTable.grid(words);
    notes.forEach(grid::note);
    return grid;
  }
}
