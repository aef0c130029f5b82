package dev.touchstone.mention;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import java.util.ArrayList;
import java.util.List;

/** Small documents for tests: one paragraph a line, and rows of cells between bars. */
final class Notes {

  private Notes() {}

  static Document of(String text) {
    return of(text, SectionRole.RESULTS, Paragraph.Kind.TEXT);
  }

  static Document of(String text, SectionRole role, Paragraph.Kind kind) {
    List<Block> blocks = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    int row = 0;
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("|")) {
        addRow(text, line, start, row++, cells);
      } else if (!line.isBlank()) {
        blocks.add(
            new Paragraph(
                "s1", kind, null, Passage.of(text, new Span(start, start + line.length()))));
      }
      start += line.length() + 1;
    }
    if (!cells.isEmpty()) {
      blocks.add(
          new Table(
              "s1", "t1", null, Passage.EMPTY, 1, 1, cells, List.of(), new Span(0, text.length())));
    }
    Section section = new Section("s1", null, 1, "Results", role, new Span(0, text.length()));
    return new Document(
        "sha256:0",
        "note.txt",
        "text/plain",
        Metadata.NONE,
        null,
        text,
        List.of(section),
        blocks,
        List.of(),
        Locator.ofLines(text),
        List.of(),
        List.of());
  }

  private static void addRow(String text, String line, int start, int row, List<Cell> cells) {
    int col = 0;
    int from = 1;
    for (int bar = line.indexOf('|', from); bar >= 0; bar = line.indexOf('|', from)) {
      String cell = line.substring(from, bar);
      int lead = cell.length() - cell.stripLeading().length();
      Span span = new Span(start + from + lead, start + from + lead + cell.strip().length());
      cells.add(new Cell(row, col, 1, 1, row == 0 || col == 0, Passage.of(text, span)));
      col++;
      from = bar + 1;
    }
  }
}
