package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages over all documents need of one document; small, whatever the document's size.
 *
 * @param folder its folder below {@code documents/}, {@code /} between the parts
 * @param glyphs printed characters, and {@code placed} how many of them stand in its text
 */
public record DocumentSummary(
    String source,
    String folder,
    @Nullable String title,
    String mediaType,
    int tables,
    int evidence,
    int regimens,
    int claims,
    long glyphs,
    long placed,
    List<FoundLine> findings,
    List<LedgerLine> checks,
    List<String> warnings) {

  /** A finding in a line; {@code places} says where, in words. */
  public record FoundLine(
      String id, String rule, Severity severity, String message, String places, String review) {}

  /** A line of the document's ledger of checks. */
  public record LedgerLine(
      String rule, String state, int candidates, int findings, @Nullable String why) {}

  public DocumentSummary {
    findings = List.copyOf(findings);
    checks = List.copyOf(checks);
    warnings = List.copyOf(warnings);
  }

  /** Reads the summary of a document from its {@code evidence.json}, however large that is. */
  public static DocumentSummary read(Path evidenceJson) {
    return EvidenceReader.read(evidenceJson, List.of());
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
