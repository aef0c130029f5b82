package dev.touchstone.ingest;

import static dev.touchstone.ingest.DrawnPdf.BOLD;
import static dev.touchstone.ingest.DrawnPdf.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.Place;
import dev.touchstone.document.Span;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;

/** From glyphs to words, and where they belong on the page. */
class PdfWordsTest {

  private static final String PROSE = "Words of the text that stand below one another on the page";

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

  /** Lines below one another. */
  private static String lines(String... lines) {
    return read(new DrawnPdf().lines(60, 100, lines)).text();
  }

  @Test
  void dashes_and_slashes_that_touch_a_word_join_lines_without_a_blank() {
    assertThat(
            lines(
                "All of the patients who took part in the study were between 18\u2013",
                "65 years."))
        .contains("18\u201365 years");
    assertThat(
            lines(
                "Each of the patients in the first group received a dose of 5 mg/", "day at home."))
        .contains("5 mg/day");
  }

  @Test
  void a_hyphen_before_a_capital_or_a_figure_stays_without_a_blank() {
    assertThat(lines("Half of the women in the study were allocated to receive Maca-", "GO daily."))
        .contains("Maca-GO daily");
  }

  @Test
  void a_hyphen_that_hangs_before_a_conjunction_keeps_its_blank() {
    assertThat(
            lines("The results were the same in all patients of the high-", "and low-dose groups."))
        .contains("high- and low-dose");
  }

  @Test
  void a_document_that_never_parts_words_keeps_its_hyphens() {
    DrawnPdf pdf = new DrawnPdf();
    for (int i = 0; i < 40; i++) {
      pdf.text(60, 90 + 14 * i, "Words of a text that stand below one another");
    }
    String text =
        read(pdf.lines(
                60,
                650,
                "Doses were given to all patients in the stand-",
                "alone clinic of the town."))
            .text();
    assertThat(text).contains("stand-alone clinic");
  }

  @Test
  void a_raised_figure_behind_a_blank_cites() {
    String before = "Bleaching is a common procedure ";
    double end = 60 + DrawnPdf.width(before, 10);
    Document document =
        read(
            new DrawnPdf()
                .text(60, 100, before)
                .text(end + 2, 96, PLAIN, 6, "12")
                .text(end + 9, 100, ". It is done at home."));
    assertThat(document.text()).contains("procedure [12]. It is");
  }

  @Test
  void glyphs_printed_twice_one_by_one_count_once() {
    DrawnPdf pdf = new DrawnPdf();
    double x = 60;
    for (char letter : "Results".toCharArray()) {
      pdf.text(x, 100, String.valueOf(letter)).text(x + 0.4, 100, String.valueOf(letter));
      x += DrawnPdf.width(String.valueOf(letter), 10);
    }
    Document document = read(pdf.lines(60, 130, PROSE));
    assertThat(document.text()).startsWith("Results");
    assertThat(dropped(document, "duplicate")).isEqualTo("Results".length());
  }

  @Test
  void spaced_letters_make_words() {
    DrawnPdf pdf = new DrawnPdf();
    double x = 60;
    for (char letter : "MAIN RESULTS".toCharArray()) {
      if (letter != ' ') {
        pdf.text(x, 100, PLAIN, 10, String.valueOf(letter));
      }
      x += letter == ' ' ? 8 : DrawnPdf.width(String.valueOf(letter), 10) + 3;
    }
    assertThat(read(pdf.lines(60, 130, PROSE)).text()).startsWith("MAIN RESULTS");
  }

  @Test
  void an_accent_printed_over_its_letter_makes_one_character() {
    double m = 60 + DrawnPdf.width("Verm", 10);
    double shift = (DrawnPdf.width("o", 10) - DrawnPdf.width("\u00A8", 10)) / 2;
    Document document =
        read(
            new DrawnPdf()
                .text(60, 100, "Verm")
                .text(m + shift, 100, "\u00A8")
                .text(m, 100, "ogen und mehr"));
    assertThat(document.text()).startsWith("Verm\u00F6gen und mehr");
  }

  @Test
  void greek_of_the_symbol_font_is_greek() {
    PDFont symbol = new PDType1Font(FontName.SYMBOL);
    double end = 60 + DrawnPdf.width("TNF-", 10);
    Document document =
        read(
            new DrawnPdf()
                .text(60, 100, "TNF-")
                .text(end, 100, symbol, 10, "\u03B1")
                .text(end + 10, 100, "was raised in all of the patients."));
    assertThat(document.text()).startsWith("TNF-\u03B1 was raised");
  }

  @Test
  void white_words_are_text_on_a_dark_ground_only() {
    double height = PDRectangle.A4.getHeight();
    Document document =
        read(
            new DrawnPdf()
                .lines(60, 300, PROSE)
                .draw(
                    page -> {
                      page.setNonStrokingColor(Color.BLUE);
                      page.addRect(50, (float) height - 110, 200, 20);
                      page.fill();
                      page.setNonStrokingColor(Color.WHITE);
                      for (float y : List.of(104f, 204f)) {
                        page.beginText();
                        page.setFont(PLAIN, 10);
                        page.newLineAtOffset(60, (float) height - y);
                        page.showText(y < 200 ? "on blue" : "on paper");
                        page.endText();
                      }
                    }));
    assertThat(document.text()).contains("on blue").doesNotContain("on paper");
    assertThat(dropped(document, "invisible")).isEqualTo("onpaper".length());
  }

  @Test
  void words_beyond_a_clip_are_not_seen() {
    double height = PDRectangle.A4.getHeight();
    Document document =
        read(
            new DrawnPdf()
                .lines(60, 100, PROSE)
                .draw(
                    page -> {
                      page.addRect(50, (float) height - 300, 200, 50);
                      page.clip();
                      page.beginText();
                      page.setFont(PLAIN, 10);
                      page.newLineAtOffset(60, (float) height - 280);
                      page.showText("inside");
                      page.newLineAtOffset(0, -100);
                      page.showText("outside");
                      page.endText();
                    }));
    assertThat(document.text()).contains("inside").doesNotContain("outside");
  }

  @Test
  void recognised_words_under_a_scanned_page_are_its_text() {
    Document document =
        read(
            new DrawnPdf()
                .scan()
                .text(60, 100, PLAIN, 10, "recognised words", RenderingMode.NEITHER));
    assertThat(document.text()).contains("recognised words");
  }

  @Test
  void turned_lines_stand_behind_their_page_with_their_place() {
    Document document =
        read(
            new DrawnPdf()
                .lines(60, 100, PROSE, PROSE)
                .turned(40, 500, 270, 10, "Number of patients"));
    assertThat(document.text()).endsWith("Number of patients");
    int start = document.text().indexOf("Number");
    Place place = document.locate(new Span(start, start + 6));
    assertThat(place.boxes().get(0).height()).isGreaterThan(place.boxes().get(0).width());
    assertThat(place.boxes().get(0).x()).isBetween(30.0, 40.0);
  }

  @Test
  void turned_heads_go_into_their_columns() {
    Document document =
        read(
            new DrawnPdf()
                .grid(List.of(60.0, 180.0, 300.0, 420.0), List.of(60.0, 120.0, 140.0, 160.0))
                .turned(240, 115, 270, 10, "Drug arm")
                .turned(360, 115, 270, 10, "Placebo")
                .text(66, 110, BOLD, 10, "Response")
                .cells(60, 120, "CR|4|1", "PR|12|8"));
    assertThat(Outline.tables(document)).contains("Drug arm").contains("Placebo");
    assertThat(Outline.tables(document).lines().findFirst().orElse(""))
        .containsSubsequence("Response", "Drug arm", "Placebo");
  }

  @Test
  void a_watermark_across_the_pages_is_no_text() {
    DrawnPdf pdf = new DrawnPdf();
    for (int page = 1; page <= 2; page++) {
      pdf.turned(150, 600, 315, 60, "DRAFT").lines(60, 100 + page, PROSE, PROSE + page);
      if (page < 2) {
        pdf.page();
      }
    }
    Document document = read(pdf);
    assertThat(document.text()).doesNotContain("DRAFT").doesNotContain("RAF");
    assertThat(dropped(document, "watermark")).isEqualTo(2 * "DRAFT".length());
  }

  @Test
  void heads_that_alternate_between_left_and_right_pages_are_no_text() {
    DrawnPdf pdf = new DrawnPdf();
    for (int page = 1; page <= 4; page++) {
      pdf.text(60, 40, PLAIN, 8, page % 2 == 0 ? "A. Author et al." : "A journal of drugs")
          .lines(60, 100 + 3 * page, PROSE + " " + "abcd".charAt(page - 1));
      if (page < 4) {
        pdf.page();
      }
    }
    assertThat(read(pdf).text()).doesNotContain("Author").doesNotContain("journal");
  }

  @Test
  void a_page_with_few_words_is_read_in_the_columns_of_the_others() {
    DrawnPdf pdf = new DrawnPdf();
    for (int i = 0; i < 20; i++) {
      pdf.text(60, 100 + i * 14, "left column of running text, line " + (char) ('a' + i));
      pdf.text(310, 100 + i * 14, "right column of running text, line " + (char) ('a' + i));
    }
    pdf.page()
        .text(60, 90, "across both of the columns of the page stands this line of the text here");
    for (int i = 0; i < 6; i++) {
      pdf.text(60, 120 + i * 14, "left of running text again, line " + (char) ('A' + i));
      pdf.text(310, 127 + i * 17, "MP" + (char) ('A' + i));
    }
    String text = read(pdf).text();
    assertThat(text.indexOf("across both")).isLessThan(text.indexOf("line A"));
    assertThat(text.indexOf("line F")).isLessThan(text.indexOf("MPA"));
  }

  @Test
  void names_below_the_title_are_no_heading() {
    Document document =
        read(
            new DrawnPdf()
                .text(60, 90, BOLD, 18, "A drug in patients with a disease")
                .text(60, 115, PLAIN, 12.5, "Anna B. Smith, Carl Jones, Eva Adams")
                .text(60, 150, BOLD, 14, "Methods")
                .lines(60, 172, PROSE)
                .text(60, 200, BOLD, 14, "Results")
                .lines(60, 222, PROSE));
    assertThat(document.sections())
        .extracting(section -> section.title())
        .containsExactly("A drug in patients with a disease", "Methods", "Results");
  }

  @Test
  void a_name_of_a_section_in_bold_opens_one_at_the_head_of_a_paragraph() {
    DrawnPdf pdf = new DrawnPdf().text(60, 90, BOLD, 14, "Abstract");
    String[] names = {"Background", "Methods", "Conclusions"};
    for (int i = 0; i < names.length; i++) {
      pdf.text(60, 120 + 40 * i, BOLD, 10, names[i])
          .text(130, 120 + 40 * i, "This is what the study says of it.");
    }
    assertThat(read(pdf).sections())
        .extracting(section -> section.title())
        .contains("Abstract", "Background", "Methods", "Conclusions");
  }

  @Test
  void standard_fonts_with_an_encoding_of_their_own_keep_their_widths() throws IOException {
    COSDictionary encoding = new COSDictionary();
    COSArray differences = new COSArray();
    differences.add(COSInteger.get(200));
    differences.add(COSName.getPDFName("Aacute"));
    encoding.setItem(COSName.DIFFERENCES, differences);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE1);
    font.setName(COSName.BASE_FONT, "Times-Roman");
    font.setItem(COSName.ENCODING, encoding);
    PDResources resources = new PDResources();
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName("F1"), font);
    resources.getCOSObject().setItem(COSName.FONT, fonts);
    StandardWidths.complete(resources);
    PDFont completed = resources.getFont(COSName.getPDFName("F1"));
    assertThat(completed.getWidth('A')).isEqualTo(722);
    assertThat(completed.getWidth(200)).isEqualTo(722);
    assertThat(completed.getWidth('i')).isEqualTo(278);
  }
}
