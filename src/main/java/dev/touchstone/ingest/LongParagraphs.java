package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Parts paragraphs without end, such as a whole book in one line: all that comes later reads a
 * paragraph as a whole, and would hold it in memory many times over.
 */
final class LongParagraphs {

  /** Characters of a part at most; whole articles are shorter. */
  private static final int LONGEST = 100_000;

  /** Characters from which on prose has more than a few words that differ. */
  private static final int ENOUGH_TO_TELL = 1_000;

  private static final int FEW_WORDS = 4;

  private LongParagraphs() {}

  /**
   * The same draft with such paragraphs in parts, and a warning for each. Long runs of the same few
   * words or signs are kept as residue: they say nothing, and reading them takes longer than prose.
   */
  static Draft part(Draft draft) {
    List<Block> blocks = new ArrayList<>();
    List<String> warnings = new ArrayList<>(draft.warnings());
    for (Block block : draft.blocks()) {
      if (block instanceof Paragraph paragraph && isRun(paragraph.passage().text())) {
        blocks.add(
            new Paragraph(
                paragraph.section(),
                Paragraph.Kind.RESIDUE,
                paragraph.marker(),
                paragraph.passage()));
        warnings.add(
            String.format(
                Locale.ROOT,
                "A paragraph of %,d characters, from \"%s\" on, repeats a few words or signs; it was kept as text and not read.",
                paragraph.passage().length(),
                opening(paragraph.passage())));
      } else if (block instanceof Paragraph paragraph && paragraph.passage().length() > LONGEST) {
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
                opening(paragraph.passage()),
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

  /** Whether a text is long and has but a few different words. */
  private static boolean isRun(String text) {
    if (text.length() < ENOUGH_TO_TELL) {
      return false;
    }
    Set<String> words = new HashSet<>();
    StringTokenizer tokens = new StringTokenizer(text);
    while (tokens.hasMoreTokens() && words.size() <= FEW_WORDS) {
      words.add(tokens.nextToken());
    }
    return words.size() <= FEW_WORDS;
  }

  private static String opening(Passage passage) {
    return passage.text().substring(0, 40).strip();
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
