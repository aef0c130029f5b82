package dev.touchstone.report;

import dev.touchstone.consistency.Finding;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a card of each finding of a document. */
final class Cards {

  static final int MOST_PLACES = 12;

  private static final int CONTEXT = 150;
  private static final int LONGEST_QUOTE = 600;
  private static final int MOST_COLUMNS = 6;

  private final Document document;
  private final PageText text;
  private final Map<String, Section> sections;
  private final CheckLinks checks;
  private final Set<String> anchors;
  private final Map<Table, @Nullable Cell[][]> grids = new IdentityHashMap<>();

  /**
   * @param anchors of what is shown of the text
   */
  Cards(Document document, PageText text, CheckLinks checks, Set<String> anchors) {
    this.document = document;
    this.text = text;
    this.sections = document.sectionsById();
    this.checks = checks;
    this.anchors = anchors;
  }

  Card card(int number, Finding finding, List<Flag> flags) {
    List<Card.CardPlace> places = new ArrayList<>();
    for (Flag flag : flags) {
      places.add(place(flag));
    }
    return new Card(
        number,
        finding,
        checks.title(finding.rule()),
        checks.href(finding.rule()),
        places,
        finding.where().size() - places.size());
  }

  private Card.CardPlace place(Flag flag) {
    Source source = flag.source();
    List<Slot> slots = text.slotsOf(source);
    Section section = sections.get(source.section());
    String title = section == null ? "" : Wording.printable(section.title());
    String where = text.words(source);
    if (slots.isEmpty()) {
      return new Card.CardPlace(
          flag.letter(),
          "#text",
          where,
          title,
          "",
          Wording.quote(document.quote(source.span())),
          "",
          null);
    }
    Slot first = slots.get(0);
    PageText.Range range = PageText.range(first, source.span());
    String href = "#" + href(flag, first);
    Table table = first.table();
    if (table != null && first.cell() != null) {
      return new Card.CardPlace(
          flag.letter(), href, where, title, "", "", "", excerpt(table, slots, source));
    }
    String all = first.passage().text();
    String before = all.substring(contextStart(all, range.start()), range.start());
    String after = all.substring(range.end(), contextEnd(all, range.end()));
    return new Card.CardPlace(
        flag.letter(),
        href,
        where,
        title,
        Wording.printable((contextStart(all, range.start()) > 0 ? "… " : "") + before),
        Wording.printable(shortened(all.substring(range.start(), range.end()))),
        Wording.printable(after + (contextEnd(all, range.end()) < all.length() ? " …" : "")),
        null);
  }

  /** The place itself, the block around it, or the text as a whole: whatever is shown. */
  private String href(Flag flag, Slot slot) {
    if (anchors.contains(flag.anchor())) {
      return flag.anchor();
    }
    return anchors.contains(slot.blockAnchor()) ? slot.blockAnchor() : "text";
  }

  private static String shortened(String quote) {
    return quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE) + " …";
  }

  /** The start of the sentence, or of a word where the sentence is long. */
  private static int contextStart(String all, int at) {
    int earliest = Math.max(0, at - CONTEXT);
    for (int i = at - 1; i > earliest; i--) {
      if (all.charAt(i) == ' ' && i > 0 && ".?!]".indexOf(all.charAt(i - 1)) >= 0) {
        return i + 1;
      }
    }
    if (earliest == 0) {
      return 0;
    }
    int blank = all.indexOf(' ', earliest);
    return blank < 0 || blank >= at ? at : blank + 1;
  }

  private static int contextEnd(String all, int at) {
    int latest = Math.min(all.length(), at + CONTEXT);
    for (int i = at; i < latest; i++) {
      if (".?!".indexOf(all.charAt(i)) >= 0
          && (i + 1 == all.length() || all.charAt(i + 1) == ' ')) {
        return i + 1;
      }
    }
    if (latest == all.length()) {
      return latest;
    }
    int blank = all.lastIndexOf(' ', latest);
    return blank <= at ? at : blank;
  }

  private Card.Excerpt excerpt(Table table, List<Slot> slots, Source source) {
    @Nullable Cell[][] grid = grids.computeIfAbsent(table, Table::grid);
    Set<Cell> marked = new LinkedHashSet<>();
    TreeSet<Integer> columns = new TreeSet<>();
    int row = -1;
    for (Slot slot : slots) {
      Cell cell = slot.cell();
      if (cell == null || slot.table() != table || columns.size() >= MOST_COLUMNS) {
        continue;
      }
      if (row < 0) {
        row = cell.row();
      }
      if (cell.row() == row) {
        marked.add(cell);
        columns.add(cell.col());
      }
    }
    for (int c = 0; c < Math.min(Math.max(1, table.headerCols()), table.cols()); c++) {
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
      head.add(
          inHeader ? cell(grid[row][column], marked, source, true) : header(table, grid, column));
      body.add(cell(grid[row][column], marked, source, column < table.headerCols()));
      last = column;
    }
    if (last < table.cols() - 1) {
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
    return Card.ExcerptCell.plain(path.stream().collect(Collectors.joining(" › ")), true);
  }

  private Card.ExcerptCell cell(
      @Nullable Cell cell, Set<Cell> marked, Source source, boolean header) {
    if (cell == null) {
      return Card.ExcerptCell.plain("", header);
    }
    if (!marked.contains(cell)) {
      return Card.ExcerptCell.plain(cell.text(), header);
    }
    Passage passage = cell.passage();
    PageText.Range range = PageText.range(text.slot(passage), source.span());
    String all = passage.text();
    return new Card.ExcerptCell(
        false,
        header,
        Wording.printable(all.substring(0, range.start())),
        Wording.printable(all.substring(range.start(), range.end())),
        Wording.printable(all.substring(range.end())));
  }
}
