package dev.touchstone.mention;

import dev.touchstone.document.Block;
import dev.touchstone.document.Passage;
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
    return mentions.stream().filter(mention -> mention.type() == type).toList();
  }

  /** The mentions that stand within a sentence. */
  public List<Mention> mentions(Sentence sentence) {
    return mentions.stream()
        .filter(mention -> mention.start() >= sentence.start() && mention.end() <= sentence.end())
        .toList();
  }
}
