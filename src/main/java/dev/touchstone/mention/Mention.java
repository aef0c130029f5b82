package dev.touchstone.mention;

import dev.touchstone.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words of a document that name something, with their normal form.
 *
 * @param id {@code m1}, {@code m2}, …, unique in the document
 * @param span in the document's text
 * @param start first character in the reading text of its {@link Unit}
 * @param end one past the last character in the reading text of its unit
 * @param text exactly what stands at {@code span}
 * @param section id of the innermost section
 * @param cell where it stands in a table, or null
 * @param negated whether the sentence denies it: {@code no partial responses}
 * @param origin the rule or lexicon entry that produced it, for {@code explain}
 */
public record Mention(
    String id,
    MentionType type,
    Span span,
    int start,
    int end,
    String text,
    String section,
    @Nullable CellAddress cell,
    boolean negated,
    String origin,
    Normal normal) {

  public Drug drug() {
    return (Drug) normal;
  }

  public Dose dose() {
    return (Dose) normal;
  }

  public Outcome outcome() {
    return (Outcome) normal;
  }

  public Measure measure() {
    return (Measure) normal;
  }

  public ArmPhrase arm() {
    return (ArmPhrase) normal;
  }

  public Participants participants() {
    return (Participants) normal;
  }

  public StudyPhrase study() {
    return (StudyPhrase) normal;
  }
}
