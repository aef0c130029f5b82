package dev.touchstone.report;

import dev.touchstone.consistency.CheckPage;
import dev.touchstone.consistency.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The page and tables over all documents, made from what stands in the output folder and nothing
 * else, so that they are the same however often the work before them was interrupted.
 */
public final class RunReports {

  private final Map<String, String> checkTitles;

  /** Reports that link to the pages of the checks in the catalogue, which they write too. */
  public RunReports() {
    this(CheckLinks.titlesOfCatalogue());
  }

  /**
   * Reports that link to some pages of checks.
   *
   * @param checkTitles names of the checks that have a page, by rule
   */
  RunReports(Map<String, String> checkTitles) {
    this.checkTitles = Map.copyOf(checkTitles);
  }

  /**
   * Writes {@code findings.csv}, {@code evidence.csv}, {@code regimens.csv}, {@code index.html} and
   * the pages of the checks.
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
    RunTotals totals = totals(documents, quarantine);
    CheckLinks checks = new CheckLinks(checkTitles, "checks/");
    Pages.write(
        "run.jte",
        RunPages.page(facts, documents, quarantine, totals, checks),
        root.resolve("index.html"));
    checkPages(documents, root.resolve("checks"));
    return totals;
  }

  private void checkPages(List<DocumentSummary> documents, Path folder) {
    for (String rule : checkTitles.keySet()) {
      long places = 0;
      long findings = 0;
      for (DocumentSummary document : documents) {
        for (DocumentSummary.LedgerLine line : document.checks()) {
          places += line.rule().equals(rule) ? line.candidates() : 0;
          findings += line.rule().equals(rule) ? line.findings() : 0;
        }
      }
      String summary =
          Wording.count(places, "place")
              + " looked at in "
              + Wording.count(documents.size(), "document")
              + ", "
              + Wording.count(findings, "finding");
      Pages.write(
          "check.jte", new CheckView(CheckPage.of(rule), summary), folder.resolve(rule + ".html"));
    }
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
