package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.evidence.NoteEvidence;
import java.util.ArrayList;
import java.util.List;

/** One fact with different values in two places. */
final class ValueConflict implements ConsistencyCheck {

  @Override
  public String rule() {
    return "value-conflict";
  }

  @Override
  public String summary() {
    return "One value is printed differently in two places; look up which is right.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    FactGraph facts = new FactGraph(reading);
    TotalMismatch.Result periods = StudyPeriods.examine(reading);
    List<FindingDraft> findings = new ArrayList<>(facts.disagreements());
    findings.addAll(periods.findings());
    return Examination.of(
        facts.compared() + periods.candidates(),
        findings,
        "No value of the same study, arm and outcome is printed twice.");
  }
}
