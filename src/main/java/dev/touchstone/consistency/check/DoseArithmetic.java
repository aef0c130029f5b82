package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Dose;
import java.util.ArrayList;
import java.util.List;

/** Doses that do not multiply: 25 mg twice daily is not 75 mg a day. */
final class DoseArithmetic implements ConsistencyCheck {

  /** A reader wants to see where else an amount stands, not everywhere. */
  private static final int MOST_PLACES = 6;

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
    findings.forEach(finding -> finding.at(sameDaily(reading, finding)));
    return Examination.of(
        candidates, findings, "No dose stands beside a total that it can be multiplied to.");
  }

  /** Where else the note tells a daily amount that a finding is about. */
  private static List<Source> sameDaily(NoteReading reading, FindingDraft finding) {
    List<Regimen> regimens = reading.note().regimens();
    List<Source> places = new ArrayList<>();
    for (Regimen told : regimens) {
      Dose.Amount daily = told.dose().daily();
      if (daily == null
          || told.drug() == null
          || finding.places().stream().noneMatch(its -> its.span().contains(told.span()))) {
        continue;
      }
      regimens.stream()
          .filter(its -> told.drug().equals(its.drug()) && daily.equals(its.dose().daily()))
          .limit(MOST_PLACES)
          .map(its -> new Source(its.span(), its.section(), null))
          .forEach(places::add);
    }
    return places;
  }
}
