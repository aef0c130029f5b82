package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.HeaderReach;
import dev.touchstone.document.Table;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as evidence is read from it: header stacks, row labels, groups of rows, and their
 * mentions.
 */
final class TableView {

  private static final Pattern ROWS_ARE_OUTCOMES =
      Pattern.compile(
          "(?i).*\\b(?:parameter|outcome|endpoint|end point|adverse|event|toxicit|variable|characteristic|cause|measure|response|change|reaction|symptom)s?.*");
  private static final Pattern ROWS_ARE_GROUPS =
      Pattern.compile(
          "(?i).*\\b(?:level|arm|group|trial|study|cohort|treatment|regimen|dose|therapy|drug|schedule|subgroup|population|agent)s?\\b.*");

  private final Table table;
  private final @Nullable Cell[][] grid;
  private final Map<CellAddress, Unit> units = new HashMap<>();
  private final List<Unit> captions = new ArrayList<>();
  private final List<Unit> notes = new ArrayList<>();
  private final int headerRows;
  private final int labelCols;

  private final List<List<Cell>> over = new ArrayList<>();

  /** The cells that name the rows, by column. */
  private final List<@Nullable Cell[]> names = new ArrayList<>();

  TableView(Table table, List<Unit> units) {
    this.table = table;
    this.grid = table.grid();
    this.headerRows = Math.min(HeaderReach.rows(table), grid.length);
    for (Unit unit : units) {
      if (unit.cell() != null) {
        this.units.put(unit.cell(), unit);
      } else if (unit.part() == Unit.Part.CAPTION) {
        captions.add(unit);
      } else {
        notes.add(unit);
      }
    }
    int marked = Math.max(1, table.headerCols());
    int named = marked == 1 && cols() > 2 && namesGoOn(0) ? 2 : marked;
    this.labelCols = Math.min(named, Math.max(1, cols() - 1));
    for (int c = 0; c < labelCols && c < cols(); c++) {
      names.add(names(c));
    }
    for (int c = 0; c < cols(); c++) {
      over.add(headersOver(c));
    }
  }

  Table table() {
    return table;
  }

  int rows() {
    return grid.length;
  }

  int cols() {
    return grid.length == 0 ? 0 : grid[0].length;
  }

  int firstRow() {
    return headerRows;
  }

  int firstCol() {
    return labelCols;
  }

  List<Unit> captions() {
    return captions;
  }

  List<Unit> notes() {
    return notes;
  }

  @Nullable Cell at(int row, int col) {
    return grid[row][col];
  }

  @Nullable Unit unit(Cell cell) {
    return units.get(new CellAddress(table.id(), cell.row(), cell.col()));
  }

  static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.passage().withoutCitations().text().strip();
  }

  List<Mention> mentions(Cell cell, MentionType type) {
    Unit unit = unit(cell);
    return unit == null ? List.of() : unit.mentions(type);
  }

  /** The header cells over a column, top to bottom, each once. */
  List<Cell> over(int col) {
    return over.get(col);
  }

  private List<Cell> headersOver(int col) {
    Set<Cell> stack = new LinkedHashSet<>();
    for (int r = 0; r < firstRow(); r++) {
      Cell cell = grid[r][col];
      if (text(cell).isEmpty()) {
        cell = groupOver(r, col);
      }
      if (cell != null && !text(cell).isEmpty()) {
        stack.add(cell);
      }
    }
    return List.copyOf(stack);
  }

  /**
   * The name of a group of columns that is written over the first of them only: names over groups
   * of the same width, with nothing between them and names of single columns below.
   */
  private @Nullable Cell groupOver(int row, int col) {
    if (row + 1 >= firstRow()) {
      return null;
    }
    int width = 0;
    int groups = 0;
    int start = -1;
    Cell over = null;
    for (int c = labelCols; c <= cols(); c++) {
      boolean ends = c == cols() || !text(grid[row][c]).isEmpty();
      if (ends) {
        int its = c - start;
        if (start >= 0 && (its < 2 || groups > 0 && its != width)) {
          return null;
        }
        groups += start >= 0 ? 1 : 0;
        width = its;
        over = start >= 0 && start <= col && col < c ? grid[row][start] : over;
        start = c;
      }
      if (c < cols() && (start < 0 || text(grid[row + 1][c]).isEmpty() || isWide(row, c))) {
        return null;
      }
    }
    return groups > 1 ? over : null;
  }

  private boolean isWide(int row, int col) {
    Cell cell = grid[row][col];
    return cell != null && cell.colSpan() > 1;
  }

  /** The cells that name a row, left to right, each once. */
  List<Cell> beside(int row) {
    Set<Cell> stack = new LinkedHashSet<>();
    for (int c = 0; c < labelCols; c++) {
      Cell cell = names.get(c)[row];
      if (cell != null && !text(cell).isEmpty()) {
        stack.add(cell);
      }
    }
    return List.copyOf(stack);
  }

  /** The names that stand in a column, by row; where they go on, each also beside empty cells. */
  private @Nullable Cell[] names(int col) {
    @Nullable Cell[] names = new @Nullable Cell[rows()];
    boolean goOn = namesGoOn(col);
    Cell standing = null;
    for (int r = 0; r < rows(); r++) {
      Cell own = grid[r][col];
      boolean empty = text(own).isEmpty();
      standing = r < firstRow() || isGroup(r) ? null : empty ? standing : own;
      names[r] = empty && goOn ? standing : own;
    }
    return names;
  }

  /**
   * Whether the names of a column go on over the rows below them: behind each that is empty there
   * stand words in the next column, as {@code 12 weeks} below {@code Baseline} in the rows of one
   * test. In print, nothing else shows that a name belongs to several rows.
   */
  private boolean namesGoOn(int col) {
    int rows = 0;
    boolean named = false;
    for (int r = firstRow(); r < rows() && col + 1 < cols(); r++) {
      if (isGroup(r)) {
        named = false;
        continue;
      }
      String next = text(grid[r][col + 1]);
      Cell own = grid[r][col];
      if (!text(own).isEmpty() && own != null && own.row() == r) {
        named = true;
        if (next.isEmpty() || !Character.isLetter(next.charAt(0))) {
          return false;
        }
      } else if (named && !next.isEmpty()) {
        if (!Character.isLetter(next.charAt(0))) {
          return false;
        }
        rows++;
      }
    }
    return rows > 0;
  }

  /** A row that only names the rows below it: one cell over all columns, or one cell and blanks. */
  boolean isGroup(int row) {
    if (row < firstRow()) {
      return false;
    }
    Cell first = grid[row][0];
    if (first == null || text(first).isEmpty()) {
      return false;
    }
    if (first.colSpan() >= cols()) {
      return true;
    }
    for (int c = 0; c < cols(); c++) {
      if (!Objects.equals(grid[row][c], first) && !text(grid[row][c]).isEmpty()) {
        return false;
      }
    }
    return cols() > 1;
  }

  /** The group that a row stands in, or null. */
  @Nullable Cell group(int row) {
    for (int r = row - 1; r >= firstRow(); r--) {
      if (isGroup(r)) {
        return grid[r][0];
      }
    }
    return null;
  }

  String corner() {
    StringBuilder corner = new StringBuilder();
    for (int r = 0; r < firstRow(); r++) {
      Cell cell = grid[r][0];
      if (cell != null && cell.row() == r) {
        corner.append(' ').append(text(cell));
      }
    }
    return corner.toString().strip();
  }

  Head head(Cell cell) {
    boolean named =
        !mentions(cell, MentionType.DRUG).isEmpty() || !mentions(cell, MentionType.ARM).isEmpty();
    return HeadReader.read(withoutMark(text(cell)), named);
  }

  /**
   * A name without the letter of a note that is printed like the name, {@code Placeboc} where a
   * note is marked c. It is taken off only where what is left is a known name or that of another
   * column.
   */
  private String withoutMark(String name) {
    int last = name.length() - 1;
    if (last < 1
        || !Character.isLetter(name.charAt(last - 1))
        || table.notes().stream().noneMatch(note -> isLetter(note.marker(), name.charAt(last)))) {
      return name;
    }
    String bare = name.substring(0, last);
    boolean known =
        HeadReader.read(bare, false).compares()
            || ArmFinder.isStatistic(bare)
            || ArmFinder.CONTROL.matcher(bare).matches()
            || table.cells().stream()
                .anyMatch(cell -> cell.row() < headerRows && text(cell).equals(bare));
    return known ? bare : name;
  }

  private static boolean isLetter(@Nullable String marker, char letter) {
    return marker != null
        && marker.length() == 1
        && Normalizer.normalize(marker, Normalizer.Form.NFKC).charAt(0) == letter;
  }

  /** Whether rows stand for groups of people and columns for what was measured in them. */
  boolean transposed() {
    String corner = corner();
    if (ROWS_ARE_OUTCOMES.matcher(corner).matches()) {
      return false;
    }
    int outcomeColumns = 0;
    int columns = 0;
    for (int c = labelCols; c < cols(); c++) {
      List<Cell> over = over(c);
      if (over.isEmpty()) {
        continue;
      }
      Head head = head(over.get(over.size() - 1));
      columns++;
      if (head.grade() == null
          && head.n() == null
          && over.stream().anyMatch(cell -> !mentions(cell, MentionType.OUTCOME).isEmpty())) {
        outcomeColumns++;
      }
    }
    int outcomeRows = 0;
    int rows = 0;
    for (int r = firstRow(); r < rows(); r++) {
      if (!isGroup(r)) {
        rows++;
        outcomeRows +=
            beside(r).stream().anyMatch(cell -> !mentions(cell, MentionType.OUTCOME).isEmpty())
                ? 1
                : 0;
      }
    }
    if (ROWS_ARE_GROUPS.matcher(corner).matches()) {
      return outcomeRows == 0;
    }
    return (long) outcomeColumns * Math.max(1, rows) > (long) outcomeRows * Math.max(1, columns);
  }
}
