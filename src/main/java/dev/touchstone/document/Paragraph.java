package dev.touchstone.document;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Running text of one kind.
 *
 * @param marker what a list item is marked with ({@code 3.}), or null; not part of the passage
 */
public record Paragraph(String section, Kind kind, @Nullable String marker, Passage passage)
    implements Block {

  /** What a paragraph is. */
  public enum Kind {
    TEXT,
    LIST_ITEM,
    /** Caption of a figure; a table keeps its own. */
    CAPTION,
    /** A foot note outside any table. */
    NOTE,
    /** Title, authors, date, catalogue number. */
    METADATA,
    /** An entry of the reference list. */
    REFERENCE,
    /** What a converter or vendor added: download links, quote buttons. */
    RESIDUE
  }

  @Override
  public Span span() {
    return passage.span();
  }

  @Override
  public <R> R match(
      Function<Heading, R> heading, Function<Paragraph, R> paragraph, Function<Table, R> table) {
    return paragraph.apply(this);
  }
}
