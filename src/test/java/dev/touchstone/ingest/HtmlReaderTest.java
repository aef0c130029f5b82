package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

  private static Document read(String body) {
    Document document =
        Outline.read("note.html", "<!doctype html><html><body>" + body + "</body></html>");
    Outline.check(document);
    return document;
  }

  @Test
  void writes_blocks_with_a_blank_line_between_and_cells_with_tabs() {
    Document document =
        read(
            "<h1>Velatinib</h1><p>Given <b>daily</b>.</p><table><tr><th>Arm<th>n<tr><td>A<td>12</table>");
    assertThat(document.text()).isEqualTo("Velatinib\n\nGiven daily.\n\nArm\tn\nA\t12");
  }

  @Test
  void keeps_spans_and_header_rows() {
    Document document =
        read(
            """
            <h1>Velatinib</h1>
            <table><caption>Table 2. Events</caption>
            <thead><tr><th rowspan=2>Event</th><th colspan=2>Velatinib</th></tr><tr><th>Any</th><th>Grade 3</th></tr></thead>
            <tbody><tr><th colspan=3>Skin</th></tr><tr><th>Rash</th><td>10</td><td>2</td></tr></tbody>
            <tfoot><tr><td colspan=3>Data from one trial.</td></tr></tfoot></table>
            """);
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            Table 2: Events
            [Event] ×2,1 | [Velatinib] ×1,2
            [Any] | [Grade 3]
            [Skin] ×1,3
            [Rash] | 10 | 2
            - Data from one trial.
            """);
  }

  @Test
  void a_figure_gives_its_table_caption_source_and_notes() {
    Document document =
        read(
            """
            <h1>Velatinib</h1>
            <figure><figcaption><strong>Table 1: Response by arm</strong> <span>Data from a trial.<a href="#r1">[1]</a></span></figcaption>
            <table><tr><th>Arm</th><th>Response*</th></tr><tr><td>A</td><td>20%</td></tr></table>
            <p>*By central review. †Not graded.</p></figure>
            <p>Running text.</p>
            """);
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            Table 1: Response by arm
            [Arm] | [Response*]
            [A] | 20%
            - Data from a trial.[1]
            * By central review.
            † Not graded.
            """);
    assertThat(Outline.paragraphs(document)).isEqualTo("Running text.\n");
  }

  @Test
  void reads_raised_figures_as_powers_or_as_citations() {
    Document document =
        read(
            "<h1>T</h1><p>At 75 mg/m<sup>2</sup> it worked.<sup>1,2</sup> So did 10<sup>9</sup> cells.</p>");
    Paragraph paragraph = (Paragraph) document.blocks().get(1);
    assertThat(paragraph.passage().text())
        .isEqualTo("At 75 mg/m² it worked.[1,2] So did 10⁹ cells.");
    assertThat(paragraph.passage().citations())
        .extracting(Passage.Mark::key)
        .containsExactly("1", "2");
  }

  @Test
  void leaves_out_scripts_and_navigation_and_accounts_for_them() {
    Document document =
        read("<nav>Home</nav><script>var x;</script><h1>Velatinib</h1><p>Words.</p>");
    assertThat(document.text()).isEqualTo("Velatinib\n\nWords.");
    assertThat(document.coverage().get(0).dropped()).containsEntry("navigation", 4);
  }

  @Test
  void places_are_xpaths() {
    Document document = read("<section><h1>Velatinib</h1><p>One.</p><p>Two.</p></section>");
    assertThat(document.locate(document.blocks().get(2).span()).locator())
        .isEqualTo("/html[1]/body[1]/section[1]/p[2]");
  }

  @Test
  void numbers_ordered_lists_and_keeps_definitions_together() {
    Document document =
        read(
            "<h1>T</h1><ol start=3><li>Third<li>Fourth</ol><dl><dt>Compound Name</dt><dd>Velatinib</dd></dl>");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            "list item: 3. Third\nlist item: 4. Fourth\nmetadata: Compound Name: Velatinib\n");
  }

  @Test
  void reads_windows_letters_where_no_charset_is_named() {
    byte[] bytes =
        "<html><body><h1>Größe</h1><p>5 µg ± 1</p></body></html>"
            .getBytes(Charset.forName("windows-1252"));
    Document document = Outline.read("note.html", bytes);
    assertThat(document.text()).isEqualTo("Größe\n\n5 µg ± 1");
    assertThat(document.warnings()).hasSize(1);
  }

  @Test
  void cuts_spans_to_the_table() {
    Document document =
        read(
            "<h1>T</h1><table><tr><th colspan=1000000>A</th><th>B</th></tr><tr><td rowspan=65534>1</td><td>2</td></tr></table>");
    assertThat(document.tables().get(0).cols()).isEqualTo(2);
    assertThat(document.tables().get(0).rows()).isEqualTo(2);
  }
}
