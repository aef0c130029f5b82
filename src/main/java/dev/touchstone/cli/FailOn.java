package dev.touchstone.cli;

import dev.touchstone.batch.RunResult;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.consistency.Severity;
import java.util.EnumSet;
import java.util.Set;

/** The findings that make a run's exit code 4: those of a severity and above. */
record FailOn(Set<Severity> severities) {

  /**
   * @param severity {@code error}, {@code warning}, {@code note} or {@code none}
   */
  static FailOn of(String severity) throws WrongUsage {
    if (severity.equals("none")) {
      return new FailOn(Set.of());
    }
    for (Severity least : Severity.values()) {
      if (least.code().equals(severity)) {
        return new FailOn(EnumSet.range(Severity.ERROR, least));
      }
    }
    throw new WrongUsage(
        "--fail-on must be error, warning, note or none, not \"" + severity + "\".");
  }

  boolean isMetBy(RunResult result) {
    return severities.stream().anyMatch(severity -> result.findings(severity.code()) > 0);
  }
}
