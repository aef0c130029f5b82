package dev.touchstone.batch;

import dev.touchstone.store.RunTable;
import dev.touchstone.store.StandingTable;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param found what the walk through the input found
 * @param processed documents processed in this run
 * @param quarantined documents that are in quarantine now, those of earlier runs included
 * @param findings by severity; suppressed and dismissed ones are not among them
 * @param leftOut what in the input is no document
 * @param changes findings that are new, gone and unchanged since the last run
 * @param setAside how many findings are suppressed, dismissed, confirmed
 * @param remarks on suppressions that are of no use
 * @param seconds wall time
 */
public record RunResult(
    RunTable.Found found,
    int processed,
    List<Quarantined> quarantined,
    Map<String, Integer> findings,
    List<RunTable.LeftOut> leftOut,
    StandingTable.Changes changes,
    Map<String, Integer> setAside,
    List<String> remarks,
    double seconds) {

  /** A document that could not be processed, in the words of its quarantine file. */
  public record Quarantined(String source, String stage, String error, String cure) {}

  public RunResult {
    quarantined = List.copyOf(quarantined);
    leftOut = List.copyOf(leftOut);
    findings = Map.copyOf(findings);
    setAside = Map.copyOf(setAside);
    remarks = List.copyOf(remarks);
  }

  public int setAside(String how) {
    return setAside.getOrDefault(how, 0);
  }

  public int findings(String severity) {
    return findings.getOrDefault(severity, 0);
  }
}
