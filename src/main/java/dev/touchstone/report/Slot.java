package dev.touchstone.report;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Table;
import dev.touchstone.mention.Mention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passage as it stands on the page: where it is, and what is marked in it. */
final class Slot {

  /** What of a document a passage is. */
  enum Kind {
    HEADING("heading"),
    PARAGRAPH("paragraph"),
    LIST_ITEM("list item"),
    CAPTION("figure caption"),
    NOTE("foot note"),
    METADATA("front matter, line"),
    REFERENCE("reference entry"),
    RESIDUE("boilerplate"),
    TABLE_CAPTION("caption"),
    TABLE_NOTE("note"),
    CELL("cell");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final Kind kind;
  private final Passage passage;
  private final String section;
  private final String blockAnchor;
  private final int ordinal;
  private final @Nullable Table table;
  private final @Nullable Cell cell;
  private final List<Mention> mentions = new ArrayList<>(0);
  private final List<Flag> flags = new ArrayList<>(0);

  /**
   * @param blockAnchor anchor of the block that it belongs to
   * @param ordinal among those of its kind in its section, from 1; of the table, for parts of a
   *     table
   */
  Slot(
      Kind kind,
      Passage passage,
      String section,
      String blockAnchor,
      int ordinal,
      @Nullable Table table,
      @Nullable Cell cell) {
    this.kind = kind;
    this.passage = passage;
    this.section = section;
    this.blockAnchor = blockAnchor;
    this.ordinal = ordinal;
    this.table = table;
    this.cell = cell;
  }

  Kind kind() {
    return kind;
  }

  Passage passage() {
    return passage;
  }

  String section() {
    return section;
  }

  String blockAnchor() {
    return blockAnchor;
  }

  @Nullable Table table() {
    return table;
  }

  @Nullable Cell cell() {
    return cell;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Flag> flags() {
    return flags;
  }

  boolean isFlagged() {
    return !flags.isEmpty();
  }

  /** Where it stands, in words: {@code paragraph 2}, {@code table 1, row 3, column 2}. */
  String words() {
    if (table == null) {
      return kind == Kind.HEADING || kind == Kind.RESIDUE
          ? kind.words()
          : kind.words() + " " + ordinal;
    }
    String name = tableName(table, ordinal);
    if (cell == null) {
      return name + ", " + kind.words();
    }
    if (cell.row() < table.headerRows()) {
      return name + ", column header";
    }
    int row = cell.row() - table.headerRows() + 1;
    if (cell.col() < table.headerCols()) {
      return name + ", row " + row + ", row header";
    }
    return name + ", row " + row + ", column " + (cell.col() - table.headerCols() + 1);
  }

  /** {@code table 2}: as printed where it has a label, else by its place among the tables. */
  static String tableName(Table table, int ordinal) {
    String label = table.label();
    if (label == null || label.isBlank()) {
      return "table " + ordinal;
    }
    return Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }
}
