package dev.touchstone.report;

import dev.touchstone.consistency.CheckPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The page and tables over all documents, made from what stands in the output folder and nothing
 * else, so that they are the same however often the work before them was interrupted.
 */
public final class RunReports {

  private static final List<String> FILES =
      List.of(
          "findings.csv",
          "evidence.csv",
          "regimens.csv",
          "ledger.json",
          "findings.sarif",
          "findings.junit.xml");

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

  /** Writes the files of a run that nobody compared with another. */
  RunTotals write(OutputFolder output, RunFacts facts) {
    return write(output, facts, RunState.UNKNOWN);
  }

  /**
   * Writes the lists {@code findings.csv}, {@code evidence.csv}, {@code regimens.csv}, the exchange
   * files {@code ledger.json}, {@code findings.sarif}, {@code findings.junit.xml}, {@code
   * cross-document.json}, {@code index.html} and the pages of the checks. One document at a time is
   * in memory.
   */
  public RunTotals write(OutputFolder output, RunFacts facts, RunState state) {
    Path root = output.root();
    List<QuarantineEntry> quarantine =
        filesBelow(output.quarantine(), ".json").stream().map(QuarantineEntry::read).toList();
    CheckLinks checks = new CheckLinks(checkTitles, "checks/");
    RunPages pages = new RunPages(facts, state, quarantine, checks);
    WholeFile.writeAll(
        FILES.stream().map(root::resolve).toList(),
        out -> {
          RunTables tables = new RunTables(out.get(0), out.get(1), out.get(2), state);
          LedgerJson ledger = new LedgerJson(out.get(3));
          SarifLog sarif = new SarifLog(out.get(4), facts, state, checks);
          JunitXml junit = new JunitXml(out.get(5), state, checks);
          for (Path file : filesBelow(output.documents(), "evidence.json")) {
            DocumentSummary document = EvidenceReader.read(file, List.of(tables, sarif));
            pages.add(document, state.standings().apply(document.source()));
            ledger.document(document);
            junit.document(document);
          }
          state.across().forEach(tables::across);
          tables.flush();
          ledger.finish(state, quarantine);
          sarif.finish();
          junit.finish(quarantine);
        });
    WholeFile.write(
        root.resolve("cross-document.json"), out -> CrossDocumentJson.write(state, out));
    Pages.write("run.jte", pages.page(), root.resolve("index.html"));
    checkPages(pages, root.resolve("checks"));
    return pages.totals();
  }

  private void checkPages(RunPages pages, Path folder) {
    for (String rule : checkTitles.keySet()) {
      Pages.write(
          "check.jte",
          new CheckView(CheckPage.of(rule), pages.summaryOf(rule)),
          folder.resolve(rule + ".html"));
    }
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
