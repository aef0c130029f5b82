package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents that tell of one study, over runs in which one of them changes or vanishes. */
final class AcrossDocumentsTest {

  private static final String NOTE =
      """
      # Vorexetin in relapsed lymphoma

      ## Results

      In the randomized phase 2 trial NCT01234567, 83 patients received vorexetin and 40 patients
      received placebo. The median progression-free survival was %s months (95%% CI 3.1-8.4) with
      vorexetin and 2.1 months with placebo.
      """;

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void two_documents_that_differ() throws IOException, WrongUsage {
    desk = new Desk(folder).put("a.md", NOTE.formatted("5.6")).put("b.md", NOTE.formatted("6.5"));
  }

  private RunResult run() throws Exception {
    return NightlyRun.run(desk.request(), desk.settings, Progress.SILENT);
  }

  private JsonNode across() throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readAllBytes(desk.output.resolve("cross-document.json")))
        .path("findings");
  }

  @Test
  void stay_right_when_a_document_changes_or_vanishes() throws Exception {
    RunResult first = run();
    assertThat(first.findings("error")).isEqualTo(1);
    assertThat(across().get(0).path("message").asString())
        .isEqualTo(
            "Median PFS with vorexetin in NCT01234567 is 5.6 months in a.md and 6.5 months in b.md.");
    String id = across().get(0).path("id").asString();
    for (JsonNode place : across().get(0).path("where")) {
      String text =
          desk.evidence(place.path("document").asString()).at("/document/text").asString();
      assertThat(text.substring(place.path("start").asInt(), place.path("end").asInt()))
          .isEqualTo(place.path("quote").asString());
    }
    assertThat(desk.evidence("a.md").path("findings")).isEmpty();

    desk.put("c.md", NOTE.formatted("6.5"));
    run();
    assertThat(across()).hasSize(1);
    assertThat(across().get(0).path("id").asString()).isEqualTo(id);
    assertThat(across().get(0).path("where")).hasSize(3);

    Files.delete(desk.input.resolve("a.md"));
    RunResult third = run();
    assertThat(third.processed()).isZero();
    assertThat(third.changes().gone()).isEqualTo(1);
    assertThat(across()).isEmpty();

    desk.put("b.md", NOTE.formatted("5.6"));
    assertThat(run().findings("error")).isEqualTo(1);
    assertThat(across().get(0).path("id").asString()).isEqualTo(id);
  }
}
