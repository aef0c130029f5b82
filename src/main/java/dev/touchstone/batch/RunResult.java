package dev.touchstone.batch;

import dev.touchstone.store.RunTable;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param found what the walk through the input found
 * @param processed documents processed in this run
 * @param quarantined documents that are in quarantine now, those of earlier runs included
 * @param findings of all documents by severity
 * @param leftOut what in the input is no document
 * @param seconds wall time
 */
public record RunResult(
    RunTable.Found found,
    int processed,
    List<Quarantined> quarantined,
    Map<String, Integer> findings,
    List<RunTable.LeftOut> leftOut,
    double seconds) {

  /** A document that could not be processed, in the words of its quarantine file. */
  public record Quarantined(String source, String stage, String error, String cure) {}

  public RunResult {
    quarantined = List.copyOf(quarantined);
    leftOut = List.copyOf(leftOut);
    findings = Map.copyOf(findings);
  }

  public int findings(String severity) {
    return findings.getOrDefault(severity, 0);
  }
}
