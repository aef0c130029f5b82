package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DocxReaderTest {

  private static final String OPEN =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";
  private static final String CLOSE = "</w:body></w:document>";

  /** Name and content of parts by turns, besides the main part. */
  private static byte[] docx(String body, String... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "word/document.xml", body);
      for (int i = 0; i < parts.length; i += 2) {
        put(zip, parts[i], parts[i + 1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static Document read(String body, String... parts) {
    Document document = Outline.read("note.docx", docx(OPEN + body + CLOSE, parts));
    Outline.check(document);
    return document;
  }

  private static String heading(String style, String words) {
    return "<w:p><w:pPr><w:pStyle w:val='"
        + style
        + "'/></w:pPr><w:r><w:t>"
        + words
        + "</w:t></w:r></w:p>";
  }

  private static String p(String words) {
    return "<w:p><w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r></w:p>";
  }

  private static String tc(String properties, String words) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(words) + "</w:tc>";
  }

  @Test
  void headings_are_found_by_style_name_outline_level_and_inheritance() {
    String styles =
        """
        <w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>
        <w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>
        <w:style w:type='paragraph' w:styleId='House'><w:name w:val='House Chapter'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='Child'><w:name w:val='Child'/><w:basedOn w:val='House'/></w:style>
        </w:styles>
        """;
    Document document =
        read(
            heading("berschrift1", "Velatinib")
                + heading("House", "Methods")
                + p("Words.")
                + heading("Child", "Results"),
            "word/styles.xml",
            styles);
    assertThat(Outline.sections(document))
        .isEqualTo("Velatinib (front-matter)\n  Methods (methods)\n  Results (results)\n");
  }

  @Test
  void the_style_title_stands_above_the_first_level() {
    Document document =
        read(
            heading("Title", "Velatinib")
                + heading("Heading1", "Methods")
                + heading("Heading1", "Results"));
    assertThat(Outline.sections(document))
        .isEqualTo("Velatinib (front-matter)\n  Methods (methods)\n  Results (results)\n");
  }

  @Test
  void merged_cells_span_rows_and_columns() {
    Document document =
        read(
            heading("Heading1", "Velatinib")
                + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
                + tc("<w:vMerge w:val='restart'/>", "Event")
                + tc("<w:gridSpan w:val='2'/>", "Velatinib")
                + "</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>"
                + tc("<w:vMerge/>", "")
                + tc("", "Any")
                + tc("", "Grade 3")
                + "</w:tr><w:tr>"
                + tc("", "Skin")
                + tc("", "")
                + tc("", "")
                + "</w:tr><w:tr>"
                + tc("", "Rash")
                + tc("", "10")
                + tc("", "2")
                + "</w:tr></w:tbl>");
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Event] ×2,1 | [Velatinib] ×1,2
            [Any] | [Grade 3]
            [Skin] ×1,3
            [Rash] | 10 | 2
            """);
    assertThat(document.locate(document.tables().get(0).cells().get(5).span()).locator())
        .isEqualTo("table 1, cell A4");
  }

  @Test
  void a_caption_gives_up_the_source_on_its_second_line() {
    Document document =
        read(
            heading("Heading1", "Velatinib")
                + "<w:p><w:r><w:t>Table 1: Response</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>Data from a trial.</w:t></w:r></w:p>"
                + "<w:tbl><w:tr>"
                + tc("", "Arm")
                + tc("", "n")
                + "</w:tr><w:tr>"
                + tc("", "A")
                + tc("", "12")
                + "</w:tr></w:tbl>");
    assertThat(Outline.tables(document))
        .isEqualTo("Table 1: Response\n[Arm] | [n]\n[A] | 12\n- Data from a trial.\n");
  }

  @Test
  void counts_numbered_lists_as_word_prints_them() {
    String numbering =
        """
        <w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>
        <w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1%2)'/></w:lvl></w:abstractNum>
        <w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>
        """;
    String item =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='%s'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
    Document document =
        read(
            heading("Heading1", "T")
                + item.formatted("0", "One")
                + item.formatted("0", "Two")
                + item.formatted("1", "Two a")
                + item.formatted("0", "Three"),
            "word/numbering.xml",
            numbering);
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            "list item: 1. One\nlist item: 2. Two\nlist item: 2a) Two a\nlist item: 3. Three\n");
  }

  @Test
  void running_heads_and_deleted_words_are_left_out_and_counted() {
    Document document =
        read(
            heading("Heading1", "T")
                + "<w:p><w:r><w:t>50 mg</w:t></w:r><w:del><w:r><w:delText>500 mg</w:delText></w:r></w:del></w:p>",
            "word/header1.xml",
            "<w:hdr xmlns:w='x'><w:p><w:r><w:t>Page head</w:t></w:r></w:p></w:hdr>");
    assertThat(document.text()).isEqualTo("T\n\n50 mg");
    assertThat(document.coverage().get(0).dropped())
        .containsEntry("running-head", 8)
        .containsEntry("deleted", 5);
  }

  @Test
  void refuses_a_document_type() {
    Rejection rejection =
        Outline.rejection(
            "note.docx", docx("<!DOCTYPE x [<!ENTITY e 'boom'>]>" + OPEN + p("&e;") + CLOSE));
    assertThat(rejection.error()).isEqualTo("The part word/document.xml declares a document type.");
  }

  @Test
  void refuses_a_part_that_expands_beyond_reason() {
    Rejection rejection =
        Outline.rejection("note.docx", docx(OPEN + p("x".repeat(8 << 20)) + CLOSE));
    assertThat(rejection.error()).contains("unpacked size of word/document.xml");
    assertThat(rejection.cure()).contains("limits.expansion-ratio");
  }
}
