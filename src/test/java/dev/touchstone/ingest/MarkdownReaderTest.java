package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Paragraph;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {

  private static Document read(String text) {
    Document document = Outline.read("note.md", text);
    Outline.check(document);
    assertThat(document.text()).isEqualTo(text);
    return document;
  }

  @Test
  void words_point_into_the_file_through_marks_escapes_and_entities() {
    Document document =
        read("# Velatinib\n\nGiven **50&nbsp;mg** \\*daily\\* for `two`\nweeks <sup>[1]</sup>.\n");
    Paragraph paragraph = (Paragraph) document.blocks().get(1);
    String words = paragraph.passage().text();
    assertThat(words).isEqualTo("Given 50 mg *daily* for two weeks [1].");
    int dose = words.indexOf("50 mg");
    assertThat(document.quote(paragraph.passage().source(dose, dose + 5))).isEqualTo("50&nbsp;mg");
    int two = words.indexOf("two weeks");
    assertThat(document.quote(paragraph.passage().source(two, two + 9))).isEqualTo("two`\nweeks");
  }

  @Test
  void empty_cells_are_spans_where_they_must_be() {
    Document document =
        read(
            """
            # Velatinib

            **Table 1: Events**

            Data from one trial.[1]

            | Event  | Mild | Severe |
            | ------ | :--: | -----: |
            | Skin   |      |        |
            | Rash\\| | 12%  | 1%     |
            | Delays | Seen in a third of patients | |

            \\*Graded by nobody.
            """);
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            Table 1: Events
            [Event] | [Mild] | [Severe]
            [Skin] ×1,3
            [Rash|] | 12% | 1%
            [Delays] | Seen in a third of patients ×1,2
            - Data from one trial.[1]
            * Graded by nobody.
            """);
    Cell rash = document.tables().get(0).cells().get(4);
    assertThat(document.quote(rash.span())).isEqualTo("Rash\\|");
  }

  @Test
  void counts_windows_line_ends_as_they_are() {
    Document document = read("# Velatinib\r\n\r\nOne.\r\n\r\n- Two\r\n- Three\r\n");
    assertThat(document.quote(document.blocks().get(3).span())).isEqualTo("Three");
    assertThat(document.locate(document.blocks().get(3).span()).locator())
        .isEqualTo("line 6, column 3");
  }

  @Test
  void reads_the_values_above_the_text() {
    Document document =
        read(
            "---\ntitle: Velatinib\nauthor: J. Doe\ndate: 2024-03-07\n---\n\n## Methods\n\n50 mg daily.\n");
    assertThat(document.metadata().title()).isEqualTo("Methods");
    assertThat(document.metadata().authors()).containsExactly("J. Doe");
    assertThat(document.metadata().date()).isEqualTo("2024-03-07");
    assertThat(document.quote(document.blocks().get(1).span())).isEqualTo("50 mg daily.");
  }

  @Test
  void a_picture_is_residue_and_the_line_above_it_a_caption() {
    Document document =
        read(
            "# Velatinib\n\nSome words.\n\n**Fate of the Drug**\n\n![Click to download full resolution](#)\n\n*Caption: Fate.*\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            """
            Some words.
            caption: Fate of the Drug
            residue: Click to download full resolution
            caption: Caption: Fate.
            """);
  }
}
