package dev.touchstone.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Rejection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

  @ParameterizedTest
  @CsvSource({
    "a.txt,true",
    "b/c.MD,true",
    "d.html,true",
    "e.docx,true",
    "f.pdf,true",
    "g.nxml,true",
    "h.xml,true",
    "i.rtf,true",
    "j.odt,true",
    "k.epub,true",
    "l.pptx,true",
    "m.doc,true",
    "n.xyz,false",
    "noending,false",
    "x.txt/y,false"
  })
  void takes_documents_by_the_ending_of_their_name(String name, boolean taken) {
    assertThat(DocumentReader.supports(name)).isEqualTo(taken);
  }

  @Test
  void an_empty_file_is_a_rejection_with_a_cure() {
    Rejection rejection = Outline.rejection("empty.txt", new byte[0]);
    assertThat(rejection.stage()).isEqualTo("read");
    assertThat(rejection.error()).isEqualTo("The file is empty.");
    assertThat(rejection.cure()).isNotBlank();
  }

  @Test
  void content_decides_where_it_contradicts_the_name() {
    Document document =
        Outline.read(
            "note.pdf", "<!DOCTYPE html><html><body><h1>Velatinib</h1><p>50 mg.</p></body></html>");
    assertThat(document.mediaType()).isEqualTo("text/html");
    assertThat(document.warnings()).containsExactly("Named like PDF but holds HTML; read as that.");
  }

  @Test
  void what_is_packed_must_be_what_its_name_says() {
    Rejection rejection =
        Outline.rejection("junk.pdf", "no such thing".getBytes(StandardCharsets.UTF_8));
    assertThat(rejection.error())
        .isEqualTo("This is not a PDF, although the file is named like one.");
  }

  @Test
  void images_and_binary_data_are_no_text() {
    assertThat(
            Outline.rejection("scan.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}).error())
        .isEqualTo("The file is an image and not text.");
    assertThat(
            Outline.rejection(
                    "data.txt", new byte[] {'5', 0, 'm', 'g', '.', '.', '.', '.', '.', '.'})
                .error())
        .isEqualTo("Byte 1 is zero: this is binary data and not text.");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void decodes_text_in_any_usual_encoding(String charset) {
    String text = "Größe der Studie: 5 µg ± 1 (n=25), wie zuvor beschrieben.\n";
    Document document = Outline.read("note.txt", text.getBytes(Charset.forName(charset)));
    assertThat(document.text()).isEqualTo(text);
    assertThat(document.warnings()).hasSize(charset.equals("UTF-8") ? 0 : 1);
  }

  @Test
  void a_file_beyond_the_limit_names_the_limit() {
    DocumentReader reader = new DocumentReader(new ReadLimits(10, 10, 10, 10, 10, 10, 10, 10, 10));
    Rejection rejection = (Rejection) reader.read("long.txt", new byte[11]);
    assertThat(rejection.error())
        .isEqualTo("The file is beyond the limit: 11 where 10 is allowed.");
    assertThat(rejection.cause()).isEqualTo("limit limits.file-bytes = 10");
  }

  @Test
  void a_paragraph_beyond_the_limit_names_where_it_begins() {
    ReadLimits limits = new ReadLimits(1_000, 1_000, 10, 10, 10, 10, 10, 10, 50);
    Rejection rejection =
        (Rejection)
            new DocumentReader(limits)
                .read("wall.txt", ("Title\n\n" + "Word after word ".repeat(9)).getBytes(UTF_8));
    assertThat(rejection.error())
        .startsWith("A paragraph or cell without any break, from \"Word after word Word")
        .endsWith("where 50 is allowed.");
    assertThat(rejection.cause()).isEqualTo("limit limits.paragraph-characters = 50");
  }

  @Test
  void a_paragraph_without_end_is_read_in_parts_that_end_with_a_sentence() {
    String sentence = "The drug was taken by 12 of 83 patients. ";
    String text = "Title\n\n" + sentence.repeat(6_000).strip() + "\n";
    Document document =
        (Document) new DocumentReader(ReadLimits.DEFAULTS).read("wall.txt", text.getBytes(UTF_8));
    List<Paragraph> parts =
        document.blocks().stream()
            .filter(Paragraph.class::isInstance)
            .map(Paragraph.class::cast)
            .toList();
    assertThat(parts).hasSizeBetween(3, 6);
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(part.passage().text().strip())
                  .startsWith("The drug")
                  .endsWith("patients.");
              assertThat(part.passage().length()).isLessThanOrEqualTo(100_000);
            });
    assertThat(document.warnings()).singleElement().asString().contains("was read in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "(n=", "and ", "5.5 (", "| "})
  void a_run_of_the_same_signs_is_kept_but_not_read(String sign) {
    String text = "Title\n\nThe drug was taken.\n\n" + sign.repeat(40_000).strip() + "\n";
    Document document =
        (Document) new DocumentReader(ReadLimits.DEFAULTS).read("run.txt", text.getBytes(UTF_8));
    assertThat(document.blocks())
        .filteredOn(Paragraph.class::isInstance)
        .extracting(block -> ((Paragraph) block).kind())
        .containsExactly(Paragraph.Kind.TEXT, Paragraph.Kind.RESIDUE);
    assertThat(document.warnings()).singleElement().asString().contains("repeats a few words");
  }

  @Test
  void a_document_with_the_chapters_of_an_article_is_one() {
    String chapters =
        "# Velatinib in Adults\n\n## Abstract\n\nWe gave it.\n\n## Methods\n\nWe gave it.\n\n"
            + "## Results\n\nIt helped.\n\n## Discussion\n\nIt helps.\n\n";
    assertThat(kind(chapters + "## References\n\n1. One. J One 2001.\n"))
        .isEqualTo(DocumentKind.JOURNAL_ARTICLE);
    assertThat(kind(chapters)).isEqualTo(DocumentKind.OTHER);
  }

  private static DocumentKind kind(String text) {
    DocumentReader reader = new DocumentReader(ReadLimits.DEFAULTS);
    return ((Document) reader.read("note.md", text.getBytes(UTF_8))).metadata().kind();
  }

  @Test
  void the_same_bytes_give_the_same_document() {
    String text = "Velatinib\n\nResults\n\nArm\tn\nA\t12\n\nReferences\n\n1. One [a.org]\n";
    assertThat(Outline.sections(Outline.read("a.txt", text)))
        .isEqualTo(Outline.sections(Outline.read("b.txt", text)));
    assertThat(Outline.read("a.txt", text).id())
        .isEqualTo(Outline.read("b.txt", text).id())
        .startsWith("sha256:");
  }

  @Test
  void text_that_makes_careless_patterns_slow_is_read_quickly() {
    String nasty = "[1,2,3,[[[((n=1-2-3--- mg/ ^{^{**$=\\".repeat(20_000);
    assertThat(Outline.read("nasty.txt", "Title\n\n" + nasty).text()).hasSize(nasty.length() + 7);
  }
}
