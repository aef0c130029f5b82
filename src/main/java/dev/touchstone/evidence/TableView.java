package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
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
  private final int labelCols;

  TableView(Table table, List<Unit> units) {
    this.table = table;
    this.grid = table.grid();
    for (Unit unit : units) {
      if (unit.cell() != null) {
        this.units.put(unit.cell(), unit);
      } else if (unit.part() == Unit.Part.CAPTION) {
        captions.add(unit);
      } else {
        notes.add(unit);
      }
    }
    this.labelCols = Math.min(Math.max(1, table.headerCols()), Math.max(1, cols() - 1));
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
    return Math.min(table.headerRows(), rows());
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
    Set<Cell> stack = new LinkedHashSet<>();
    for (int r = 0; r < firstRow(); r++) {
      Cell cell = grid[r][col];
      if (cell != null && !text(cell).isEmpty()) {
        stack.add(cell);
      }
    }
    return List.copyOf(stack);
  }

  /** The cells that name a row, left to right, each once. */
  List<Cell> beside(int row) {
    Set<Cell> stack = new LinkedHashSet<>();
    for (int c = 0; c < labelCols; c++) {
      Cell cell = grid[row][c];
      if (cell != null && !text(cell).isEmpty()) {
        stack.add(cell);
      }
    }
    return List.copyOf(stack);
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
    return HeadReader.read(text(cell), named);
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
