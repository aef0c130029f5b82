package dev.touchstone.layout;

import dev.touchstone.document.Coverage;
import java.util.List;

/**
 * A document's blocks in reading order, and for each page where its glyphs went.
 *
 * @param glyphs printed characters of all pages
 */
public record LaidOut(List<LaidBlock> blocks, List<Coverage> coverage, int glyphs) {

  public LaidOut {
    blocks = List.copyOf(blocks);
    coverage = List.copyOf(coverage);
  }
}
