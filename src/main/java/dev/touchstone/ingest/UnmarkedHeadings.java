package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Table;
import java.util.ArrayList;
import java.util.List;

/** Finds headings in a document of any format whose author marked none, as in plain text. */
final class UnmarkedHeadings {

  private UnmarkedHeadings() {}

  static List<Block> find(List<Block> blocks, StructureRules rules) {
    if (blocks.stream().anyMatch(Heading.class::isInstance)) {
      return blocks;
    }
    List<PlainItem> items = new ArrayList<>();
    for (Block block : blocks) {
      items.add(item(block));
    }
    PlainHeadings.mark(items, rules);
    List<Block> out = new ArrayList<>(blocks);
    for (int i = 0; i < items.size(); i++) {
      PlainItem.Kind kind = items.get(i).kind;
      boolean title = kind == PlainItem.Kind.TITLE;
      if (blocks.get(i) instanceof Paragraph paragraph
          && (title || kind == PlainItem.Kind.HEADING)) {
        out.set(i, new Heading("", title ? 1 : 0, paragraph.passage()));
      }
    }
    return out;
  }

  private static PlainItem item(Block block) {
    if (block instanceof Table || !(block instanceof Paragraph paragraph)) {
      return PlainItem.of(PlainItem.Kind.TABLE, null, new TracedText(), 0);
    }
    PlainItem.Kind kind =
        switch (paragraph.kind()) {
          case TEXT -> PlainItem.Kind.TEXT;
          case LIST_ITEM -> PlainItem.Kind.LIST_ITEM;
          case CAPTION -> PlainItem.Kind.CAPTION;
          default -> PlainItem.Kind.RESIDUE;
        };
    return PlainItem.of(kind, null, TracedText.of(paragraph.passage().text()), 1);
  }
}
