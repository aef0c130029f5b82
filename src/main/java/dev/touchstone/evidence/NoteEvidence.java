package dev.touchstone.evidence;

import dev.touchstone.document.Document;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import java.util.List;

/** All that was extracted from one note; what the checks examine and the reports show. */
public record NoteEvidence(
    AnnotatedDocument annotated,
    List<Study> studies,
    List<Regimen> regimens,
    List<EvidenceRecord> records,
    List<Claim> claims) {

  public NoteEvidence {
    studies = List.copyOf(studies);
    regimens = List.copyOf(regimens);
    records = List.copyOf(records);
    claims = List.copyOf(claims);
  }

  public Document document() {
    return annotated.document();
  }

  /** What the document says; without the outcomes that it merely names. */
  public List<Mention> mentions() {
    return annotated.mentions().stream().filter(mention -> mention.type().isResult()).toList();
  }

  /** The outcomes that the document names without reporting them. */
  public List<Mention> namedOnly() {
    return annotated.mentions().stream().filter(mention -> !mention.type().isResult()).toList();
  }
}
