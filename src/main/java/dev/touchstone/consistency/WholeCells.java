package dev.touchstone.consistency;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Widens a place in a table to the cell that it stands in: a reader looks for the cell, not for the
 * count and the percentage in it.
 */
final class WholeCells {

  /** A longer cell is text, of which the place itself says more. */
  private static final int LONGEST = 80;

  private final Map<CellAddress, Span> spans = new HashMap<>();

  WholeCells(Document document) {
    for (Table table : document.tables()) {
      for (Cell cell : table.cells()) {
        if (cell.passage().length() <= LONGEST) {
          spans.put(
              new CellAddress(table.id(), cell.row(), cell.col()),
              cell.passage().withoutCitations().span());
        }
      }
    }
  }

  Source of(Source place) {
    CellAddress cell = place.cell();
    Span whole = cell == null ? null : spans.get(cell);
    return whole == null || !whole.contains(place.span())
        ? place
        : new Source(whole, place.section(), cell);
  }
}
