package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.evidence.NoteEvidence;

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
    FactGraph facts = new FactGraph(NoteReading.of(note));
    return Examination.of(
        facts.compared(),
        facts.disagreements(),
        "No value of the same study, arm and outcome is printed twice.");
  }
}
