package dev.touchstone.report;

import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The results of one document: its page, its tables as CSV, and {@code evidence.json}. */
public final class DocumentReports {

  private final Map<String, String> checkTitles;

  /** Reports that link to the pages of the checks in the catalogue. */
  public DocumentReports() {
    this(CheckLinks.titlesOfCatalogue());
  }

  /**
   * Reports that link to some pages of checks.
   *
   * @param checkTitles names of the checks that have a page, by rule
   */
  DocumentReports(Map<String, String> checkTitles) {
    this.checkTitles = Map.copyOf(checkTitles);
  }

  /**
   * Writes or replaces all results of a document. {@code evidence.json} comes last: where it is,
   * the others are.
   *
   * @param folder the document's own folder, see {@link OutputFolder#document}
   */
  public void write(NoteReview review, Path folder) {
    tables(review, folder.resolve("tables"));
    String up = OutputFolder.up(review.evidence().document().source());
    CheckLinks checks = new CheckLinks(checkTitles, up + "checks/");
    Pages.write("report.jte", ReportPages.page(review, checks), folder.resolve("report.html"));
    WholeFile.write(folder.resolve("evidence.json"), out -> EvidenceJson.write(review, out));
  }

  private static void tables(NoteReview review, Path folder) {
    Set<String> written = new HashSet<>();
    for (Table table : review.evidence().document().tables()) {
      String name = table.id() + ".csv";
      WholeFile.write(folder.resolve(name), out -> TableCsv.write(table, out));
      written.add(name);
    }
    removeOthers(folder, written);
  }

  /** Tables that an earlier version of the document had. */
  private static void removeOthers(Path folder, Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!names.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
      if (names.isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not clear " + folder, e);
    }
  }
}
