package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JatsReaderTest {

  private static final String ARTICLE =
      """
      <?xml version="1.0"?>
      <!DOCTYPE article PUBLIC "-//NLM//DTD Journal Publishing DTD v2.3//EN" "journalpublishing.dtd">
      <article xml:lang="en"><front><article-meta>
      <title-group><article-title>Velatinib in renal cancer</article-title></title-group>
      <contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>Jane A</given-names></name></contrib></contrib-group>
      <pub-date pub-type="ppub"><year>2020</year></pub-date><pub-date pub-type="epub"><day>7</day><month>3</month><year>2020</year></pub-date>
      <abstract><sec><title>Background</title><p>Why.</p></sec></abstract>
      </article-meta></front>
      <body><sec><title>Methods</title><p>At 75&#x2009;mg/m<sup>2</sup> daily <xref ref-type="bibr" rid="B1">1</xref>, as before.<sup><xref ref-type="bibr" rid="B1">1</xref>,<xref ref-type="bibr" rid="B2">2</xref></sup></p>
      <table-wrap id="T1"><label>Table 1</label><caption><p>Response</p></caption>
      <table><thead><tr><th>Arm</th><th>n (%)</th></tr></thead><tbody><tr><td>A<sup>a</sup></td><td>12 (20)</td></tr></tbody></table>
      <table-wrap-foot><fn><label>a</label><p>Open label.</p></fn></table-wrap-foot></table-wrap></sec></body>
      <back><ref-list><title>References</title>
      <ref id="B1"><label>1</label><element-citation><person-group><name><surname>Roe</surname><given-names>R</given-names></name></person-group><article-title>A trial</article-title><source>J Ex</source><year>2019</year><pub-id pub-id-type="doi">10.1000/abc</pub-id></element-citation></ref>
      <ref id="B2"><label>2</label><mixed-citation>Poe P. Another trial. 2018. <pub-id pub-id-type="pmid">123456</pub-id></mixed-citation></ref>
      </ref-list></back></article>
      """;

  private static Document read(String xml) {
    Document document = Outline.read("article.nxml", xml);
    Outline.check(document);
    return document;
  }

  @Test
  void reads_front_matter_sections_and_dates() {
    Document document = read(ARTICLE);
    assertThat(Outline.sections(document))
        .isEqualTo(
            """
            Velatinib in renal cancer (front-matter)
              Abstract (abstract)
                Background (introduction)
              Methods (methods)
              References (references)
            """);
    assertThat(document.metadata().kind()).isEqualTo(DocumentKind.JOURNAL_ARTICLE);
    assertThat(document.metadata().authors()).containsExactly("Jane A Doe");
    assertThat(document.metadata().date()).isEqualTo("2020-03-07");
  }

  @Test
  void reads_tables_that_stand_behind_the_references_where_the_text_cites_them() {
    Document document =
        read(
            """
            <article><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>
            <body><sec><title>Results</title><p>All recovered (<xref ref-type="table" rid="T1">Table 1</xref>).</p></sec>
            <sec><title>Discussion</title><p>As before (<xref ref-type="table" rid="T1">Table 1</xref>).</p></sec></body>
            <back><ref-list><title>References</title><ref id="B1"><label>1</label><mixed-citation>Roe R. A trial. 2019.</mixed-citation></ref></ref-list></back>
            <floats-group><table-wrap id="T1"><label>Table 1</label><table><tr><th>Arm</th><th>n</th></tr><tr><td>A</td><td>12</td></tr></table></table-wrap>
            <table-wrap id="T2"><label>Table 2</label><table><tr><th>Arm</th><th>n</th></tr><tr><td>B</td><td>13</td></tr></table></table-wrap></floats-group>
            </article>
            """);
    assertThat(document.tables())
        .extracting(
            table ->
                table.label()
                    + " in "
                    + Objects.requireNonNull(document.sectionsById().get(table.section())).title())
        .containsExactly("Table 1 in Results", "Table 2 in Discussion");
  }

  @Test
  void keeps_labels_captions_and_notes_of_tables() {
    assertThat(Outline.tables(read(ARTICLE)))
        .isEqualTo("Table 1: Response\n[Arm] | [n (%)]\n[Aᵃ] | 12 (20)\na Open label.\n");
  }

  @Test
  void cross_references_are_citations() {
    Document document = read(ARTICLE);
    Paragraph paragraph =
        document.blocks().stream()
            .filter(Paragraph.class::isInstance)
            .map(Paragraph.class::cast)
            .filter(block -> block.passage().text().startsWith("At 75"))
            .findFirst()
            .orElseThrow();
    assertThat(paragraph.passage().text()).isEqualTo("At 75 mg/m² daily 1, as before.[1,2]");
    assertThat(paragraph.passage().citations())
        .extracting(Passage.Mark::key)
        .containsExactly("1", "1", "2");
    assertThat(document.references())
        .extracting(Reference::doi)
        .containsExactly("10.1000/abc", null);
    assertThat(document.references()).extracting(Reference::pmid).containsExactly(null, "123456");
    assertThat(document.references().get(0).citedAt()).hasSize(2);
  }

  @Test
  void expands_no_entity_of_the_file() {
    String xml =
        ARTICLE
            .replace(
                "journalpublishing.dtd\"", "x.dtd\" [<!ENTITY me SYSTEM \"file:///etc/hostname\">]")
            .replace("Why.", "&me;");
    Rejection rejection = Outline.rejection("article.nxml", xml.getBytes(StandardCharsets.UTF_8));
    assertThat(rejection.error()).isEqualTo("The entity &me; in the article is not expanded.");
  }

  @Test
  void names_the_line_where_a_file_breaks_off() {
    Rejection rejection =
        Outline.rejection(
            "article.nxml",
            ARTICLE.substring(0, ARTICLE.indexOf("</thead>")).getBytes(StandardCharsets.UTF_8));
    assertThat(rejection.error()).startsWith("The XML of the article is not well-formed at line ");
  }

  @Test
  void stops_at_sections_nested_too_deeply() {
    String deep =
        "<article><body>" + "<sec>".repeat(2000) + "</sec>".repeat(2000) + "</body></article>";
    assertThat(Outline.rejection("article.nxml", deep.getBytes(StandardCharsets.UTF_8)).error())
        .contains("nesting of elements");
  }
}
