package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.ReadResult;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Section;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads small documents and prints what became of them, so that a test shows both side by side. */
final class Outline {

  private static final DocumentReader READER = new DocumentReader(ReadLimits.DEFAULTS);

  private Outline() {}

  static Document read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Document read(String name, byte[] bytes) {
    ReadResult result = READER.read(name, bytes);
    if (result instanceof Rejection rejection) {
      throw new AssertionError(rejection.toString());
    }
    return (Document) result;
  }

  static Rejection rejection(String name, byte[] bytes) {
    ReadResult result = READER.read(name, bytes);
    if (result instanceof Rejection rejection) {
      return rejection;
    }
    throw new AssertionError("was read: " + result);
  }

  /** A line per section: indented by level, its title and its role. */
  static String sections(Document document) {
    return document.sections().stream()
        .map(
            section ->
                "  ".repeat(section.level() - 1)
                    + section.title()
                    + " ("
                    + section.role().code()
                    + ")")
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A line per paragraph: its kind, if it is not running text, its marker and its words. */
  static String paragraphs(Document document) {
    return document.blocks().stream()
        .filter(Paragraph.class::isInstance)
        .map(block -> paragraph((Paragraph) block))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String paragraph(Paragraph paragraph) {
    String kind =
        paragraph.kind() == Paragraph.Kind.TEXT
            ? ""
            : paragraph.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": ";
    String marker = paragraph.marker() == null ? "" : paragraph.marker() + " ";
    return kind + marker + paragraph.passage().text();
  }

  /**
   * Label and caption, the rows with header cells in brackets, spans behind {@code ×}, then the
   * notes.
   */
  static String tables(Document document) {
    return document.tables().stream().map(Outline::table).collect(Collectors.joining("\n"));
  }

  private static String table(Table table) {
    StringBuilder out = new StringBuilder();
    if (table.label() != null || !table.caption().isEmpty()) {
      out.append(table.label()).append(": ").append(table.caption().text()).append('\n');
    }
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      out.append(
          table.cells().stream()
              .filter(cell -> cell.row() == at)
              .map(Outline::cell)
              .collect(Collectors.joining(" | ", "", "\n")));
    }
    for (TableNote note : table.notes()) {
      out.append(note.marker() == null ? "-" : note.marker())
          .append(' ')
          .append(note.passage().text())
          .append('\n');
    }
    return out.toString();
  }

  private static String cell(Cell cell) {
    String text = cell.header() ? "[" + cell.text() + "]" : cell.text();
    return cell.rowSpan() == 1 && cell.colSpan() == 1
        ? text
        : text + " ×" + cell.rowSpan() + "," + cell.colSpan();
  }

  /**
   * Checks what holds for every document: spans lie in the text, and blocks stand in sections that
   * exist.
   */
  static void check(Document document) {
    List<String> ids = document.sections().stream().map(Section::id).toList();
    int length = document.text().length();
    for (Section section : document.sections()) {
      require(section.span().end() <= length, "section beyond the text: " + section);
      require(section.parent() == null || ids.contains(section.parent()), "no parent: " + section);
    }
    for (Block block : document.blocks()) {
      require(ids.contains(block.section()), "no section: " + block);
      require(block.span().end() <= length, "block beyond the text: " + block);
      block.match(
          heading -> traced(document, heading.passage()),
          paragraph -> traced(document, paragraph.passage()),
          table -> table.cells().stream().allMatch(cell -> traced(document, cell.passage())));
    }
    for (Table table : document.tables()) {
      @Nullable Cell[][] grid = new @Nullable Cell[table.rows()][table.cols()];
      for (Cell cell : table.cells()) {
        require(table.span().contains(cell.span()), "cell outside its table: " + cell);
        for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
          for (int c = cell.col(); c < cell.col() + cell.colSpan(); c++) {
            require(grid[r][c] == null, "two cells at " + r + "," + c);
            grid[r][c] = cell;
          }
        }
      }
    }
  }

  /** Every letter and digit of a passage stands where the passage says. */
  private static boolean traced(Document document, Passage passage) {
    for (int i = 0; i < passage.length(); i++) {
      char c = passage.text().charAt(i);
      if (c < '\u0080' && Character.isLetterOrDigit(c)) {
        Span source = passage.source(i, i + 1);
        require(
            document.quote(source).indexOf(c) >= 0,
            "'" + c + "' is not at " + source + " in: " + passage.text());
      }
    }
    return true;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
