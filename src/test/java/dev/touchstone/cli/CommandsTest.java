package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.StoreAddress;
import dev.touchstone.store.StoreDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The commands as a user types them, on the whole program. One run over two notes is shared: one
 * with a wrong percentage, one empty.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CommandsTest {

  private static final String NOTE =
      """
      # Vorexetin in relapsed lymphoma

      ## Results

      In a randomized phase 2 trial, 3 of 40 patients (9.5%) discontinued vorexetin because of nausea.
      Patients received vorexetin 50 mg twice daily (120 mg/day).
      """;

  private Path input;
  private Path output;
  private Said run;

  /** An exit code and what was printed. */
  private record Said(int code, String out, String err) {}

  private static Said say(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Touchstone.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }

  private Said onFolders(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(command, "--input", input.toString(), "--output", output.toString()));
    arguments.addAll(List.of(more));
    return say(arguments.toArray(new String[0]));
  }

  @BeforeAll
  void run_over_two_notes(@TempDir Path folder) throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    Files.writeString(input.resolve("note.md"), NOTE);
    Files.writeString(input.resolve("empty.txt"), "");
    run = onFolders("run");
  }

  @Test
  @Order(1)
  void run_says_what_came_of_it_and_where_to_look() {
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.out())
        .contains("2 documents: 2 new.")
        .contains("Results: " + output.resolve("index.html"));
    assertThat(run.err())
        .contains("1 document in quarantine")
        .contains("empty.txt: The file is empty. Copy it again");
    assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  @Order(2)
  void run_writes_all_that_the_contract_names() {
    assertThat(output)
        .isDirectoryContaining(file -> file.endsWith("index.html"))
        .isDirectoryContaining(file -> file.endsWith("findings.csv"))
        .isDirectoryContaining(file -> file.endsWith("evidence.csv"))
        .isDirectoryContaining(file -> file.endsWith("regimens.csv"))
        .isDirectoryContaining(file -> file.endsWith("run.json"));
    assertThat(output.resolve("documents/note.md/evidence.json")).isNotEmptyFile();
    assertThat(output.resolve("documents/note.md/report.html")).isNotEmptyFile();
    assertThat(output.resolve("quarantine/empty.txt.json")).isNotEmptyFile();
  }

  @Test
  @Order(3)
  void a_second_run_has_nothing_to_do_and_says_so() {
    assertThat(onFolders("run").out()).contains("Nothing to do: 2 documents, none new or changed.");
  }

  @Test
  @Order(4)
  void fail_on_makes_findings_a_failure() throws IOException {
    Files.delete(input.resolve("empty.txt"));

    assertThat(onFolders("run").code()).isEqualTo(ExitCode.DONE);
    assertThat(onFolders("run", "--fail-on", "note").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(onFolders("run", "--fail-on", "error").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void status_shows_runs_counts_and_quarantine() {
    Said status = say("status", "--output", output.toString());

    assertThat(status.code()).isZero();
    assertThat(status.out()).contains("Last runs", "Documents: ", "Findings: ");
  }

  @Test
  void status_says_that_a_killed_run_was_interrupted(@TempDir Path folder) {
    StoreAddress address = StoreAddress.embeddedIn(folder.resolve("store"));
    try (HikariDataSource store = StoreDatabase.open(address, 2)) {
      new RunTable(store).begin("in", "1", "print");
    }

    assertThat(say("status", "--output", folder.toString()).out())
        .contains("interrupted")
        .doesNotContain("running");
  }

  @Test
  void sql_answers_as_a_table_or_as_csv() {
    Said csv =
        say(
            "sql",
            "--csv",
            "--output",
            output.toString(),
            "select source from documents where state = 'processed'");

    assertThat(csv.out().lines()).containsExactly("source", "note.md");
  }

  @Test
  void sql_changes_nothing() {
    Said said = say("sql", "--output", output.toString(), "drop table finding_reviews");

    assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(say("sql", "--output", output.toString(), "select * from finding_reviews").code())
        .isZero();
  }

  @Test
  void explain_shows_what_is_found_and_why() {
    Said said = say("explain", input.resolve("note.md").toString());

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("Vorexetin in relapsed lymphoma")
        .contains("percent-count", "3 of 40")
        .contains("50 mg, 2 per 1 d");
  }

  @Test
  void explain_shows_only_what_is_asked_for() {
    assertThat(say("explain", "--only", "sections", input.resolve("note.md").toString()).out())
        .contains("Sections (")
        .doesNotContain("Mentions (");
  }

  @Test
  void checks_lists_the_catalogue_and_explains_one() {
    assertThat(say("checks").out()).contains("percent-count", "implied-denominator");
    assertThat(say("checks", "percent-count").out()).contains("percent-count", "Example: ");
    assertThat(say("checks", "no-such-check").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void completion_prints_a_script() {
    assertThat(say("completion").out()).contains("complete", "touchstone");
  }

  @Test
  void wrong_words_are_wrong_usage() {
    assertThat(say().code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(say("frobnicate").code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(say("run", "--no-such-option").code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(onFolders("run", "--threads", "0").code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(onFolders("run", "--fail-on", "fire").err())
        .contains("error, warning, note or none");
    assertThat(onFolders("run", "--config", "none.yml").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void an_input_that_is_not_there_is_wrong_usage() {
    Said said = say("run", "--input", "/no/such/folder", "--output", output.toString());

    assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(said.err()).contains("/no/such/folder is not there");
  }

  @Test
  void help_names_every_command_and_exit_code() {
    assertThat(say("--help").out())
        .contains("run", "watch", "status", "explain", "checks", "sql", "lexicon", "completion")
        .contains("at least one document is in quarantine");
  }
}
