package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportsTest {

  @TempDir Path folder;
  private OutputFolder output;

  @BeforeEach
  void two_documents_and_one_that_could_not_be_read() {
    output = new OutputFolder(folder);
    write("b/second.md");
    write("a.md");
    new QuarantineEntry(
            new Rejection(
                "locked.pdf",
                "read",
                "The file is protected with a password.",
                "Cannot decrypt PDF",
                "Save a copy without the password under the same name."),
            2)
        .write(output.quarantineEntry("locked.pdf"));
  }

  @Test
  void counts_what_stands_in_the_output_folder() {
    assertThat(run()).isEqualTo(new RunTotals(2, 1, 4, 2, 2, 2, 2, 0, 0));
  }

  @Test
  void findings_of_all_documents_stand_in_one_table() throws IOException {
    run();
    assertThat(Files.readAllLines(folder.resolve("findings.csv")))
        .hasSize(7)
        .element(1)
        .asString()
        .startsWith(
            "a.md,percent-count-00000001,error,percent-count,"
                + "\"3 of 40 patients is 7.5%, not 9.5%.\",7.5% (3 of 40),9.5%,3,,Results,"
                + "3 patients (9.5%) | Zanubrutol (n=40) | 9.5%,");
  }

  @Test
  void values_keep_their_decimals() throws IOException {
    run();
    assertThat(Files.readAllLines(folder.resolve("evidence.csv")))
        .element(1)
        .asString()
        .startsWith(
            "a.md,e1,Phase 2,TTF,time to flare,median,,,,,,Zanubrutol,intervention,40,"
                + "duration,2.50,,,,,mo,2,,,,Results,");
  }

  @Test
  void regimens_are_one_row_each() throws IOException {
    run();
    assertThat(Files.readAllLines(folder.resolve("regimens.csv")))
        .element(1)
        .asString()
        .startsWith(
            "a.md,r1,Phase 2,a1,zanubrutol,assigned,50,,,mg,2,1,d,oral,,,,,100,mg,,,Results,");
  }

  @Test
  void evidence_and_regimens_say_what_was_recognised() throws IOException {
    run();
    for (String file : List.of("evidence.csv", "regimens.csv")) {
      assertThat(Files.readAllLines(folder.resolve(file)).get(0)).endsWith(",quote,recognised");
    }
  }

  @Test
  void a_second_run_gives_the_same_bytes() throws IOException {
    run();
    Map<String, String> first = Files.exists(folder) ? contents() : Map.of();
    run();
    assertThat(contents()).isEqualTo(first);
  }

  @Test
  void a_summary_is_what_the_run_page_needs_of_a_document() {
    DocumentSummary summary =
        DocumentSummary.read(output.document("b/second.md").resolve("evidence.json"));
    assertThat(summary.source()).isEqualTo("b/second.md");
    assertThat(summary.folder()).isEqualTo("b/second.md");
    assertThat(summary.count(Severity.ERROR)).isEqualTo(1);
    assertThat(summary.findings().get(0).places()).isEqualTo("line 5, Results; table 1");
    assertThat(summary.checks()).hasSize(5);
    assertThat(summary.placed()).isEqualTo(480);
    assertThat(summary.warnings()).containsExactly("One figure was not read.");
  }

  @Test
  void a_formula_in_a_table_of_a_document_is_made_harmless() throws IOException {
    assertThat(Files.readAllLines(output.document("a.md").resolve("tables/t1.csv")))
        .containsExactly(
            "Outcome,Zanubrutol (n=40),Placebo (n=20)",
            "Flare,9.5%,30%",
            "Weight change,-0.5,'=1+1");
  }

  @Test
  void a_spanning_cell_is_repeated_into_every_cell_it_covers() throws IOException {
    String text = "ab";
    Passage a = Passage.of(text, new Span(0, 1));
    Passage b = Passage.of(text, new Span(1, 2));
    Table table =
        new Table(
            "s1",
            "t1",
            null,
            Passage.EMPTY,
            1,
            0,
            List.of(new Cell(0, 0, 1, 2, true, a), new Cell(1, 1, 1, 1, false, b)),
            List.of(),
            new Span(0, 2));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableCsv.write(table, out);
    assertThat(out).hasToString("a,a\n\"\",b\n");
  }

  @Test
  void tables_of_an_earlier_version_do_not_stay() throws IOException {
    Path tables = output.document("a.md").resolve("tables");
    Files.writeString(tables.resolve("t9.csv"), "old");
    write("a.md");
    assertThat(tables)
        .isDirectoryContaining("glob:**t1.csv")
        .isDirectoryNotContaining("glob:**t9.csv");
  }

  @Test
  void a_quarantine_entry_is_read_as_it_was_written() {
    QuarantineEntry entry = QuarantineEntry.read(folder.resolve("quarantine/locked.pdf.json"));
    assertThat(entry.attempts()).isEqualTo(2);
    assertThat(entry.rejection().cure())
        .isEqualTo("Save a copy without the password under the same name.");
  }

  private RunTotals run() {
    return new RunReports()
        .write(output, new RunFacts("input", null, null, "1.0", "abc", Map.of(), List.of()));
  }

  private void write(String source) {
    new DocumentReports(java.util.Map.of("percent-count", "Count and percentage"))
        .write(SampleNote.review(source), output.document(source));
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new java.util.TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
