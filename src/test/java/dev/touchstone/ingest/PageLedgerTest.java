package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;

/**
 * Nothing that is printed is lost without a reason, and nothing is in the text that is not printed.
 */
class PageLedgerTest {

  @Test
  void every_character_of_a_page_is_placed_or_left_out_for_a_reason() throws IOException {
    byte[] pdf =
        new DrawnPdf()
            .lines(60, 100, "The dose was raised in co-", "horts of three patients.")
            .text(60, 150, DrawnPdf.PLAIN, 10, "hidden words", RenderingMode.NEITHER)
            .bold(60, 180, "Overprinted")
            .bold(60.2, 180, "Overprinted")
            .text(300, 700, DrawnPdf.PLAIN, 60, "DRAFT")
            .bytes();
    assertThat(PageLedger.faults(read(pdf), pdf)).isEmpty();
  }

  @Test
  void a_table_and_a_turned_line_are_counted_once() throws IOException {
    byte[] pdf =
        new DrawnPdf()
            .lines(60, 100, "Table 1: Patients by grade")
            .grid(List.of(60.0, 200.0, 340.0), List.of(150.0, 175.0, 200.0, 225.0))
            .text(66, 166, DrawnPdf.BOLD, 10, "Grade")
            .text(206, 166, DrawnPdf.BOLD, 10, "Patients")
            .text(66, 191, "3")
            .text(206, 191, "12 (9.5%)")
            .text(66, 216, "4")
            .text(206, 216, "3 (2.4%)")
            .turned(20, 500, 270, 10, "Taken from the archive")
            .bytes();
    Document note = read(pdf);
    assertThat(note.tables()).hasSize(1);
    assertThat(PageLedger.faults(note, pdf)).isEmpty();
  }

  @Test
  void the_sample_note_adds_up() throws IOException {
    byte[] pdf = Files.readAllBytes(Path.of("input/ramucirumab-gastric.pdf"));
    assertThat(PageLedger.faults(read(pdf), pdf)).isEmpty();
  }

  @Test
  void names_what_is_not_printed() throws IOException {
    byte[] printed = new DrawnPdf().lines(60, 100, "Twelve patients were treated.").bytes();
    byte[] other = new DrawnPdf().lines(60, 100, "Twelve patients were treated 7.").bytes();
    assertThat(PageLedger.faults(read(other), printed)).containsExactly("1 7 more than printed");
  }

  private static Document read(byte[] pdf) {
    return (Document) new DocumentReader(ReadLimits.DEFAULTS).read("note.pdf", pdf);
  }
}
