package dev.touchstone.report;

/** What stands in the output folder after a run, counted. */
public record RunTotals(
    int documents,
    int quarantined,
    long evidence,
    long regimens,
    long errors,
    long warnings,
    long notes) {

  public long findings() {
    return errors + warnings + notes;
  }
}
