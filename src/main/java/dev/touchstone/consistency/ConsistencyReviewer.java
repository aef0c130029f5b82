package dev.touchstone.consistency;

import dev.touchstone.evidence.NoteEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks over a note and keeps the ledger. */
public final class ConsistencyReviewer {

  private static final Logger LOG = LoggerFactory.getLogger(ConsistencyReviewer.class);

  private static final Comparator<Finding> REPORT_ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.where().get(0).span())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::id);

  private final List<ConsistencyCheck> checks;

  /**
   * A reviewer with these checks.
   *
   * @param checks in the order of the ledger
   */
  public ConsistencyReviewer(List<ConsistencyCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The note with its findings, most severe first, and one line of the ledger for each check. */
  public NoteReview review(NoteEvidence note) {
    List<Finding> findings = new ArrayList<>();
    List<CheckRun> ledger = new ArrayList<>();
    WholeCells cells = new WholeCells(note.document());
    for (ConsistencyCheck check : checks) {
      Examination examination = examine(check, note);
      examination.findings().forEach(draft -> draft.move(cells::of));
      for (Finding finding : named(check.rule(), examination.findings())) {
        findings.add(RecognisedPlaces.weigh(finding, note.document()));
      }
      ledger.add(
          new CheckRun(
              check.rule(),
              examination.state(),
              examination.candidates(),
              examination.findings().size(),
              examination.why()));
    }
    findings.sort(REPORT_ORDER);
    return new NoteReview(note, findings, ledger);
  }

  /**
   * A check with a bug must not take the others' results with it: the ledger says that it could not
   * run, and the log why.
   */
  private static Examination examine(ConsistencyCheck check, NoteEvidence note) {
    try {
      return check.examine(note);
    } catch (RuntimeException bug) {
      LOG.error("{}: check {} failed", note.document().source(), check.rule(), bug);
      return Examination.couldNotRun(
          "The check itself failed (" + bug + "); the log has the details.");
    }
  }

  /** Two findings that disagree about the same get the same id, the later one with a number. */
  private static List<Finding> named(String rule, List<FindingDraft> drafts) {
    List<FindingDraft> inOrder = new ArrayList<>(drafts);
    inOrder.sort(Comparator.comparing(draft -> draft.places().get(0).span()));
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (FindingDraft draft : inOrder) {
      String id = FindingId.of(rule, draft.identity());
      int nth = seen.merge(id, 1, Integer::sum);
      findings.add(draft.finish(nth == 1 ? id : id + "-" + nth, rule));
    }
    return findings;
  }
}
