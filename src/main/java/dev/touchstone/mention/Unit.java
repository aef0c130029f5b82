package dev.touchstone.mention;

import dev.touchstone.document.Block;
import dev.touchstone.document.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest piece that is read on its own: a heading, a paragraph, a caption, a note or a cell.
 *
 * @param block what it belongs to
 * @param part what of the block it is
 * @param reading its text without citation marks; positions of sentences and mentions are in it
 * @param cell address, for a cell
 * @param mentions in order of start, longer ones first
 */
public record Unit(
    Block block,
    Part part,
    String section,
    Passage reading,
    @Nullable CellAddress cell,
    List<Sentence> sentences,
    List<Mention> mentions) {

  /** What of a block a unit is. */
  public enum Part {
    HEADING,
    TEXT,
    LIST_ITEM,
    CAPTION,
    CELL,
    NOTE
  }

  public Unit {
    sentences = List.copyOf(sentences);
    mentions = List.copyOf(mentions);
  }

  public List<Mention> mentions(MentionType type) {
    List<Mention> found = List.of();
    for (Mention mention : mentions) {
      if (mention.type() == type) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(mention);
      }
    }
    return found;
  }

  /** The mentions that stand within a sentence; finding them costs no look at all others. */
  public List<Mention> mentions(Sentence sentence) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() < sentence.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<Mention> within = new ArrayList<>();
    for (int i = low; i < mentions.size() && mentions.get(i).start() < sentence.end(); i++) {
      if (mentions.get(i).end() <= sentence.end()) {
        within.add(mentions.get(i));
      }
    }
    return within;
  }
}
