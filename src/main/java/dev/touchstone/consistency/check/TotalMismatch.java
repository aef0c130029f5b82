package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.NoteEvidence;
import java.util.ArrayList;
import java.util.List;

/** Parts and their total: arms and randomised, columns and cohort, rows and their sum, grades. */
final class TotalMismatch implements ConsistencyCheck {

  /** What one way of adding up looked at, and what it found. */
  record Result(int candidates, List<FindingDraft> findings) {

    static final Result NONE = new Result(0, List.of());

    static Result of(int candidates, List<FindingDraft> findings) {
      return new Result(candidates, List.copyOf(findings));
    }
  }

  @Override
  public String rule() {
    return "total-mismatch";
  }

  @Override
  public String summary() {
    return "Parts do not add up to their total; look up which figure is right.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<Result> results = new ArrayList<>();
    results.add(ArmTotals.examine(reading));
    results.add(AssignedTotals.examine(reading));
    results.add(GradeTotals.examine(reading));
    results.add(PooledSizes.examine(reading));
    for (Table table : reading.tables()) {
      results.add(HeaderTotals.examine(reading, table));
      results.add(RowTotals.examine(reading, table));
      results.add(ColumnTotals.examine(reading, table));
      results.add(SexTotals.examine(reading, table));
    }
    List<FindingDraft> findings = new ArrayList<>();
    for (Result result : results) {
      for (FindingDraft finding : result.findings()) {
        if (findings.stream().noneMatch(its -> Places.agree(its, finding))) {
          findings.add(finding);
        }
      }
    }
    int candidates = results.stream().mapToInt(Result::candidates).sum();
    return Examination.of(
        candidates, findings, "The note states no total together with its parts.");
  }
}
