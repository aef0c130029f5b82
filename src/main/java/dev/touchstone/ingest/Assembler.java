package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Document;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.List;

/** Turns what a format reader found into a document. */
final class Assembler {

  Document assemble(String id, String source, Draft draft, List<String> warnings) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(draft.warnings());
    Section whole =
        new Section(
            "s1", null, 1, source, SectionRole.FRONT_MATTER, new Span(0, draft.text().length()));
    List<Block> blocks = new ArrayList<>();
    for (Block block : draft.blocks()) {
      if (block instanceof Paragraph paragraph) {
        blocks.add(new Paragraph("s1", paragraph.kind(), paragraph.marker(), paragraph.passage()));
      }
    }
    return new Document(
        id,
        source,
        draft.mediaType(),
        draft.hints(),
        draft.pages(),
        draft.text(),
        List.of(whole),
        blocks,
        List.of(),
        draft.locator(),
        draft.coverage(),
        all);
  }
}
