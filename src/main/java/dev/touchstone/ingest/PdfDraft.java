package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Locator;
import dev.touchstone.layout.LaidBlock;
import dev.touchstone.layout.LaidBlock.Field;
import dev.touchstone.layout.Piece;
import java.util.ArrayList;
import java.util.List;

/** Writes what the layout found, with the page and the box of every word. */
final class PdfDraft {

  private static final int LONGEST_LEAD = 9;

  private final List<Piece> pieces = new ArrayList<>();
  private final Canvas canvas;
  private final StructureRules rules;
  private int level = 1;

  PdfDraft(ReadLimits limits, StructureRules rules) {
    this.rules = rules;
    this.canvas = new Canvas(limits, pieces);
  }

  String text() {
    return canvas.text();
  }

  List<Block> blocks() {
    return canvas.blocks();
  }

  Locator locator() {
    return canvas.locator();
  }

  void write(List<LaidBlock> blocks) throws Unreadable {
    for (LaidBlock block : blocks) {
      if (block instanceof LaidBlock.Title title) {
        level = title.level();
        canvas.heading(level, words(title.words()), "");
      } else if (block instanceof LaidBlock.Prose prose && opensSection(prose)) {
        canvas.heading(level + 1, words(prose.words().subList(0, prose.lead())), "");
        List<Piece> rest = prose.words().subList(prose.lead(), prose.words().size());
        canvas.paragraph(prose.kind(), null, words(rest), "");
      } else if (block instanceof LaidBlock.Prose prose) {
        Piece marker = prose.marker();
        canvas.paragraph(
            prose.kind(), marker == null ? null : marker.text(), words(prose.words()), "");
      } else if (block instanceof LaidBlock.Table table) {
        canvas.table(grid(table));
      }
    }
  }

  /** {@code Background} in bold at the head of a paragraph, as in the abstract of an article. */
  private boolean opensSection(LaidBlock.Prose prose) {
    if (prose.lead() == 0 || prose.lead() > LONGEST_LEAD) {
      return false;
    }
    StringBuilder lead = new StringBuilder();
    prose.words().subList(0, prose.lead()).forEach(piece -> lead.append(piece.text()));
    return lead.charAt(lead.length() - 1) != ':'
        && rules
            .ruleFor(lead.toString())
            .filter(rule -> rule.chapter() && !rule.match().equals("has"))
            .isPresent();
  }

  private Grid grid(LaidBlock.Table table) {
    Grid grid = new Grid();
    Field[][] starts = new Field[table.rows()][table.cols()];
    boolean[][] covered = new boolean[table.rows()][table.cols()];
    for (Field field : table.cells()) {
      starts[field.row()][field.col()] = field;
      for (int r = field.row(); r < field.row() + field.rowSpan(); r++) {
        for (int c = field.col(); c < field.col() + field.colSpan(); c++) {
          covered[r][c] = true;
        }
      }
    }
    for (int r = 0; r < table.rows(); r++) {
      grid.startRow();
      for (int c = 0; c < table.cols(); c++) {
        Field field = starts[r][c];
        if (field != null) {
          grid.cell(field.rowSpan(), field.colSpan(), field.header(), words(field.words()), "");
        } else if (!covered[r][c]) {
          grid.cell(1, 1, false, new TracedText(), "");
        }
      }
    }
    grid.headerRows(table.headerRows());
    grid.reading(table.reading());
    return grid;
  }

  /** Each character remembers the piece that it came from until it is written. */
  private TracedText words(List<Piece> words) {
    TracedText text = new TracedText();
    for (Piece piece : words) {
      int index = pieces.size();
      pieces.add(piece);
      for (int i = 0; i < piece.text().length(); i++) {
        text.add(piece.text().charAt(i), index, index + 1, piece.raised());
      }
    }
    return text;
  }
}
