package dev.touchstone.ingest;

import static dev.touchstone.ingest.DrawnPdf.BOLD;
import static dev.touchstone.ingest.DrawnPdf.ITALIC;
import static dev.touchstone.ingest.DrawnPdf.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.Place;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

  private static final List<Double> THREE_COLUMNS = List.of(60.0, 180.0, 300.0, 420.0);

  /** Every glyph of every page stands in the text or is dropped for a reason. */
  private static Document read(DrawnPdf pdf) {
    Document document = Outline.read("note.pdf", pdf.bytes());
    Outline.check(document);
    for (Coverage page : document.coverage()) {
      int dropped = page.dropped().values().stream().mapToInt(Integer::intValue).sum();
      assertThat(page.placed() + dropped).as("page %s", page.page()).isEqualTo(page.glyphs());
    }
    return document;
  }

  private static int dropped(Document document, String reason) {
    return document.coverage().stream()
        .mapToInt(page -> page.dropped().getOrDefault(reason, 0))
        .sum();
  }

  @Test
  void lines_of_a_paragraph_are_joined_and_paragraphs_parted_by_space() {
    Document document =
        read(
            new DrawnPdf()
                .lines(
                    60,
                    100,
                    "Patients received the drug once a day for as long as they benefited from it",
                    "and were followed for two years after that.")
                .lines(
                    60,
                    150,
                    "The primary endpoint was overall survival, assessed by a blinded committee in",
                    "all randomised patients."));
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            """
            Patients received the drug once a day for as long as they benefited from it and were followed for two years after that.
            The primary endpoint was overall survival, assessed by a blinded committee in all randomised patients.
            """);
  }

  @Test
  void headings_are_told_by_their_type_and_levels_by_size() {
    Document document =
        read(
            new DrawnPdf()
                .text(60, 90, BOLD, 20, "A note on a drug")
                .text(60, 130, BOLD, 14, "Methods")
                .lines(60, 152, "All patients gave their consent before they entered the study.")
                .text(60, 180, BOLD, 11.5, "Dosing")
                .lines(60, 200, "The dose was the same in each of the three cycles of treatment.")
                .text(60, 230, BOLD, 14, "Conclusion")
                .lines(60, 252, "The drug was tolerated well by the patients who received it."));
    assertThat(document.sections())
        .extracting(section -> section.level() + " " + section.title())
        .containsExactly("1 A note on a drug", "2 Methods", "3 Dosing", "2 Conclusion");
  }

  @Test
  void a_ruled_table_is_read_cell_by_cell() {
    Document document =
        read(
            new DrawnPdf()
                .bold(60, 90, "Table 1: Response by arm")
                .grid(THREE_COLUMNS, List.of(100.0, 120.0, 140.0, 160.0))
                .cells(60, 100, "Response|Drug (n=40)|Placebo (n=41)", "CR|4|1", "PR|12|-"));
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            Table 1: Response by arm
            [Response] | [Drug (n=40)] | [Placebo (n=41)]
            [CR] | 4 | 1
            [PR] | 12 | -
            """);
  }

  @Test
  void a_row_without_inner_rules_spans_the_table() {
    DrawnPdf pdf = new DrawnPdf();
    for (double y : List.of(100.0, 120.0, 140.0, 160.0)) {
      pdf.rule(60, y, 420, y);
    }
    for (double x : THREE_COLUMNS) {
      boolean outer = x == 60 || x == 420;
      pdf.rule(x, 100, x, outer ? 160 : 120).rule(x, 140, x, 160);
    }
    Document document =
        read(pdf.cells(60, 100, "Event|Grade 3|Grade 4", "Haematological", "Anaemia|5%|0%"));
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Event] | [Grade 3] | [Grade 4]
            [Haematological] ×1,3
            [Anaemia] | 5% | 0%
            """);
  }

  @Test
  void a_table_over_two_pages_is_one_without_its_repeated_header() {
    String header = "Response|Drug|Placebo";
    Document document =
        read(
            new DrawnPdf()
                .lines(60, 700, "The table begins at the end of this page and goes on after it.")
                .grid(THREE_COLUMNS, List.of(740.0, 760.0, 780.0))
                .cells(60, 740, header, "CR|4|1")
                .page()
                .grid(THREE_COLUMNS, List.of(60.0, 80.0, 100.0, 120.0))
                .cells(60, 60, header, "PR|12|8", "SD|9|10"));
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Response] | [Drug] | [Placebo]
            [CR] | 4 | 1
            [PR] | 12 | 8
            [SD] | 9 | 10
            """);
    assertThat(dropped(document, "repeated-header")).isEqualTo("ResponseDrugPlacebo".length());
    assertThat(document.locate(document.tables().get(0).cells().get(6).span()).page()).isEqualTo(2);
  }

  @Test
  void rules_across_alone_make_a_table() {
    Document document =
        read(
            new DrawnPdf()
                .rule(60, 100, 420, 100)
                .rule(60, 120, 420, 120)
                .rule(60, 180, 420, 180)
                .cells(60, 100, "Response|Drug|Placebo", "CR|4|1", "PR|12|8", "SD|9|10")
                .text(60, 200, PLAIN, 8, "* one patient was not assessed"));
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Response] | [Drug] | [Placebo]
            [CR] | 4 | 1
            [PR] | 12 | 8
            [SD] | 9 | 10
            * one patient was not assessed
            """);
  }

  @Test
  void words_in_columns_make_a_table_without_any_rule() {
    Document document =
        read(
            new DrawnPdf()
                .bold(60, 90, "Table 2: Response by arm")
                .cells(60, 96, "Response|Drug|Placebo", "CR|4|1", "PR|12|8", "SD|9|10"));
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            Table 2: Response by arm
            [Response] | [Drug] | [Placebo]
            [CR] | 4 | 1
            [PR] | 12 | 8
            [SD] | 9 | 10
            """);
  }

  @Test
  void a_box_around_prose_is_no_table() {
    Document document =
        read(
            new DrawnPdf()
                .grid(List.of(55.0, 500.0), List.of(90.0, 140.0))
                .lines(60, 110, "Keep the vials at room temperature and", "away from light."));
    assertThat(document.tables()).isEmpty();
    assertThat(document.text()).contains("Keep the vials at room temperature");
  }

  @Test
  void running_heads_and_page_numbers_stay_out_of_the_text() {
    DrawnPdf pdf = new DrawnPdf();
    for (int page = 1; page <= 3; page++) {
      pdf.text(60, 40, PLAIN, 8, "A note on a drug")
          .lines(60, 100 + 3 * page, "Words of page number " + "one two three".split(" ")[page - 1])
          .text(280, 810, PLAIN, 8, page + " / 3");
      if (page < 3) {
        pdf.page();
      }
    }
    Document document = read(pdf);
    assertThat(document.text()).doesNotContain("A note on a drug").doesNotContain("/ 3");
    assertThat(dropped(document, "running-head")).isEqualTo(3 * "Anoteonadrug".length());
    assertThat(dropped(document, "page-number")).isEqualTo(3 * "1/3".length());
  }

  @Test
  void the_same_words_at_the_top_of_two_pages_of_many_are_text() {
    DrawnPdf pdf = new DrawnPdf();
    for (int page = 1; page <= 5; page++) {
      pdf.text(
              60,
              78,
              ITALIC,
              10,
              page == 2 || page == 4 ? "1. Patients:" : "Part " + "abcde".charAt(page - 1))
          .lines(60, 96, "What follows differs from page to page: " + "vwxyz".charAt(page - 1));
      if (page < 5) {
        pdf.page();
      }
    }
    assertThat(dropped(read(pdf), "running-head")).isZero();
  }

  @Test
  void a_paragraph_that_a_page_ends_goes_on_on_the_next() {
    Document document =
        read(
            new DrawnPdf()
                .lines(
                    60,
                    740,
                    "The dose was raised in steps of fifty milligrams until two of the patients",
                    "in a group of six had a toxicity that was held to be limiting, and the level")
                .page()
                .lines(60, 60, "below that was taken for the maximum tolerated dose."));
    assertThat(Outline.paragraphs(document)).contains("and the level below that was taken");
  }

  @Test
  void superscripts_stay_with_their_words() {
    String before = "Patients received 350 mg/m";
    double unitEnd = 60 + DrawnPdf.width(before, 10);
    double powerEnd = unitEnd + DrawnPdf.width("2", 6);
    Document document =
        read(
            new DrawnPdf()
                .text(60, 100, before)
                .text(unitEnd, 96, PLAIN, 6, "2")
                .text(powerEnd, 100, " every three weeks as an infusion."));
    assertThat(document.text()).contains("350 mg/m² every three weeks");
  }

  @Test
  void a_hyphen_at_the_end_of_a_line_goes_only_where_the_word_has_none() {
    Document document =
        read(
            new DrawnPdf()
                .lines(
                    60,
                    100,
                    "The administration was stopped. Each patient was asked about the adminis-",
                    "tration of the drug, and about each and every symptom in the whole post-",
                    "treatment period of the study."));
    assertThat(document.text()).contains("administration of the drug").contains("post-treatment");
    assertThat(dropped(document, "line-end-hyphen")).isEqualTo(1);
  }

  @Test
  void list_items_know_their_marks() {
    Document document =
        read(
            new DrawnPdf()
                .lines(
                    60,
                    100,
                    "Patients had to meet all of these criteria before they were enrolled:")
                .lines(60, 114, "1.", "2.")
                .lines(
                    75,
                    114,
                    "Histology confirmed by a central laboratory",
                    "Adequate organ function"));
    assertThat(Outline.paragraphs(document))
        .contains("list item: 1. Histology confirmed by a central laboratory")
        .contains("list item: 2. Adequate organ function");
  }

  @Test
  void two_columns_are_read_one_after_the_other() {
    DrawnPdf pdf = new DrawnPdf();
    for (int i = 0; i < 14; i++) {
      pdf.text(60, 100 + i * 14, "left column of running text, line " + (char) ('a' + i));
      pdf.text(310, 100 + i * 14, "right column of running text, line " + (char) ('a' + i));
    }
    String text = read(pdf).text();
    assertThat(text.indexOf("line n")).isLessThan(text.indexOf("right column"));
  }

  @Test
  void words_printed_twice_count_once_and_hidden_words_not_at_all() {
    Document document =
        read(
            new DrawnPdf()
                .text(60, 100, "Overprinted")
                .text(60.3, 100, "Overprinted")
                .text(60, 130, PLAIN, 10, "hidden", RenderingMode.NEITHER));
    assertThat(document.text().strip()).isEqualTo("Overprinted");
    assertThat(dropped(document, "duplicate")).isEqualTo("Overprinted".length());
    assertThat(dropped(document, "invisible")).isEqualTo("hidden".length());
  }

  @Test
  void every_word_has_its_page_and_box() {
    Document document =
        read(new DrawnPdf().lines(60, 100, "First page.").page().lines(60, 200, "Second here."));
    int start = document.text().indexOf("here");
    Place place = document.locate(new Span(start, start + 4));
    assertThat(place.page()).isEqualTo(2);
    assertThat(place.boxes()).hasSize(1);
    assertThat(place.boxes().get(0).x()).isBetween(95.0, 105.0);
    assertThat(place.boxes().get(0).y()).isBetween(190.0, 195.0);
  }

  @Test
  void a_password_a_scan_and_a_damaged_file_are_told_apart() {
    byte[] locked = new DrawnPdf().text(60, 100, "secret").encrypted("key");
    byte[] blank = new DrawnPdf().rule(60, 100, 200, 100).bytes();
    byte[] junk = "%PDF-1.7\nnothing of the kind".getBytes(StandardCharsets.US_ASCII);
    assertThat(error(locked)).isEqualTo("The document is encrypted.");
    assertThat(error(blank)).isEqualTo("The PDF has no text.");
    assertThat(error(junk)).contains("damaged");
  }

  @Test
  void a_half_of_a_file_ends_in_a_rejection_or_in_what_can_be_read() {
    byte[] whole = new DrawnPdf().lines(60, 100, "Words enough for a page.").bytes();
    assertThat(
            new DocumentReader(ReadLimits.DEFAULTS)
                .read("note.pdf", Arrays.copyOf(whole, whole.length * 6 / 10)))
        .isNotNull();
  }

  private static String error(byte[] bytes) {
    Rejection rejection = Outline.rejection("note.pdf", bytes);
    assertThat(rejection.cure()).isNotBlank();
    return rejection.error();
  }
}
