package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Turns the tree that commonmark makes of a Markdown text into blocks over that text. */
final class MarkdownBlocks {

  private final String text;
  private final int offset;
  private final ReadLimits limits;
  private final MarkdownWords words;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int cells;

  /**
   * @param offset where in the text the parsed part begins
   */
  MarkdownBlocks(String text, int offset, ReadLimits limits) {
    this.text = text;
    this.offset = offset;
    this.limits = limits;
    this.words = new MarkdownWords(text, offset);
  }

  List<Block> blocks() {
    return blocks;
  }

  List<String> warnings() {
    return warnings;
  }

  void read(Node root) throws Unreadable {
    children(root, Kind.TEXT, null, 0);
  }

  private void children(Node parent, Kind kind, @Nullable String marker, int depth)
      throws Unreadable {
    if (depth > limits.nesting()) {
      throw Unreadable.tooLarge(
          "The nesting of lists and quotes", depth, limits.nesting(), "limits.nesting");
    }
    String mark = marker;
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      int before = blocks.size();
      block(node, kind, mark, depth);
      if (blocks.size() > before) {
        mark = null;
      }
      if (blocks.size() > limits.blocks()) {
        throw Unreadable.tooLarge(
            "The number of paragraphs", blocks.size(), limits.blocks(), "limits.blocks");
      }
    }
  }

  private void block(Node node, Kind kind, @Nullable String marker, int depth) throws Unreadable {
    if (node instanceof org.commonmark.node.Heading heading) {
      TracedText clean = words.of(heading);
      if (!clean.isBlank()) {
        blocks.add(new Heading("", heading.getLevel(), clean.toPassage(text)));
      }
    } else if (node instanceof org.commonmark.node.Paragraph paragraph) {
      paragraph(paragraph, kind, marker);
    } else if (node instanceof BulletList list) {
      items(list, "-", -1, depth);
    } else if (node instanceof OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      items(
          list,
          list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter(),
          start == null ? 1 : start,
          depth);
    } else if (node instanceof BlockQuote quote) {
      children(quote, kind, marker, depth + 1);
    } else if (node instanceof TableBlock table) {
      table(table);
    } else if (node instanceof FencedCodeBlock
        || node instanceof IndentedCodeBlock
        || node instanceof HtmlBlock) {
      verbatim(node);
    }
  }

  private void items(Node list, String marker, int first, int depth) throws Unreadable {
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        children(item, Kind.LIST_ITEM, number < 0 ? marker : number + marker, depth + 1);
        number += number < 0 ? 0 : 1;
      }
    }
  }

  private void paragraph(
      org.commonmark.node.Paragraph paragraph, Kind kind, @Nullable String marker) {
    TracedText clean = words.of(paragraph);
    if (clean.isBlank()) {
      return;
    }
    boolean image =
        paragraph.getFirstChild() instanceof Image
            && paragraph.getFirstChild() == paragraph.getLastChild();
    blocks.add(
        new Paragraph(
            "", image ? Kind.RESIDUE : kind, image ? null : marker, clean.toPassage(text)));
  }

  private void table(TableBlock table) throws Unreadable {
    List<List<TracedText>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          rows.add(row(row));
        }
      }
    }
    Grid grid = SpanlessTable.grid(rows);
    if (grid.cellCount() > 0) {
      blocks.add(grid.toTable(text));
    }
  }

  private List<TracedText> row(Node row) throws Unreadable {
    List<TracedText> cellsOfRow = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cellsOfRow.add(words.of(cell));
        if (++cells > limits.tableCells()) {
          throw Unreadable.tooLarge(
              "The number of table cells", cells, limits.tableCells(), "limits.table-cells");
        }
      }
    }
    return cellsOfRow;
  }

  /** Code and HTML keep their lines; of HTML only what stands between the tags is read. */
  private void verbatim(Node node) {
    TracedText raw = new TracedText();
    for (SourceSpan span : node.getSourceSpans()) {
      int start = span.getInputIndex() + offset;
      raw.append(TracedText.of(text, new Span(start, start + span.getLength())));
      raw.add('\n', start + span.getLength(), start + span.getLength(), false);
    }
    TracedText kept = raw;
    if (node instanceof HtmlBlock) {
      kept = MarkdownWords.withoutTags(raw);
      warnings.add("HTML inside Markdown was read as words only, without its tables.");
    } else if (node instanceof FencedCodeBlock) {
      kept = MarkdownWords.withoutFence(raw);
    }
    TracedText clean = Cleaner.clean(kept);
    if (!clean.isBlank()) {
      blocks.add(new Paragraph("", Kind.TEXT, null, clean.toPassage(text)));
    }
  }
}
