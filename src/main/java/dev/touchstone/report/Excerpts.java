package dev.touchstone.report;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Quotes places with what stands around them: sentences of prose, rows of tables. */
final class Excerpts {

  private static final int CONTEXT = 150;
  private static final int LONGEST_QUOTE = 600;
  private static final int MOST_COLUMNS = 6;

  private final PageText text;
  private final Map<Table, @Nullable Cell[][]> grids = new IdentityHashMap<>();

  Excerpts(PageText text) {
    this.text = text;
  }

  /** Whether one excerpt shows both: the same row of a table, or the same stretch of a passage. */
  boolean standTogether(Flag one, Flag other) {
    Slot a = text.slotAt(one.source().span());
    Slot b = text.slotAt(other.source().span());
    if (a == null || b == null) {
      return false;
    }
    Cell cellA = a.cell();
    Cell cellB = b.cell();
    if (cellA != null && cellB != null) {
      return a.table() == b.table() && cellA.row() == cellB.row();
    }
    return a == b
        && Math.abs(one.source().span().start() - other.source().span().start()) <= CONTEXT;
  }

  /** The words of the places in their passage, from the start of the sentence to its end. */
  List<Card.Piece> quote(List<Flag> places) {
    Slot slot = text.slotsOf(places.get(0).source()).get(0);
    List<PageText.Range> ranges = ranges(slot, places);
    String all = slot.passage().text();
    if (ranges.isEmpty()) {
      return List.of(new Card.Piece(Wording.quote(all), false));
    }
    int first = ranges.get(0).start();
    int last = ranges.get(ranges.size() - 1).end();
    int from = contextStart(all, first);
    int to = contextEnd(all, last);
    List<Card.Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Card.Piece("… ", false));
    }
    addPieces(pieces, all, from, to, ranges);
    if (to < all.length()) {
      pieces.add(new Card.Piece(" …", false));
    }
    return pieces;
  }

  /** The row of the places with the columns that take part, under their headers. */
  Card.Excerpt excerpt(List<Flag> places) {
    Slot first = text.slotsOf(places.get(0).source()).get(0);
    Table table = first.table();
    Cell start = first.cell();
    if (table == null || start == null) {
      throw new IllegalArgumentException("not in a table: " + places);
    }
    @Nullable Cell[][] grid = grids.computeIfAbsent(table, Table::grid);
    int row = start.row();
    TreeSet<Integer> columns = new TreeSet<>();
    Map<Cell, List<Flag>> marked = new HashMap<>();
    for (Flag flag : places) {
      for (Slot slot : text.slotsOf(flag.source())) {
        Cell cell = slot.cell();
        if (cell != null
            && slot.table() == table
            && cell.row() == row
            && columns.size() < MOST_COLUMNS) {
          columns.add(cell.col());
          marked.computeIfAbsent(cell, c -> new ArrayList<>()).add(flag);
        }
      }
    }
    for (int c = 0; c < Math.min(Math.max(1, table.headerCols()), grid[row].length); c++) {
      columns.add(c);
    }
    boolean inHeader = row < table.headerRows();
    List<Card.ExcerptCell> head = new ArrayList<>();
    List<Card.ExcerptCell> body = new ArrayList<>();
    int last = -1;
    for (int column : columns) {
      if (column > last + 1) {
        head.add(Card.ExcerptCell.GAP);
        body.add(Card.ExcerptCell.GAP);
      }
      head.add(inHeader ? cell(grid[row][column], marked, true) : header(table, grid, column));
      body.add(cell(grid[row][column], marked, column < table.headerCols()));
      last = column;
    }
    if (last < grid[row].length - 1) {
      head.add(Card.ExcerptCell.GAP);
      body.add(Card.ExcerptCell.GAP);
    }
    return new Card.Excerpt(table.headerRows() > 0 ? head : List.of(), inHeader ? List.of() : body);
  }

  private static Card.ExcerptCell header(Table table, @Nullable Cell[][] grid, int column) {
    Set<String> path = new LinkedHashSet<>();
    for (int r = 0; r < table.headerRows(); r++) {
      Cell cell = grid[r][column];
      if (cell != null && !cell.text().isBlank()) {
        path.add(cell.text());
      }
    }
    return Card.ExcerptCell.plain(String.join(" › ", path), true);
  }

  private Card.ExcerptCell cell(@Nullable Cell cell, Map<Cell, List<Flag>> marked, boolean header) {
    if (cell == null) {
      return Card.ExcerptCell.plain("", header);
    }
    List<Flag> flags = marked.get(cell);
    if (flags == null) {
      return Card.ExcerptCell.plain(cell.text(), header);
    }
    String all = cell.text();
    List<Card.Piece> pieces = new ArrayList<>();
    addPieces(pieces, all, 0, all.length(), ranges(text.slot(cell.passage()), flags));
    return new Card.ExcerptCell(false, header, pieces);
  }

  /** Where the places stand in a passage, in its order; those that overlap as one. */
  private static List<PageText.Range> ranges(Slot slot, List<Flag> flags) {
    List<PageText.Range> ranges = new ArrayList<>();
    for (Flag flag : flags) {
      Span span = flag.source().span();
      PageText.Range range = PageText.range(slot, span);
      if (range.start() < range.end()) {
        ranges.add(range);
      }
    }
    ranges.sort(Comparator.comparingInt(PageText.Range::start));
    List<PageText.Range> merged = new ArrayList<>();
    for (PageText.Range range : ranges) {
      PageText.Range before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && range.start() < before.end()) {
        merged.set(
            merged.size() - 1,
            new PageText.Range(before.start(), Math.max(before.end(), range.end())));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  private static void addPieces(
      List<Card.Piece> pieces, String all, int from, int to, List<PageText.Range> ranges) {
    int at = from;
    for (PageText.Range range : ranges) {
      if (range.start() > at) {
        pieces.add(new Card.Piece(Wording.printable(all.substring(at, range.start())), false));
      }
      String words = all.substring(range.start(), range.end());
      boolean tooLong = words.length() > LONGEST_QUOTE;
      String shown = tooLong ? words.substring(0, LONGEST_QUOTE) + " …" : words;
      pieces.add(new Card.Piece(Wording.printable(shown), true));
      at = range.end();
    }
    if (at < to) {
      pieces.add(new Card.Piece(Wording.printable(all.substring(at, to)), false));
    }
  }

  /** The start of the sentence, or of a word where the sentence is long. */
  private static int contextStart(String all, int at) {
    int earliest = Math.max(0, at - CONTEXT);
    for (int i = at - 1; i > earliest; i--) {
      if (all.charAt(i) == ' ' && endsSentence(all, i)) {
        return i + 1;
      }
    }
    if (earliest == 0) {
      return 0;
    }
    int blank = all.indexOf(' ', earliest);
    return blank < 0 || blank >= at ? at : blank + 1;
  }

  /** Whether a sentence ends at a position, citations behind its full stop included. */
  private static boolean endsSentence(String all, int at) {
    int i = at - 1;
    while (i > 0 && all.charAt(i) == ']' && all.lastIndexOf('[', i) > Math.max(0, i - 12)) {
      i = all.lastIndexOf('[', i) - 1;
    }
    return i >= 0 && ".?!".indexOf(all.charAt(i)) >= 0;
  }

  /** The end of the sentence, or of a word where the sentence is long. */
  private static int contextEnd(String all, int at) {
    int latest = Math.min(all.length(), at + CONTEXT);
    for (int i = at; i <= latest; i++) {
      boolean gap = i == all.length() || all.charAt(i) == ' ';
      if (gap && endsSentence(all, i)) {
        return i;
      }
    }
    if (latest == all.length()) {
      return latest;
    }
    int blank = all.lastIndexOf(' ', latest);
    return blank <= at ? at : blank;
  }
}
