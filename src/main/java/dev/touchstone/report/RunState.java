package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import dev.touchstone.store.StandingTable.Changes;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StoredCrossFinding;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the findings of a run stand, and what it found between documents.
 *
 * @param changes against the last run, or null if nobody compared
 * @param gone the first findings that are no longer there
 * @param standings by source; the empty text is for findings between documents
 * @param across findings between documents
 * @param shared how many values stand in more than one document
 * @param sharing how many documents state them
 * @param remarks on suppressions that are of no use, one sentence each
 * @param failures findings of this severity and above are failures to a test tool
 */
public record RunState(
    @Nullable Changes changes,
    List<Standings.Gone> gone,
    Function<String, Standings> standings,
    List<StoredCrossFinding> across,
    int shared,
    int sharing,
    List<String> remarks,
    Severity failures) {

  /** A run of which nobody knows more than its files. */
  static final RunState UNKNOWN =
      new RunState(
          null, List.of(), source -> Standings.NONE, List.of(), 0, 0, List.of(), Severity.ERROR);

  public RunState {
    gone = List.copyOf(gone);
    across = List.copyOf(across);
    remarks = List.copyOf(remarks);
  }

  /** Whether there is a run to compare with. */
  boolean isCompared() {
    return changes != null && changes.since() != null;
  }
}
