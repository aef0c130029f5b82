package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.NoteEvidence;
import java.util.ArrayList;
import java.util.List;

/** Doses that do not multiply: 25 mg twice daily is not 75 mg a day. */
final class DoseArithmetic implements ConsistencyCheck {

  @Override
  public String rule() {
    return "dose-arithmetic";
  }

  @Override
  public String summary() {
    return "Dose, frequency and total disagree; correct them before anyone doses by them.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<TotalMismatch.Result> results = new ArrayList<>();
    results.add(DoseTotals.examine(reading));
    for (Table table : reading.tables()) {
      results.add(DoseColumns.examine(table));
    }
    int candidates = results.stream().mapToInt(TotalMismatch.Result::candidates).sum();
    List<FindingDraft> findings =
        results.stream().flatMap(result -> result.findings().stream()).toList();
    return Examination.of(
        candidates, findings, "No dose stands beside a total that it can be multiplied to.");
  }
}
