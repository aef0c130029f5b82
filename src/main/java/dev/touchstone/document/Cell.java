package dev.touchstone.document;

/**
 * A cell of a table; one cell may cover several rows and columns.
 *
 * @param row from 0, header rows included
 * @param col from 0
 * @param header whether it names rows or columns: a cell of a header row or header column, or a row
 *     that spans the table
 */
public record Cell(int row, int col, int rowSpan, int colSpan, boolean header, Passage passage) {

  public String text() {
    return passage.text();
  }

  public Span span() {
    return passage.span();
  }

  public boolean covers(int atRow, int atCol) {
    return row <= atRow && atRow < row + rowSpan && col <= atCol && atCol < col + colSpan;
  }
}
