package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.evidence.EvidenceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of a note with their witnesses. The same quantity in abstract, prose, table, caption
 * and conclusion is one fact with many witnesses; they are known to speak of one fact by the key
 * that their records have ({@link KeyedFacts}) or by the figures and words that stand around them
 * in the same order ({@link AlignedFacts}).
 */
final class FactGraph {

  private final List<FindingDraft> disagreements = new ArrayList<>();
  private final int compared;

  FactGraph(NoteReading reading) {
    KeyedFacts keyed = new KeyedFacts(reading);
    List<List<EvidenceRecord>> facts = keyed.toldTwice();
    for (List<EvidenceRecord> fact : facts) {
      Dispute dispute = keyed.dispute(fact);
      if (dispute != null) {
        disagreements.add(dispute.finding(reading));
      }
    }
    AlignedFacts aligned = new AlignedFacts(reading);
    for (Dispute dispute : aligned.disputes()) {
      FindingDraft finding = dispute.finding(reading);
      // Both ways may see one cause.
      if (disagreements.stream().noneMatch(known -> Places.include(known, finding))) {
        disagreements.add(finding);
      }
    }
    compared = facts.size() + aligned.compared();
  }

  /** How many facts and pairs of tellings were compared. */
  int compared() {
    return compared;
  }

  /** One finding for each fact with two values. */
  List<FindingDraft> disagreements() {
    return List.copyOf(disagreements);
  }
}
