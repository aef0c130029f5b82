package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.evidence.NoteEvidence;
import java.util.ArrayList;
import java.util.List;

/** Participants of a trial from screening to analysis: nobody appears, and nobody is lost. */
final class ParticipantFlow implements ConsistencyCheck {

  @Override
  public String rule() {
    return "participant-flow";
  }

  @Override
  public String summary() {
    return "Participants appear or vanish between two stages; look up the flow of participants.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FlowCount.OfUnit> counts = FlowCount.all(reading);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (TotalMismatch.Result result :
        List.of(
            FlowDiagram.examine(reading),
            FlowTables.examine(reading),
            FlowSentences.examine(reading, counts),
            LaterCounts.examine(reading, counts))) {
      candidates += result.candidates();
      for (FindingDraft finding : result.findings()) {
        if (findings.stream().noneMatch(its -> Places.agree(its, finding))) {
          findings.add(finding);
        }
      }
    }
    return Examination.of(
        candidates, findings, "The note does not follow its participants from stage to stage.");
  }
}
