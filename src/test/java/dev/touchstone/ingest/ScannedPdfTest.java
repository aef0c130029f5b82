package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.Place;
import dev.touchstone.document.ReadResult;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.recognition.Recognition;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Pages are drawn, turned into pictures, and read again. */
class ScannedPdfTest {

  private static final Recognition ABSENT =
      new Recognition(true, "no-such-program-here", "eng", Duration.ofSeconds(5));

  @Test
  void reads_a_page_that_is_a_picture() throws IOException {
    Document note = recognised(scan(tabled().bytes(), 0));
    assertThat(note.text()).contains("The starting dose was 350 mg/m\u00B2 on day 1");
    Table table = note.tables().get(0);
    assertThat(table.cells().stream().map(cell -> cell.text()).toList())
        .containsExactly("Grade", "Patients", "III", "12 (9.5%)", "IV", "3 (2.4%)");
    assertThat(note.coverage().get(0).recognised()).isTrue();
    assertThat(note.warnings())
        .contains(
            "Every page is a picture; its text was recognised and may have wrong letters and digits.");
  }

  @Test
  void reads_a_page_that_was_laid_askew() throws IOException {
    Document note = recognised(scan(tabled().bytes(), 1.2));
    assertThat(note.text()).contains("The starting dose was 350 mg/m\u00B2 on day 1");
    assertThat(note.tables()).hasSize(1);
  }

  @Test
  void says_where_on_the_picture_a_word_stands() throws IOException {
    Document note = recognised(scan(tabled().bytes(), 0));
    int at = note.text().indexOf("starting");
    Place place = note.locate(new Span(at, at + "starting".length()));
    assertThat(place.page()).isEqualTo(1);
    assertThat(place.boxes()).hasSize(1);
    assertThat(place.boxes().get(0).x()).isBetween(79.0, 85.0);
    assertThat(place.boxes().get(0).y()).isBetween(88.0, 93.0);
  }

  @Test
  void reads_the_scanned_pages_of_a_mixed_document_and_trusts_the_others() throws IOException {
    byte[] mixed =
        joined(new DrawnPdf().lines(60, 100, "Typed words of page one.").bytes(), scanned());
    Document note = recognised(mixed);
    assertThat(note.coverage()).extracting(Coverage::recognised).containsExactly(false, true);
    assertThat(note.text()).contains("Typed words of page one.").contains("The starting dose");
    assertThat(note.recognised(spanOf(note, "Typed"))).isFalse();
    assertThat(note.recognised(spanOf(note, "starting"))).isTrue();
  }

  @Test
  void gives_the_same_twice() throws IOException {
    byte[] scan = scanned();
    assertThat(recognised(scan).text()).isEqualTo(recognised(scan).text());
  }

  @Test
  void names_the_cure_where_the_program_is_not_installed() throws IOException {
    Rejection rejection = (Rejection) read(scanned(), ABSENT);
    assertThat(rejection.error()).isEqualTo("The PDF has no text.");
    assertThat(rejection.cause())
        .isEqualTo("its 1 pages are pictures, and the program no-such-program-here is not there");
    assertThat(rejection.cure()).contains("apt-get install tesseract-ocr");
  }

  @Test
  void warns_of_the_page_that_was_not_read() throws IOException {
    byte[] mixed =
        joined(new DrawnPdf().lines(60, 100, "Typed words of page one.").bytes(), scanned());
    Document note = (Document) read(mixed, ABSENT);
    assertThat(note.warnings())
        .singleElement()
        .asString()
        .startsWith("Page 2 is a picture and was not read: the program no-such-program-here")
        .contains("apt-get install tesseract-ocr");
  }

  @Test
  void says_that_recognition_is_switched_off() throws IOException {
    Rejection rejection = (Rejection) read(scanned(), Recognition.OFF);
    assertThat(rejection.cure()).contains("touchstone.recognition.enabled");
  }

  private static DrawnPdf tabled() {
    return new DrawnPdf()
        .lines(
            60,
            100,
            "The starting dose was 350 mg/m\u00B2 on day 1 of every cycle of three weeks.",
            "It was raised in cohorts of three patients until two of six had a toxicity.")
        .grid(List.of(60.0, 200.0, 340.0), List.of(150.0, 175.0, 200.0, 225.0))
        .text(66, 166, DrawnPdf.BOLD, 10, "Grade")
        .text(206, 166, DrawnPdf.BOLD, 10, "Patients")
        .text(66, 191, "III")
        .text(206, 191, "12 (9.5%)")
        .text(66, 216, "IV")
        .text(206, 216, "3 (2.4%)");
  }

  private static byte[] scanned() throws IOException {
    return scan(tabled().bytes(), 0);
  }

  private static Span spanOf(Document note, String words) {
    int at = note.text().indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Document recognised(byte[] bytes) {
    assumeTrue(Recognition.DEFAULTS.available(), "skipped: Tesseract is not installed");
    return (Document) read(bytes, Recognition.DEFAULTS);
  }

  private static ReadResult read(byte[] bytes, Recognition recognition) {
    return new DocumentReader(ReadLimits.DEFAULTS, StructureRules.defaults(), recognition)
        .read("note.pdf", bytes);
  }

  /** The pages as pictures, laid askew by some degrees. */
  private static byte[] scan(byte[] pdf, double degrees) throws IOException {
    try (PDDocument from = Loader.loadPDF(pdf);
        PDDocument to = new PDDocument()) {
      for (int i = 0; i < from.getNumberOfPages(); i++) {
        BufferedImage drawn = new PDFRenderer(from).renderImageWithDPI(i, 200, ImageType.GRAY);
        PDRectangle size = from.getPage(i).getMediaBox();
        PDPage page = new PDPage(size);
        to.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(to, page)) {
          double angle = Math.toRadians(degrees);
          content.transform(
              Matrix.getRotateInstance(angle, (float) (size.getHeight() / 2 * Math.sin(angle)), 0));
          content.drawImage(
              LosslessFactory.createFromImage(to, drawn), 0, 0, size.getWidth(), size.getHeight());
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      to.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] joined(byte[] first, byte[] second) throws IOException {
    try (PDDocument one = Loader.loadPDF(first);
        PDDocument other = Loader.loadPDF(second)) {
      for (PDPage page : other.getPages()) {
        one.importPage(page);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      one.save(bytes);
      return bytes.toByteArray();
    }
  }
}
