package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.batch.Reviewing.Decision;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.store.FindingReviews.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of decisions, as pages write them and as people do. */
final class ReviewCommandTest {

  @TempDir private Path folder;

  private List<Decision> read(String content) throws IOException, WrongUsage {
    Path file = Files.writeString(folder.resolve("decisions"), content);
    return DecisionsFile.read(file, "me");
  }

  @Test
  void a_page_writes_csv() throws Exception {
    List<Decision> decisions =
        read(
            """
            document,finding,status,comment,by
            "notes/a, b.md",f-000000000001,dismissed,"He said ""fine"".",M. Keller
            ,f-000000000002,confirmed,,
            a.md,f-000000000003,,look again,
            """);

    assertThat(decisions)
        .extracting(Decision::finding)
        .containsExactly("f-000000000001", "f-000000000002", "f-000000000003");
    Decision first = decisions.get(0);
    assertThat(first.document()).isEqualTo("notes/a, b.md");
    assertThat(first.status()).isEqualTo(Status.DISMISSED);
    assertThat(first.comment()).isEqualTo("He said \"fine\".");
    assertThat(first.by()).isEqualTo("M. Keller");
    assertThat(decisions.get(1).document()).isNull();
    assertThat(decisions.get(1).by()).isEqualTo("me");
    assertThat(decisions.get(2).status()).isNull();
  }

  @Test
  void a_spreadsheet_may_write_semicolons_a_mark_and_capitals() throws Exception {
    assertThat(read("\uFEFFFinding;Status\r\nf-000000000001;Confirmed\r\n"))
        .singleElement()
        .extracting(Decision::status)
        .isEqualTo(Status.CONFIRMED);
  }

  @Test
  void a_program_may_write_json() throws Exception {
    assertThat(read("[{\"finding\":\"f-000000000001\",\"status\":\"open\"}]"))
        .singleElement()
        .extracting(Decision::status)
        .isEqualTo(Status.OPEN);
  }

  @Test
  void what_cannot_be_is_refused_with_its_place() {
    assertThatThrownBy(() -> read("finding,status\nf-000000000001,maybe\n"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("line 2: \"maybe\" is no status");
    assertThatThrownBy(() -> read("finding,verdict\n")).hasMessageContaining("\"verdict\"");
    assertThatThrownBy(() -> read("status\nopen\n")).hasMessageContaining("no column \"finding\"");
    assertThatThrownBy(() -> read("[{\"finding\":\"f-1\",\"state\":\"open\"}]"))
        .hasMessageContaining("entry 1");
    assertThatThrownBy(() -> read("[{")).hasMessageContaining("JSON");
  }
}
