package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.store.RunTable.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

final class NightlyRunTest {

  private Desk desk;

  @BeforeEach
  void two_documents(@TempDir Path folder) throws IOException, WrongUsage {
    desk = new Desk(folder).put("a.txt", "first").put("sub/folder/b.txt", "second");
  }

  @Nested
  final class What_is_processed {

    @Test
    void new_documents_are() throws Exception {
      RunResult result = desk.run();

      assertThat(result.found().fresh()).isEqualTo(2);
      assertThat(result.processed()).isEqualTo(2);
      assertThat(desk.hasResults("a.txt")).isTrue();
      assertThat(desk.hasResults("sub/folder/b.txt")).isTrue();
      assertThat(desk.runJson().path("documents").path("new").asInt()).isEqualTo(2);
    }

    @Test
    void unchanged_documents_are_not() throws Exception {
      desk.run();

      RunResult second = desk.run();

      assertThat(desk.examined).isEmpty();
      assertThat(second.found().unchanged()).isEqualTo(2);
      assertThat(second.processed()).isZero();
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void a_new_time_on_the_same_bytes_changes_nothing() throws Exception {
      desk.run();
      desk.put("a.txt", "first");

      desk.run();

      assertThat(desk.examined).isEmpty();
    }

    @Test
    void changed_documents_are() throws Exception {
      desk.run();
      desk.put("a.txt", "first, corrected");

      RunResult second = desk.run();

      assertThat(desk.examined).containsExactly("a.txt");
      assertThat(second.found().changed()).isEqualTo(1);
      assertThat(second.found().unchanged()).isEqualTo(1);
      assertThat(desk.evidence("a.txt").path("document").path("text").asString())
          .isEqualTo("first, corrected");
    }

    @Test
    void all_are_after_a_setting_that_matters_has_changed() throws Exception {
      desk.run();
      desk.timeLimit(Duration.ofSeconds(77));

      assertThat(desk.run().found().changed()).isEqualTo(2);
    }

    @Test
    void none_is_after_a_setting_that_does_not_matter_has_changed() throws Exception {
      desk.run();
      desk.settings = desk.settings.withThreads(1);

      assertThat(desk.run().processed()).isZero();
    }

    @Test
    void all_are_when_asked_to() throws Exception {
      desk.run();
      RunRequest usual = desk.request();

      desk.run(new RunRequest(usual.home(), usual.input(), usual.output(), true, false));

      assertThat(desk.examined).hasSize(2);
    }

    @Test
    void a_document_whose_results_were_deleted_is() throws Exception {
      desk.run();
      ResultFolders.deleteTree(desk.output.resolve("documents/a.txt"));

      desk.run();

      assertThat(desk.examined).containsExactly("a.txt");
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void two_files_with_the_same_bytes_are_two_documents_with_one_id() throws Exception {
      desk.put("copy of a.txt", "first");

      desk.run();

      assertThat(desk.evidence("copy of a.txt").path("document").path("id"))
          .isEqualTo(desk.evidence("a.txt").path("document").path("id"));
      assertThat(desk.evidence("copy of a.txt").path("document").path("source").asString())
          .isEqualTo("copy of a.txt");
    }
  }

  @Nested
  final class What_is_removed {

    @Test
    void results_of_a_document_that_is_gone_are() throws Exception {
      desk.run();
      Files.delete(desk.input.resolve("sub/folder/b.txt"));

      RunResult second = desk.run();

      assertThat(second.found().removed()).isEqualTo(1);
      assertThat(desk.output.resolve("documents/sub")).doesNotExist();
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void results_that_the_store_does_not_know_are() throws Exception {
      desk.run();
      ResultFolders.deleteTree(desk.output.resolve("store"));
      Files.delete(desk.input.resolve("a.txt"));

      desk.run();

      assertThat(desk.hasResults("a.txt")).isFalse();
      assertThat(desk.hasResults("sub/folder/b.txt")).isTrue();
    }

    @Test
    void nothing_is_when_all_documents_are_gone_at_once() throws Exception {
      desk.run();
      ResultFolders.deleteTree(desk.input.resolve("sub"));
      Files.delete(desk.input.resolve("a.txt"));

      assertThatThrownBy(desk::run)
          .isInstanceOf(WrongUsage.class)
          .hasMessageContaining("had 2 at the last run")
          .hasMessageContaining("--emptied");
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void everything_is_when_that_is_meant() throws Exception {
      desk.run();
      ResultFolders.deleteTree(desk.input.resolve("sub"));
      Files.delete(desk.input.resolve("a.txt"));
      RunRequest usual = desk.request();

      RunResult second =
          desk.run(new RunRequest(usual.home(), usual.input(), usual.output(), false, true));

      assertThat(second.found().removed()).isEqualTo(2);
      assertThat(desk.hasResults("a.txt")).isFalse();
    }
  }

  @Nested
  final class Quarantine {

    @Test
    void says_what_and_why_and_what_to_do_while_the_others_go_on() throws Exception {
      desk.put("bad.txt", "REJECT");

      RunResult result = desk.run();

      JsonNode entry = desk.quarantine("bad.txt");
      assertThat(entry.propertyNames())
          .containsExactly("source", "stage", "error", "cause", "cure", "attempts");
      assertThat(entry.path("source").asString()).isEqualTo("bad.txt");
      assertThat(entry.path("stage").asString()).isEqualTo("read");
      assertThat(entry.path("cure").asString()).isEqualTo("Take the word out.");
      assertThat(entry.path("attempts").asInt()).isEqualTo(1);
      assertThat(result.quarantined()).hasSize(1);
      assertThat(desk.hasResults("bad.txt")).isFalse();
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void takes_a_document_with_an_unexpected_exception() throws Exception {
      desk.put("bad.txt", "THROW");

      desk.run();

      assertThat(desk.quarantine("bad.txt").path("stage").asString()).isEqualTo("extract");
      assertThat(desk.quarantine("bad.txt").path("cause").asString())
          .contains("IllegalStateException", "thrown on purpose");
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void takes_a_document_that_overflows_the_stack() throws Exception {
      desk.put("bad.txt", "OVERFLOW");

      desk.run();

      assertThat(desk.quarantine("bad.txt").path("error").asString()).contains("Nested too deeply");
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void takes_a_document_beyond_its_time_limit() throws Exception {
      desk.timeLimit(Duration.ofMillis(800));
      desk.put("bad.txt", "HANG");

      desk.run();

      assertThat(desk.quarantine("bad.txt").path("cause").asString()).contains("time-limit");
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("note bad.txt");
      assertThat(desk.hasResults("a.txt")).isTrue();
    }

    @Test
    void takes_a_file_that_is_too_large_without_reading_it() throws Exception {
      Settings.Limits usual = desk.settings.limits();
      desk.settings =
          new Settings(
              "",
              "",
              2,
              desk.settings.timeLimit(),
              "none",
              new Settings.Limits(
                  DataSize.ofBytes(10),
                  usual.expandedBytes(),
                  usual.expansionRatio(),
                  usual.archiveEntries(),
                  usual.nesting(),
                  usual.pages(),
                  usual.tableCells(),
                  usual.blocks(),
                  usual.paragraphCharacters()),
              desk.settings.recognition(),
              desk.settings.store(),
              desk.settings.watch());
      desk.put("large.txt", "eleven bytes");

      desk.run();

      assertThat(desk.quarantine("large.txt").path("error").asString())
          .isEqualTo("The file has 12 bytes; 10 are allowed.");
    }

    @Test
    void is_not_tried_again_until_something_changes() throws Exception {
      desk.put("bad.txt", "REJECT");
      desk.run();

      RunResult second = desk.run();

      assertThat(desk.examined).isEmpty();
      assertThat(second.quarantined()).hasSize(1);
      assertThat(desk.quarantine("bad.txt").path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void counts_the_attempts_on_the_same_bytes() throws Exception {
      desk.put("bad.txt", "REJECT");
      desk.run();
      RunRequest usual = desk.request();

      desk.run(new RunRequest(usual.home(), usual.input(), usual.output(), true, false));

      assertThat(desk.quarantine("bad.txt").path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void lets_a_cured_document_go() throws Exception {
      desk.put("bad.txt", "REJECT");
      desk.run();
      desk.put("bad.txt", "cured");

      RunResult second = desk.run();

      assertThat(second.quarantined()).isEmpty();
      assertThat(desk.isInQuarantine("bad.txt")).isFalse();
      assertThat(desk.hasResults("bad.txt")).isTrue();
    }

    @Test
    void takes_the_place_of_former_results() throws Exception {
      desk.run();
      desk.put("a.txt", "REJECT");

      desk.run();

      assertThat(desk.isInQuarantine("a.txt")).isTrue();
      assertThat(desk.hasResults("a.txt")).isFalse();
    }
  }

  @Nested
  final class The_input_folder {

    @Test
    void may_hold_files_that_are_no_documents() throws Exception {
      desk.put("data.xyz", "?");

      RunResult result = desk.run();

      assertThat(result.leftOut()).extracting(LeftOut::source).containsExactly("data.xyz");
      assertThat(desk.runJson().path("leftOut").get(0).path("source").asString())
          .isEqualTo("data.xyz");
    }

    @Test
    void may_hold_links_which_are_listed_and_not_followed(@TempDir Path elsewhere)
        throws Exception {
      Path outside = Files.writeString(elsewhere.resolve("outside.txt"), "not ours");
      Files.createSymbolicLink(desk.input.resolve("outside.txt"), outside);
      Files.createSymbolicLink(desk.input.resolve("inside.txt"), desk.input.resolve("a.txt"));
      Files.createSymbolicLink(desk.input.resolve("loop"), desk.input);
      Files.createSymbolicLink(desk.input.resolve("gone.txt"), elsewhere.resolve("nothing"));

      RunResult result = desk.run();

      assertThat(result.processed()).isEqualTo(2);
      assertThat(result.leftOut())
          .extracting(LeftOut::source)
          .containsExactly("gone.txt", "inside.txt", "loop", "outside.txt");
      assertThat(desk.runJson().path("links").size()).isEqualTo(4);
    }

    @Test
    void may_hold_a_pipe_that_nobody_writes_to() throws Exception {
      Process mkfifo =
          new ProcessBuilder("mkfifo", desk.input.resolve("pipe.txt").toString()).start();
      org.junit.jupiter.api.Assumptions.assumeTrue(mkfifo.waitFor() == 0);

      RunResult result = desk.run();

      assertThat(result.processed()).isEqualTo(2);
      assertThat(result.leftOut()).extracting(LeftOut::kind).containsExactly("special");
    }

    @Test
    void may_have_the_output_folder_in_it() throws Exception {
      RunRequest inside = RunRequest.of(Path.of(""), desk.input, desk.input.resolve("results"));

      desk.run(inside);
      RunResult second = desk.run(inside);

      assertThat(second.found().found()).isEqualTo(2);
    }

    @Test
    void must_not_be_the_output_folder() {
      assertThatThrownBy(() -> desk.run(RunRequest.of(Path.of(""), desk.input, desk.input)))
          .isInstanceOf(WrongUsage.class)
          .hasMessageContaining("must not be the output folder");
    }

    @Test
    void may_have_names_that_cannot_be_folders() throws Exception {
      String name = "line\nbreak.txt";
      desk.put(name, "named badly");

      desk.run();

      String folder = desk.runJson().path("names").path(name).asString();
      assertThat(folder).matches("[0-9a-f]{64}");
      assertThat(desk.evidence(folder).path("document").path("source").asString()).isEqualTo(name);
    }

    @Test
    void may_have_a_folder_named_like_a_document() throws Exception {
      desk.put("c.txt/c.txt", "inside");
      desk.run();
      assertThat(desk.hasResults("c.txt/c.txt")).isTrue();

      ResultFolders.deleteTree(desk.input.resolve("c.txt"));
      desk.put("c.txt", "now a file");
      desk.run();

      assertThat(desk.hasResults("c.txt")).isTrue();
      assertThat(desk.hasResults("c.txt/c.txt")).isFalse();
    }
  }

  @Nested
  final class Two_runs_at_once {

    @Test
    void are_refused_with_the_process_that_is_at_work() throws Exception {
      try (RunLock held = RunLock.take(desk.output)) {
        assertThat(RunLock.holder(desk.output))
            .contains(Long.toString(ProcessHandle.current().pid()));
        assertThatThrownBy(desk::run)
            .isInstanceOf(RunFailed.class)
            .hasMessageContaining("process " + ProcessHandle.current().pid())
            .hasMessageContaining("--output");
      }
    }

    @Test
    void are_not_what_a_stale_lock_means() throws Exception {
      Files.createDirectories(desk.output.resolve("store"));
      Files.writeString(desk.output.resolve("store/run.lock"), "99999\n");

      assertThat(desk.run().processed()).isEqualTo(2);
      assertThat(RunLock.holder(desk.output)).isEmpty();
    }
  }
}
