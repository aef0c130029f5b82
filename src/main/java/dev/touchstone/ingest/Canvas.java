package dev.touchstone.ingest;

import dev.touchstone.document.Anchor;
import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import dev.touchstone.layout.Piece;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a format that is not text itself, and the blocks in it: a blank line
 * between blocks, a line for each table row, a tab between cells. List markers stand in the text
 * only.
 */
final class Canvas {

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final ReadLimits limits;
  private final List<Piece> pieces;
  private int cells;

  Canvas(ReadLimits limits) {
    this(limits, List.of());
  }

  /**
   * @param pieces printed words with their places; the characters of words to be written know the
   *     piece that they came from by its index
   */
  Canvas(ReadLimits limits, List<Piece> pieces) {
    this.limits = limits;
    this.pieces = pieces;
  }

  String text() {
    return text.toString();
  }

  List<Block> blocks() {
    return blocks;
  }

  Locator locator() {
    return Locator.ofAnchors(anchors);
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  void heading(int level, TracedText words, String locator) throws Unreadable {
    TracedText clean = Cleaner.clean(words);
    if (!clean.isBlank()) {
      startBlock();
      blocks.add(new Heading("", level, write(clean, locator)));
    }
  }

  void paragraph(Paragraph.Kind kind, @Nullable String marker, TracedText words, String locator)
      throws Unreadable {
    TracedText clean = Cleaner.clean(words);
    if (!clean.isBlank()) {
      startBlock();
      if (marker != null) {
        text.append(marker).append(' ');
      }
      blocks.add(new Paragraph("", kind, marker, write(clean, locator)));
    }
  }

  void table(Grid grid) throws Unreadable {
    cells += grid.cellCount();
    if (cells > limits.tableCells()) {
      throw Unreadable.tooLarge(
          "The number of table cells", cells, limits.tableCells(), "limits.table-cells");
    }
    if (grid.cellCount() > 0) {
      startBlock();
      blocks.add(grid.writeTo(this));
    }
  }

  /** Writes words that have been cleaned, and remembers where they stand in the file. */
  Passage write(TracedText clean, String locator) {
    int start = text.length();
    Passage passage = clean.writeTo(text);
    if (!pieces.isEmpty()) {
      placePieces(clean, start);
    } else if (text.length() > start) {
      anchors.add(new Anchor(new Span(start, text.length()), null, null, locator));
    }
    return passage;
  }

  private void placePieces(TracedText words, int start) {
    int from = 0;
    for (int i = 1; i <= words.length(); i++) {
      if (i == words.length() || words.source(i) != words.source(from)) {
        Piece piece = pieces.get(words.source(from));
        if (piece.box() != null) {
          Span span = new Span(start + from, start + i);
          anchors.add(new Anchor(span, piece.page(), piece.box(), null));
        }
        from = i;
      }
    }
  }

  /** Writes what stands in the text and in no passage. */
  void write(String marker) {
    text.append(marker);
  }

  void write(char separator) {
    text.append(separator);
  }

  int length() {
    return text.length();
  }

  private void startBlock() throws Unreadable {
    if (blocks.size() >= limits.blocks()) {
      throw Unreadable.tooLarge(
          "The number of paragraphs", blocks.size() + 1L, limits.blocks(), "limits.blocks");
    }
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
  }
}
