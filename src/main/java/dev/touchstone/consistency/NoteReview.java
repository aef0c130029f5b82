package dev.touchstone.consistency;

import dev.touchstone.evidence.NoteEvidence;
import java.util.List;

/**
 * A note with its findings and the ledger of its checks: everything that is stored and reported.
 *
 * @param findings most severe first, then in the order of the text
 */
public record NoteReview(NoteEvidence evidence, List<Finding> findings, List<CheckRun> ledger) {

  public NoteReview {
    findings = List.copyOf(findings);
    ledger = List.copyOf(ledger);
  }
}
