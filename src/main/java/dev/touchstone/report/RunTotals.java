package dev.touchstone.report;

/**
 * What stands in the output folder after a run, counted. Errors, warnings and notes are those that
 * are neither suppressed nor dismissed.
 */
public record RunTotals(
    int documents,
    int quarantined,
    long evidence,
    long regimens,
    long errors,
    long warnings,
    long notes,
    long suppressed,
    long dismissed) {

  public long findings() {
    return errors + warnings + notes;
  }
}
