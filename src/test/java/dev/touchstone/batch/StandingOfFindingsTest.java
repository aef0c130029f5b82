package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.store.FindingReviews.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is new, gone, suppressed and decided, over several runs on one output folder. */
final class StandingOfFindingsTest {

  private static final String FINDING = TextPipeline.FINDING;

  @TempDir Path folder;
  private Desk desk;
  private Path home;

  @BeforeEach
  void one_finding() throws IOException, WrongUsage {
    desk = new Desk(folder).put("a.txt", "FIND").put("b.txt", "nothing");
    home = folder.resolve("home");
    Files.createDirectories(home.resolve("config"));
  }

  private RunResult run() throws Exception {
    return desk.run(RunRequest.of(home, desk.input, desk.output));
  }

  private void suppressions(String yaml) throws IOException {
    Files.writeString(home.resolve("config/suppressions.yml"), yaml);
  }

  private String page(String document) throws IOException {
    return Files.readString(desk.output.resolve("documents/" + document + "/report.html"));
  }

  private String index() throws IOException {
    return Files.readString(desk.output.resolve("index.html"));
  }

  private Reviewing.Outcome decide(
      @Nullable String document, @Nullable Status status, String comment) throws Exception {
    return Reviewing.enter(
        home,
        desk.output,
        desk.settings,
        List.of(new Reviewing.Decision("", document, FINDING, status, comment, "R. Viewer")));
  }

  @Nested
  final class Since_the_last_run {

    @Test
    void the_first_run_has_nothing_to_compare_with() throws Exception {
      RunResult first = run();

      assertThat(first.changes().since()).isNull();
      assertThat(first.changes().fresh()).isEqualTo(1);
      assertThat(page("a.txt")).doesNotContain(">New<");
    }

    @Test
    void a_finding_of_a_changed_document_is_new() throws Exception {
      run();
      desk.put("b.txt", "FIND now");

      RunResult second = run();

      assertThat(second.changes().fresh()).isEqualTo(1);
      assertThat(second.changes().unchanged()).isEqualTo(1);
      assertThat(page("b.txt")).contains(">New<", "1 new since the last run");
      assertThat(page("a.txt")).doesNotContain(">New<");
      assertThat(index()).contains("1 new, 0 gone, 1 unchanged");
      JsonNode since = desk.runJson().at("/findings/sinceLastRun");
      assertThat(since.path("new").asInt()).isEqualTo(1);
      assertThat(since.path("run").asInt()).isEqualTo(1);
    }

    @Test
    void it_is_no_longer_new_in_the_run_after_though_nothing_is_processed() throws Exception {
      run();
      desk.put("b.txt", "FIND now");
      run();

      RunResult third = run();

      assertThat(third.processed()).isZero();
      assertThat(third.changes().fresh()).isZero();
      assertThat(page("b.txt")).doesNotContain(">New<");
      assertThat(index()).contains("0 new, 0 gone, 2 unchanged");
    }

    @Test
    void what_is_mended_or_removed_is_gone_for_one_run() throws Exception {
      desk.put("c.txt", "FIND too");
      run();
      desk.put("a.txt", "mended");
      Files.delete(desk.input.resolve("c.txt"));

      assertThat(run().changes().gone()).isEqualTo(2);
      assertThat(page("a.txt")).contains("1 finding of the last run is gone");
      assertThat(index()).contains("2 findings of the last run are gone");
      assertThat(run().changes().gone()).isZero();
      assertThat(page("a.txt")).doesNotContain("is gone");
    }

    @Test
    void evidence_json_knows_nothing_of_it() throws Exception {
      run();
      desk.put("b.txt", "FIND now");
      run();
      String second = desk.evidence("b.txt").toString();

      run();

      assertThat(desk.evidence("b.txt").toString()).isEqualTo(second);
    }
  }

  @Nested
  final class Suppressed {

    private static final String ENTRY =
        """
        suppressions:
          - rule: percent-count
            document: "a.*"
            reason: Known.
            author: R. Viewer
            expires: %s
        """;

    @Test
    void a_finding_does_not_count_and_is_shown_with_the_reason() throws Exception {
      suppressions(ENTRY.formatted("9999-12-31"));

      RunResult result = run();

      assertThat(result.findings("warning")).isZero();
      assertThat(result.setAside("suppressed")).isEqualTo(1);
      assertThat(result.remarks()).isEmpty();
      assertThat(page("a.txt")).contains("1 suppressed finding", "Known.", "R. Viewer");
      assertThat(index()).contains("1 suppressed finding", "Known.");
      assertThat(desk.runJson().at("/findings/suppressed").asInt()).isEqualTo(1);
      assertThat(desk.evidence("a.txt").toString()).doesNotContain("Known.");
    }

    @Test
    void an_entry_that_comes_later_needs_no_document_processed_again() throws Exception {
      run();
      suppressions(ENTRY.formatted("9999-12-31"));

      RunResult result = run();

      assertThat(result.processed()).isZero();
      assertThat(page("a.txt")).contains("Known.");
      assertThat(result.findings("warning")).isZero();
    }

    @Test
    void one_that_is_taken_out_lets_the_finding_count_again() throws Exception {
      suppressions(ENTRY.formatted("9999-12-31"));
      run();
      suppressions("suppressions:\n");

      assertThat(run().findings("warning")).isEqualTo(1);
      assertThat(page("a.txt")).doesNotContain("Known.");
    }

    @Test
    void an_expired_entry_suppresses_nothing_and_is_told_with_its_line() throws Exception {
      suppressions(ENTRY.formatted("2001-01-01"));

      RunResult result = run();

      assertThat(result.findings("warning")).isEqualTo(1);
      assertThat(result.remarks())
          .singleElement()
          .asString()
          .startsWith("line 2 (percent-count in a.*): It expired on 2001-01-01");
      assertThat(index()).contains("It expired on 2001-01-01");
    }

    @Test
    void an_entry_that_means_nothing_is_told() throws Exception {
      suppressions(ENTRY.formatted("9999-12-31").replace("a.*", "z/**"));

      assertThat(run().remarks()).singleElement().asString().contains("No finding is meant by it");
    }

    @Test
    void an_entry_that_cannot_be_is_refused_with_its_line_and_the_cure() throws Exception {
      refuses("percent-count", "percent-cuont", "line 2", "Did you mean percent-count?");
      refuses("reason:", "raeson:", "line 4", "Did you mean reason?");
      refuses("9999-12-31", "soon", "line 6", "2027-01-31");
      refuses("    author: R. Viewer\n", "", "line 2", "Give it an author");
      refuses("a.*", "[a", "line 3", "no pattern");
      refuses("rule: percent-count", "finding: f-12", "line 2", "no id of a finding");
    }

    private void refuses(String words, String wrong, String line, String cure) throws Exception {
      suppressions(ENTRY.formatted("9999-12-31").replace(words, wrong));
      assertThatThrownBy(StandingOfFindingsTest.this::run)
          .isInstanceOf(WrongUsage.class)
          .hasMessageContaining("suppressions.yml, " + line)
          .hasMessageContaining(cure);
    }
  }

  @Nested
  final class Decided {

    @Test
    void a_dismissed_finding_does_not_count_and_the_files_say_so_at_once() throws Exception {
      run();

      assertThat(decide(null, Status.DISMISSED, "as printed").shown()).isTrue();

      JsonNode review = desk.evidence("a.txt").at("/findings/0/review");
      assertThat(review.path("status").asString()).isEqualTo("dismissed");
      assertThat(review.path("by").asString()).isEqualTo("R. Viewer");
      assertThat(page("a.txt")).contains("1 dismissed finding", "as printed");
      assertThat(index()).contains("1 dismissed finding");
      assertThat(desk.runJson().at("/findings/warning").asInt()).isZero();
      assertThat(desk.runJson().at("/findings/dismissed").asInt()).isEqualTo(1);
      assertThat(run().findings("warning")).isZero();
    }

    @Test
    void a_decision_comes_back_when_the_document_is_processed_again() throws Exception {
      run();
      decide(null, Status.CONFIRMED, "true");
      desk.put("a.txt", "FIND again");

      run();

      assertThat(desk.evidence("a.txt").at("/findings/0/review/status").asString())
          .isEqualTo("confirmed");
      assertThat(page("a.txt")).contains(">Confirmed<");
    }

    @Test
    void a_comment_alone_leaves_the_status_as_it_is() throws Exception {
      run();
      decide(null, Status.CONFIRMED, "true");
      decide(null, null, "mended in the next edition");

      JsonNode review = desk.evidence("a.txt").at("/findings/0/review");
      assertThat(review.path("status").asString()).isEqualTo("confirmed");
      assertThat(review.path("comment").asString()).isEqualTo("mended in the next edition");
    }

    @Test
    void a_finding_of_two_documents_needs_one_named() throws Exception {
      desk.put("c.txt", "FIND as well");
      run();

      assertThat(decide(null, Status.DISMISSED, "").refused())
          .singleElement()
          .asString()
          .contains("2 documents: a.txt, c.txt", "--document");
      assertThat(decide("c.txt", Status.DISMISSED, "").entered()).isEqualTo(1);
      assertThat(decide("*.txt", Status.DISMISSED, "").entered()).isEqualTo(2);
      assertThat(decide("b.txt", Status.DISMISSED, "").refused()).hasSize(1);
    }

    @Test
    void a_finding_that_is_not_there_is_said() throws Exception {
      run();
      desk.put("a.txt", "mended");
      run();

      assertThat(decide(null, Status.DISMISSED, "").refused())
          .singleElement()
          .asString()
          .contains("There is no finding " + FINDING);
    }
  }
}
