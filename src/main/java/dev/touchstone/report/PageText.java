package dev.touchstone.report;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Place;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The passages of a document in the order of its text, with the mentions and flags in each. */
final class PageText {

  /** A flag over a longer stretch is marked in its first passages only. */
  private static final int MOST_SLOTS_OF_A_FLAG = 40;

  private final Document document;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<Passage, Slot> byPassage = new IdentityHashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Map<String, Integer> tableNumbers = new HashMap<>();
  private final Map<String, List<Slot>> flaggedByTable = new HashMap<>();

  PageText(Document document, List<Mention> mentions, List<Flag> flags) {
    this.document = document;
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      String anchor = "b" + (i + 1);
      blocks
          .get(i)
          .match(
              heading -> heading(heading, anchor),
              paragraph -> paragraph(paragraph, anchor),
              this::table);
    }
    slots.sort(Comparator.comparing(slot -> slot.passage().span()));
    mentions.forEach(this::place);
    flags.forEach(this::place);
  }

  Slot slot(Passage passage) {
    Slot slot = byPassage.get(passage);
    if (slot == null) {
      throw new IllegalArgumentException("not a passage of this document: " + passage);
    }
    return slot;
  }

  /** The first passage that a span stands in; null for text that is in no passage. */
  @Nullable Slot slotAt(Span span) {
    List<Slot> found = slotsAt(span, 1);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The passages that a source takes part of, in the order of the text. */
  List<Slot> slotsOf(Source source) {
    return slotsAt(source.span(), MOST_SLOTS_OF_A_FLAG);
  }

  int tableNumber(Table table) {
    return tableNumbers.getOrDefault(table.id(), 0);
  }

  /** Flagged cells of a table by row, then column. */
  List<Slot> flaggedCells(Table table) {
    return flaggedByTable.getOrDefault(table.id(), List.of());
  }

  /** {@code Page 4, paragraph 1} or {@code Line 12, paragraph 1}. */
  String words(Source source) {
    Place place = document.locate(source.span());
    Slot slot = slotAt(source.span());
    String in = slot == null ? "text" : slot.words();
    String locator = place.locator();
    if (place.page() != null) {
      in = "page " + place.page() + ", " + in;
    } else if (locator != null
        && locator.startsWith("line ")
        && (slot == null || slot.table() == null)) {
      in = locator.replaceFirst(",.*", "") + ", " + in;
    }
    return Character.toUpperCase(in.charAt(0)) + in.substring(1);
  }

  /** The same, short enough for a column: {@code p. 4, table 2}. */
  String shortWords(Span span) {
    Slot slot = slotAt(span);
    Place place = document.locate(span);
    String table =
        slot == null || slot.table() == null
            ? ""
            : Slot.tableName(slot.table(), tableNumber(slot.table()));
    String locator = place.locator();
    if (place.page() != null) {
      return "p. " + place.page() + (table.isEmpty() ? "" : ", " + table);
    }
    if (!table.isEmpty() || slot == null) {
      return table;
    }
    return locator != null && locator.startsWith("line ")
        ? locator.replaceFirst(",.*", "")
        : slot.words();
  }

  /** Where on the page a span can be looked up. */
  String href(Span span) {
    Slot slot = slotAt(span);
    return slot == null ? "#text" : "#" + slot.blockAnchor();
  }

  private Slot heading(Heading heading, String anchor) {
    return add(Slot.Kind.HEADING, heading.passage(), heading.section(), anchor);
  }

  private Slot paragraph(Paragraph paragraph, String anchor) {
    Slot.Kind kind =
        switch (paragraph.kind()) {
          case TEXT -> Slot.Kind.PARAGRAPH;
          case LIST_ITEM -> Slot.Kind.LIST_ITEM;
          case CAPTION -> Slot.Kind.CAPTION;
          case NOTE -> Slot.Kind.NOTE;
          case METADATA -> Slot.Kind.METADATA;
          case REFERENCE -> Slot.Kind.REFERENCE;
          case RESIDUE -> Slot.Kind.RESIDUE;
        };
    return add(kind, paragraph.passage(), paragraph.section(), anchor);
  }

  private Slot table(Table table) {
    int number = tableNumbers.size() + 1;
    tableNumbers.put(table.id(), number);
    String anchor = "table-" + table.id();
    Slot caption = part(Slot.Kind.TABLE_CAPTION, table.caption(), table, number, null, anchor);
    for (Cell cell : table.cells()) {
      if (!cell.passage().isEmpty()) {
        part(Slot.Kind.CELL, cell.passage(), table, number, cell, anchor);
      }
    }
    for (TableNote note : table.notes()) {
      part(Slot.Kind.TABLE_NOTE, note.passage(), table, number, null, anchor);
    }
    return caption;
  }

  private Slot part(
      Slot.Kind kind,
      Passage passage,
      Table table,
      int number,
      @Nullable Cell cell,
      String anchor) {
    return add(new Slot(kind, passage, table.section(), anchor, number, table, cell));
  }

  private Slot add(Slot.Kind kind, Passage passage, String section, String anchor) {
    int ordinal = counters.merge(section + " " + kind, 1, Integer::sum);
    return add(new Slot(kind, passage, section, anchor, ordinal, null, null));
  }

  private Slot add(Slot slot) {
    if (!slot.passage().isEmpty()) {
      slots.add(slot);
    }
    byPassage.put(slot.passage(), slot);
    return slot;
  }

  private void place(Mention mention) {
    Slot slot = slotAt(mention.span());
    if (slot != null) {
      slot.mentions().add(mention);
    }
  }

  private void place(Flag flag) {
    for (Slot slot : slotsOf(flag.source())) {
      slot.flags().add(flag);
      Table table = slot.table();
      if (table != null && slot.cell() != null) {
        List<Slot> flagged = flaggedByTable.computeIfAbsent(table.id(), id -> new ArrayList<>());
        if (!flagged.contains(slot)) {
          flagged.add(slot);
        }
      }
    }
  }

  private List<Slot> slotsAt(Span span, int most) {
    List<Slot> found = new ArrayList<>(1);
    for (int i = firstEndingAfter(span.start()); i < slots.size() && found.size() < most; i++) {
      Span at = slots.get(i).passage().span();
      if (at.start() >= Math.max(span.end(), span.start() + 1)) {
        break;
      }
      found.add(slots.get(i));
    }
    return found;
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = slots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (slots.get(middle).passage().span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where a source's words start and end in the passage of a slot. */
  static Range range(Slot slot, Span span) {
    Passage passage = slot.passage();
    int start = passage.indexOfSource(span.start());
    int end = Math.max(start, passage.indexOfSource(span.end()));
    return new Range(Math.min(start, passage.length()), Math.min(end, passage.length()));
  }

  /** A stretch of a passage's own text. */
  record Range(int start, int end) {}
}
