package dev.touchstone.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table as a grid of cells.
 *
 * @param id {@code t1}, {@code t2}, … in the order of the text
 * @param label as printed, such as {@code Table 1}
 * @param caption without the label; empty where there is none
 * @param headerRows number of rows at the top that name columns
 * @param headerCols number of columns at the left that name rows
 * @param cells by row, then column; every position is covered by at most one cell
 * @param reading how it was recovered; null where the format marks tables
 */
public record Table(
    String section,
    String id,
    @Nullable String label,
    Passage caption,
    int headerRows,
    int headerCols,
    List<Cell> cells,
    List<TableNote> notes,
    Span span,
    @Nullable Reading reading)
    implements Block {

  public Table {
    List<Cell> ordered = new ArrayList<>(cells);
    ordered.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::col));
    cells = List.copyOf(ordered);
    notes = List.copyOf(notes);
  }

  /** A table that its format marks as one. */
  public Table(
      String section,
      String id,
      @Nullable String label,
      Passage caption,
      int headerRows,
      int headerCols,
      List<Cell> cells,
      List<TableNote> notes,
      Span span) {
    this(section, id, label, caption, headerRows, headerCols, cells, notes, span, null);
  }

  /** Of the id alone: a table of many cells is looked up often. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  public int rows() {
    return cells.stream().mapToInt(cell -> cell.row() + cell.rowSpan()).max().orElse(0);
  }

  public int cols() {
    return cells.stream().mapToInt(cell -> cell.col() + cell.colSpan()).max().orElse(0);
  }

  /**
   * The cells laid out as {@code [row][col]}; a spanning cell stands in every position that it
   * covers.
   */
  public @Nullable Cell[][] grid() {
    @Nullable Cell[][] grid = new @Nullable Cell[rows()][cols()];
    for (Cell cell : cells) {
      for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
        for (int c = cell.col(); c < cell.col() + cell.colSpan(); c++) {
          grid[r][c] = cell;
        }
      }
    }
    return grid;
  }

  @Override
  public <R> R match(
      Function<Heading, R> heading, Function<Paragraph, R> paragraph, Function<Table, R> table) {
    return table.apply(this);
  }
}
