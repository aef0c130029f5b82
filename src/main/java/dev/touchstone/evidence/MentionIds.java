package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Normal;
import dev.touchstone.mention.Unit;

/** Mentions that are made after all others of a document, and their ids. */
final class MentionIds {

  private final AnnotatedDocument document;
  private int last;

  MentionIds(AnnotatedDocument document) {
    this.document = document;
    last = document.mentions().size();
  }

  /**
   * A mention of the words of a unit, with the next id.
   *
   * @param start first character in the unit's reading text
   * @param origin how it was found
   */
  Mention mention(MentionType type, Unit unit, int start, int end, String origin, Normal normal) {
    last++;
    Span span = unit.reading().source(start, end);
    return new Mention(
        "m" + last,
        type,
        span,
        start,
        end,
        document.document().quote(span),
        unit.section(),
        unit.cell(),
        false,
        origin,
        normal);
  }
}
