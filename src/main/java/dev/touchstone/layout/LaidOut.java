package dev.touchstone.layout;

import dev.touchstone.document.Coverage;
import java.util.List;

/**
 * A document's blocks in reading order, and for each page where its glyphs went.
 *
 * @param glyphs printed characters of all pages
 * @param objections why the tags of the document were not used, each the rest of a sentence; empty
 *     if they were, or if there are none
 */
public record LaidOut(
    List<LaidBlock> blocks, List<Coverage> coverage, int glyphs, List<String> objections) {

  public LaidOut {
    blocks = List.copyOf(blocks);
    coverage = List.copyOf(coverage);
    objections = List.copyOf(objections);
  }
}
