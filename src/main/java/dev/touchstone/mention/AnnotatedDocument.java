package dev.touchstone.mention;

import dev.touchstone.document.Document;
import java.util.List;

/**
 * A document with its sentences and mentions.
 *
 * @param units in reading order; headings, prose, captions, cells and notes of sections that may
 *     yield evidence
 */
public record AnnotatedDocument(Document document, List<Unit> units) {

  public AnnotatedDocument {
    units = List.copyOf(units);
  }

  /** All mentions in the order of the text. */
  public List<Mention> mentions() {
    return units.stream().flatMap(unit -> unit.mentions().stream()).toList();
  }
}
