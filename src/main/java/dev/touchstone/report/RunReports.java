package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page and tables over all documents, made from what stands in the output folder and nothing
 * else, so that they are the same however often the work before them was interrupted.
 */
public final class RunReports {

  public RunReports() {}

  /**
   * Writes {@code findings.csv}, {@code evidence.csv}, {@code regimens.csv} and {@code index.html}.
   */
  public RunTotals write(OutputFolder output, RunFacts facts) {
    List<DocumentSummary> documents = new ArrayList<>();
    Path root = output.root();
    WholeFile.write(
        root.resolve("findings.csv"),
        findings ->
            WholeFile.write(
                root.resolve("evidence.csv"),
                evidence ->
                    WholeFile.write(
                        root.resolve("regimens.csv"),
                        regimens -> {
                          RunTables tables = new RunTables(findings, evidence, regimens);
                          for (Path file : filesBelow(output.documents(), "evidence.json")) {
                            documents.add(EvidenceReader.read(file, tables));
                          }
                          tables.flush();
                        })));
    List<QuarantineEntry> quarantine =
        filesBelow(output.quarantine(), ".json").stream().map(QuarantineEntry::read).toList();
    return totals(documents, quarantine);
  }

  private static RunTotals totals(
      List<DocumentSummary> documents, List<QuarantineEntry> quarantine) {
    return new RunTotals(
        documents.size(),
        quarantine.size(),
        documents.stream().mapToLong(DocumentSummary::evidence).sum(),
        documents.stream().mapToLong(DocumentSummary::regimens).sum(),
        count(documents, Severity.ERROR),
        count(documents, Severity.WARNING),
        count(documents, Severity.NOTE));
  }

  private static long count(List<DocumentSummary> documents, Severity severity) {
    return documents.stream().mapToLong(document -> document.count(severity)).sum();
  }

  /** In an order that does not depend on the file system. */
  private static List<Path> filesBelow(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + folder, e);
    }
  }
}
