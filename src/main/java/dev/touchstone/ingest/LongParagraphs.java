package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parts paragraphs without end, such as a whole book in one line: all that comes later reads a
 * paragraph as a whole, and would hold it in memory many times over.
 */
final class LongParagraphs {

  /** Characters of a part at most; whole articles are shorter. */
  private static final int LONGEST = 100_000;

  private LongParagraphs() {}

  /** The same draft without such paragraphs, and a warning for each. */
  static Draft part(Draft draft) {
    List<Block> blocks = new ArrayList<>();
    List<String> warnings = new ArrayList<>(draft.warnings());
    for (Block block : draft.blocks()) {
      if (block instanceof Paragraph paragraph && paragraph.passage().length() > LONGEST) {
        List<Passage> parts = parts(paragraph.passage());
        for (int i = 0; i < parts.size(); i++) {
          String marker = i == 0 ? paragraph.marker() : null;
          blocks.add(new Paragraph(paragraph.section(), paragraph.kind(), marker, parts.get(i)));
        }
        warnings.add(
            String.format(
                Locale.ROOT,
                "A paragraph of %,d characters, from \"%s\" on, was read in %d parts; what a sentence says of another over the end of a part may be missed.",
                paragraph.passage().length(),
                paragraph.passage().text().substring(0, 40).strip(),
                parts.size()));
      } else {
        blocks.add(block);
      }
    }
    return new Draft(
        draft.mediaType(),
        draft.text(),
        draft.hints(),
        draft.pages(),
        blocks,
        draft.locator(),
        draft.coverage(),
        warnings);
  }

  private static List<Passage> parts(Passage passage) {
    List<Passage> parts = new ArrayList<>();
    int from = 0;
    while (passage.length() - from > LONGEST) {
      int to = end(passage.text(), from);
      parts.add(passage.part(from, to));
      from = to;
    }
    parts.add(passage.part(from, passage.length()));
    return parts;
  }

  /** Behind the last sentence that fits, else behind the last word, else where the room ends. */
  private static int end(String text, int from) {
    int least = from + LONGEST / 2;
    int blank = -1;
    for (int i = from + LONGEST; i > least; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        if (".!?".indexOf(text.charAt(i - 2)) >= 0) {
          return i;
        }
        blank = Math.max(blank, i);
      }
    }
    if (blank > 0) {
      return blank;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(from + LONGEST - 1));
    return from + LONGEST - (pair ? 1 : 0);
  }
}
