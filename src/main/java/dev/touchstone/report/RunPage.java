package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import dev.touchstone.store.Standing;
import dev.touchstone.store.Standings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the page of a run shows: what to look at first, then what came in. */
record RunPage(
    String title,
    String heading,
    List<ReportPage.Fact> facts,
    String documentsLine,
    String readLine,
    RunTotals totals,
    @Nullable Since since,
    List<FindingRow> findings,
    int findingsLeft,
    List<SetAsideRow> suppressed,
    List<SetAsideRow> dismissed,
    List<Standings.Gone> gone,
    List<String> remarks,
    List<AcrossItem> across,
    String acrossLine,
    List<QuarantineRow> quarantine,
    List<DocumentRow> documents,
    int documentsLeft,
    List<String> readInPart,
    List<LedgerRow> ledger,
    String ledgerLine,
    List<String> leftOut,
    String program) {

  /** A finding with the document that it stands in. */
  record FindingRow(
      Severity severity,
      String message,
      String href,
      String source,
      String places,
      String checkTitle,
      @Nullable String checkHref,
      Standing standing) {}

  /** A finding that does not count, with the reason. */
  record SetAsideRow(FindingRow row, Standing standing) {}

  /** {@code 7 new, 2 gone, 29 unchanged}, and how severe the new ones are. */
  record Since(String words, long errors, long warnings, long notes) {}

  /** A finding between documents. */
  record AcrossItem(String id, FindingRow row, List<AcrossPlace> places, String settle) {}

  /** One of its documents, with what that one says. */
  record AcrossPlace(String letter, String source, String href, String where, String quote) {}

  record QuarantineRow(String source, String attempts, String error, String cause, String cure) {}

  /**
   * A document, read or not.
   *
   * @param rank sort key of its findings, severest first
   * @param placed share of its text that was placed, or empty where it is not measured
   */
  record DocumentRow(
      String source,
      @Nullable String href,
      String title,
      String state,
      long errors,
      long warnings,
      long notes,
      long rank,
      int tables,
      int evidence,
      int regimens,
      String placed,
      boolean inPart) {}

  /** What a check did over all documents. */
  record LedgerRow(
      String rule,
      String title,
      @Nullable String href,
      int ran,
      int notApplicable,
      int couldNot,
      long candidates,
      long errors,
      long warnings,
      long notes,
      String remark) {}

  boolean hasFindings() {
    return totals.findings() > 0;
  }
}
