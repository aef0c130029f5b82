package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OutputFolderTest {

  private final OutputFolder output = new OutputFolder(Path.of("out"));

  @Test
  void a_document_keeps_its_path_and_extension() {
    assertThat(output.document("a/b c.pdf")).isEqualTo(Path.of("out/documents/a/b c.pdf"));
    assertThat(output.quarantineEntry("a/b c.pdf"))
        .isEqualTo(Path.of("out/quarantine/a/b c.pdf.json"));
    assertThat(OutputFolder.keepsName("a/b c.pdf")).isTrue();
  }

  @Test
  void a_name_that_cannot_be_used_becomes_its_hash() {
    for (String name : new String[] {"x".repeat(300) + ".txt", "a\u0007b.txt", "..", "."}) {
      assertThat(output.document("d/" + name).getFileName().toString()).matches("[0-9a-f]{64}");
      assertThat(OutputFolder.keepsName("d/" + name)).isFalse();
    }
  }

  @Test
  void the_longest_name_is_kept_for_the_folder_but_has_no_room_for_the_ending_of_an_entry() {
    String name = "n".repeat(251) + ".txt";
    assertThat(output.document("d/" + name)).isEqualTo(Path.of("out/documents/d", name));
    assertThat(OutputFolder.keepsName("d/" + name)).isTrue();
    assertThat(output.quarantineEntry("d/" + name).getFileName().toString())
        .matches("[0-9a-f]{64}[.]json");
  }

  @Test
  void nothing_leads_out_of_the_output_folder() {
    assertThat(output.document("../../etc/passwd").normalize().toString())
        .startsWith("out/documents/");
  }

  @Test
  void a_page_knows_its_way_up() {
    assertThat(OutputFolder.up("a.pdf")).isEqualTo("../../");
    assertThat(OutputFolder.up("a/b.pdf")).isEqualTo("../../../");
  }
}
