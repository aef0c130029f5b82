package dev.touchstone.mention;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.HeaderReach;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a document into the pieces that are read on their own. */
final class Pieces {

  private static final int LONGEST = 12_000;

  /** What has no blank for so long is no word: tokenizers need the square of its length. */
  private static final int LONGEST_WORD = 1_000;

  private final Document document;
  private final Map<String, Boolean> yields = new HashMap<>();
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces(Document document) {
    this.document = document;
    Map<String, Section> sections = document.sectionsById();
    for (Section section : document.sections()) {
      Section at = section;
      boolean may = true;
      while (at != null) {
        may &= at.role().yieldsEvidence();
        at = at.parent() == null ? null : sections.get(at.parent());
      }
      yields.put(section.id(), may);
    }
  }

  /** The pieces in reading order; reference lists, boilerplate and residue are left out. */
  static List<Piece> of(Document document) {
    Pieces cut = new Pieces(document);
    for (Block block : document.blocks()) {
      if (cut.yields.getOrDefault(block.section(), true)) {
        block.<@Nullable Void>match(cut::heading, cut::paragraph, cut::table);
      }
    }
    return cut.pieces;
  }

  private @Nullable Void heading(Heading heading) {
    add(heading, Unit.Part.HEADING, heading.passage(), false);
    return null;
  }

  private @Nullable Void paragraph(Paragraph paragraph) {
    switch (paragraph.kind()) {
      case REFERENCE, RESIDUE -> {}
      case METADATA -> add(paragraph, Unit.Part.TEXT, paragraph.passage(), true);
      case LIST_ITEM -> add(paragraph, Unit.Part.LIST_ITEM, paragraph.passage(), false);
      case CAPTION -> add(paragraph, Unit.Part.CAPTION, paragraph.passage(), false);
      case NOTE -> add(paragraph, Unit.Part.NOTE, paragraph.passage(), false);
      case TEXT -> add(paragraph, Unit.Part.TEXT, paragraph.passage(), false);
    }
    return null;
  }

  private @Nullable Void table(Table table) {
    add(table, Unit.Part.CAPTION, table.caption(), false);
    @Nullable Cell[][] grid = table.grid();
    int headerRows = HeaderReach.rows(table);
    StringBuilder notes = new StringBuilder(table.caption().text());
    for (TableNote note : table.notes()) {
      notes.append(' ').append(note.passage().text());
    }
    for (Cell cell : table.cells()) {
      boolean header = names(table, cell, headerRows);
      CellContext context =
          header
              ? CellContext.NONE
              : new CellContext(
                  above(headerRows, grid, cell), leftOf(table, grid, cell), notes.toString());
      CellAddress address = new CellAddress(table.id(), cell.row(), cell.col());
      add(table, Unit.Part.CELL, cell.passage(), address, context, header, false);
    }
    for (TableNote note : table.notes()) {
      add(table, Unit.Part.NOTE, note.passage(), false);
    }
    return null;
  }

  private void add(Block block, Unit.Part part, Passage passage, boolean namesOnly) {
    add(block, part, passage, null, CellContext.NONE, false, namesOnly);
  }

  private void add(
      Block block,
      Unit.Part which,
      Passage passage,
      @Nullable CellAddress address,
      CellContext context,
      boolean header,
      boolean namesOnly) {
    Passage reading = passage.withoutCitations();
    for (Passage part : parts(reading)) {
      if (!part.text().isBlank()) {
        pieces.add(
            new Piece(block, which, block.section(), part, address, context, header, namesOnly));
      }
    }
  }

  /**
   * Text without paragraphs is read in parts, so that the cost of reading stays linear in its
   * length.
   */
  private static List<Passage> parts(Passage reading) {
    if (reading.length() <= LONGEST) {
      return List.of(reading);
    }
    List<Passage> parts = new ArrayList<>();
    int from = 0;
    while (reading.length() - from > LONGEST) {
      int full = reading.text().lastIndexOf(". ", from + LONGEST);
      int blank = reading.text().lastIndexOf(' ', from + LONGEST);
      int to = full > from ? full + 2 : blank > from ? blank + 1 : from + LONGEST_WORD;
      parts.add(reading.part(from, to));
      from = to;
    }
    parts.add(reading.part(from, reading.length()));
    return parts;
  }

  /** Whether a cell names rows or columns: by where it stands, or because it spans the table. */
  private static boolean names(Table table, Cell cell, int headerRows) {
    boolean marked = cell.row() < table.headerRows();
    return cell.row() < headerRows || cell.col() < table.headerCols() || (cell.header() && !marked);
  }

  private static String above(int headerRows, @Nullable Cell[][] grid, Cell cell) {
    Set<Cell> headers = new LinkedHashSet<>();
    for (int row = 0; row < headerRows && row < cell.row(); row++) {
      if (grid[row][cell.col()] != null) {
        headers.add(Objects.requireNonNull(grid[row][cell.col()]));
      }
    }
    return texts(headers);
  }

  private static String leftOf(Table table, @Nullable Cell[][] grid, Cell cell) {
    Set<Cell> labels = new LinkedHashSet<>();
    int columns = Math.max(1, table.headerCols());
    for (int col = 0; col < columns && col < cell.col(); col++) {
      if (grid[cell.row()][col] != null) {
        labels.add(Objects.requireNonNull(grid[cell.row()][col]));
      }
    }
    return texts(labels);
  }

  private static String texts(Set<Cell> cells) {
    StringBuilder text = new StringBuilder();
    for (Cell cell : cells) {
      text.append(text.isEmpty() ? "" : " | ").append(cell.passage().withoutCitations().text());
    }
    return text.toString();
  }
}
