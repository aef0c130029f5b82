package dev.touchstone.evidence;

import dev.touchstone.document.Document;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import dev.touchstone.vocabulary.OutcomeEntry.Better;
import java.util.List;
import java.util.Map;

/**
 * All that was extracted from one note; what the checks examine and the reports show.
 *
 * @param goodSides which way a patient wants an outcome, by code, as the lexicon says
 */
public record NoteEvidence(
    AnnotatedDocument annotated,
    List<Study> studies,
    List<Regimen> regimens,
    List<EvidenceRecord> records,
    List<Claim> claims,
    Map<String, Better> goodSides) {

  public NoteEvidence {
    studies = List.copyOf(studies);
    regimens = List.copyOf(regimens);
    records = List.copyOf(records);
    claims = List.copyOf(claims);
    goodSides = Map.copyOf(goodSides);
  }

  /** Evidence of outcomes of which nobody says which way they are good. */
  public NoteEvidence(
      AnnotatedDocument annotated,
      List<Study> studies,
      List<Regimen> regimens,
      List<EvidenceRecord> records,
      List<Claim> claims) {
    this(annotated, studies, regimens, records, claims, Map.of());
  }

  /** Whether more of an outcome is good, bad or neither for a patient. */
  public Better better(Outcome outcome) {
    return goodSides.getOrDefault(outcome.code(), Better.NEITHER);
  }

  public Document document() {
    return annotated.document();
  }

  /** What the document says; without the outcomes and arms that it merely names. */
  public List<Mention> mentions() {
    return annotated.mentions().stream().filter(mention -> mention.type().isResult()).toList();
  }

  /**
   * The outcomes that the document names without reporting them, and what nothing proves to be an
   * arm.
   */
  public List<Mention> namedOnly() {
    return annotated.mentions().stream().filter(mention -> !mention.type().isResult()).toList();
  }
}
