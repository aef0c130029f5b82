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

  public List<Mention> mentions() {
    return annotated.mentions();
  }
}
