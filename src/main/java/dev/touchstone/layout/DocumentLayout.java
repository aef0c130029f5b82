package dev.touchstone.layout;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is printed on the pages of a document into headings, paragraphs and tables in reading
 * order. Pages are added one by one; the whole is laid out at the end, since running heads, levels
 * and continued tables show only over several pages.
 */
public final class DocumentLayout {

  static final String LINE_END_HYPHEN = "line-end-hyphen";

  private final List<Sheet> sheets = new ArrayList<>();
  private final LineEnds lineEnds = new LineEnds();
  private final Tags tags;

  /**
   * @param tags what the author says of the parts of the document, in the order of reading; empty
   *     for a document without
   */
  public DocumentLayout(List<Tag> tags) {
    this.tags = new Tags(tags);
  }

  /** Pages are added in their order, from 1. */
  public void add(PageContent page) {
    sheets.add(new Sheet(page));
  }

  public LaidOut layOut() {
    RunningHeads.remove(sheets);
    Watermarks.remove(sheets);
    List<Item> items = flow();
    List<String> objections =
        tags.isEmpty() ? List.of() : TagAgreement.of(tags, sheets, items).objections();
    Tags used = objections.isEmpty() ? tags : Tags.NONE;
    if (!used.isEmpty() && TaggedMargins.remove(sheets)) {
      items = flow();
    }
    TextStyle style = TextStyle.of(sheets);
    Map<Integer, SortedMap<String, Integer>> dropped = new HashMap<>();
    for (Sheet sheet : sheets) {
      dropped.put(sheet.number(), sheet.dropped());
      lineEnds.learn(sheet.lines());
    }
    List<Object> blocks = new ParagraphFinder(style, used).blocks(items);
    blocks = BlockJoiner.join(blocks, style, sheets, dropped);
    new HeadingFinder(style).find(blocks);
    TaggedHeadings.apply(blocks);
    PieceWriter writer = new PieceWriter(sheets, lineEnds);
    List<LaidBlock> laid = new ArrayList<>();
    for (Object block : blocks) {
      laid.add(
          block instanceof TextBlock text
              ? prose(text, style, writer)
              : table(((Item.Tabular) block).grid(), used, writer));
    }
    List<Coverage> coverage = new ArrayList<>();
    int glyphs = 0;
    for (Sheet sheet : sheets) {
      coverage.add(
          new Coverage(
              sheet.number(), sheet.glyphs(), writer.placed(sheet.number()), sheet.dropped()));
      glyphs += sheet.glyphs();
    }
    return new LaidOut(laid, coverage, glyphs, objections);
  }

  /** What stands on the pages, in the order of reading. */
  private List<Item> flow() {
    @Nullable Gutter gutter = Gutter.common(sheets);
    @Nullable Grid open = null;
    List<Item> items = new ArrayList<>();
    for (Sheet sheet : sheets) {
      List<Item> page = PageFlow.of(sheet, gutter, open);
      items.addAll(page);
      open = Continuation.openAtEnd(sheet, page);
    }
    return items;
  }

  private static LaidBlock prose(TextBlock block, TextStyle style, PieceWriter writer) {
    if (block.level > 0) {
      return new LaidBlock.Title(block.level, writer.lines(lines(block)));
    }
    if (!block.listItem()) {
      return new LaidBlock.Prose(
          kind(block, style), null, style.bold() ? 0 : block.lead(), writer.lines(lines(block)));
    }
    Line first = block.first();
    @Nullable Piece marker = writer.piece(first.page(), first.first());
    List<Line> lines = lines(block);
    lines.set(0, new Line(first.page(), first.words().subList(1, first.words().size())));
    return new LaidBlock.Prose(Paragraph.Kind.LIST_ITEM, marker, 0, writer.lines(lines));
  }

  private static Paragraph.Kind kind(TextBlock block, TextStyle style) {
    return block.size() < 0.9 * style.size() && block.smallPrint
        ? Paragraph.Kind.NOTE
        : Paragraph.Kind.TEXT;
  }

  private static List<Line> lines(TextBlock block) {
    List<Line> lines = new ArrayList<>();
    block.lines.forEach(item -> lines.add(item.line()));
    return lines;
  }

  private static Reading reading(Grid grid) {
    return new Reading(grid.carrier(), Math.round(100 * GridScore.of(grid)) / 100.0);
  }

  private static LaidBlock table(Grid grid, Tags tags, PieceWriter writer) {
    int headerRows = HeaderRows.count(grid, tags);
    List<LaidBlock.Field> fields = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      fields.add(
          new LaidBlock.Field(
              cell.row(),
              cell.col(),
              cell.rowSpan(),
              cell.colSpan(),
              cell.row() < headerRows,
              writer.lines(cell.lines())));
    }
    return new LaidBlock.Table(grid.rows(), grid.cols(), headerRows, fields, reading(grid));
  }
}
