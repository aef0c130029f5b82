package dev.touchstone.ingest;

import dev.touchstone.document.Coverage;
import java.util.SortedMap;

/** Counts printed characters, blanks not counted. */
final class Coverages {

  private Coverages() {}

  static int glyphs(CharSequence text) {
    int glyphs = 0;
    for (int i = 0; i < text.length(); i++) {
      glyphs += Blanks.isBlank(text.charAt(i)) ? 0 : 1;
    }
    return glyphs;
  }

  /** The account of a document without pages. */
  static Coverage whole(CharSequence text, SortedMap<String, Integer> dropped) {
    int placed = glyphs(text);
    int lost = dropped.values().stream().mapToInt(Integer::intValue).sum();
    return new Coverage(null, placed + lost, placed, dropped);
  }
}
