package dev.touchstone.mention;

/**
 * What a table says about the values of a cell.
 *
 * @param column texts of the header cells above, outermost first
 * @param row text of the row's label, with the labels of the rows it is indented under
 * @param notes texts of the table's notes and its caption
 */
record CellContext(String column, String row, String notes) {

  static final CellContext NONE = new CellContext("", "", "");

  String all() {
    return row + " " + column;
  }
}
