package dev.touchstone.ingest;

import static dev.touchstone.ingest.DrawnPdf.BOLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

/** What the author says of a document counts where it agrees with what is printed. */
class TaggedPdfTest {

  private static final String[] CONSENT = {
    "All patients gave their consent in writing before they entered the study at one of our",
    "nine centres."
  };
  private static final String[] DOSE = {
    "The dose was the same in each of the three cycles of treatment, and was given to all",
    "patients in the morning."
  };
  private static final String[] RESULT = {
    "The drug was tolerated well by most of the patients who received it for longer than a",
    "year, and by all others."
  };

  private static Document read(TaggedPdf pdf) {
    return read(pdf.bytes());
  }

  private static Document read(byte[] pdf) {
    Document document = Outline.read("note.pdf", pdf);
    Outline.check(document);
    for (Coverage page : document.coverage()) {
      int dropped = page.dropped().values().stream().mapToInt(Integer::intValue).sum();
      assertThat(page.placed() + dropped).as("page %s", page.page()).isEqualTo(page.glyphs());
    }
    return document;
  }

  private static List<String> titles(Document document) {
    return document.sections().stream()
        .map(section -> section.level() + " " + section.title())
        .toList();
  }

  /** Below the title, three headings in the type of the text and right on top of it. */
  private static TaggedPdf alike(String chapter, String part, String text) {
    return new TaggedPdf()
        .tagged(text, TaggedPdfTest::title)
        .lines(chapter, 114, "How it was done")
        .lines(text, 128, CONSENT)
        .lines(part, 156, "What was given")
        .lines(text, 170, DOSE)
        .lines(chapter, 198, "What came of it")
        .lines(text, 212, RESULT);
  }

  private static final String[] HEADED = {
    "1 A note on a drug", "2 How it was done", "3 What was given", "2 What came of it"
  };

  private static void title(DrawnPdf drawn) {
    drawn.text(60, 80, BOLD, 20, "A note on a drug");
  }

  /** As far as their type shows, there is nothing but the title and text. */
  private static void readAsPrinted(Document document) {
    assertThat(titles(document)).containsExactly("1 A note on a drug");
    assertThat(document.text()).contains(String.join(" ", DOSE));
  }

  @Test
  void headings_that_look_like_the_text_are_told_by_their_tags() {
    Document document = read(alike("H1", "H2", "P"));
    assertThat(titles(document)).containsExactly(HEADED);
    assertThat(Outline.paragraphs(document)).startsWith(String.join(" ", CONSENT) + "\n");
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void a_tagged_heading_is_no_part_of_the_lines_around_it() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("P", TaggedPdfTest::title)
            .lines("P", 114, CONSENT[0])
            .lines("H1", 128, DOSE[0], "who came back")
            .lines("P", 156, DOSE)
            .lines("P", 184, RESULT);
    Document document = read(pdf);
    assertThat(titles(document))
        .containsExactly("1 A note on a drug", "2 " + DOSE[0] + " who came back");
    assertThat(Outline.paragraphs(document)).startsWith(CONSENT[0] + "\n");
  }

  @Test
  void tags_of_the_authors_own_are_followed_to_those_that_are_known() {
    TaggedPdf pdf =
        alike("Chapter", "Part of it", "Body")
            .roles(Map.of("Chapter", "Big", "Big", "H1", "Part of it", "H2", "Body", "P"));
    assertThat(titles(read(pdf))).containsExactly(HEADED);
  }

  @Test
  void roles_that_lead_back_to_themselves_are_no_headings() {
    TaggedPdf pdf = alike("One", "Other", "P").roles(Map.of("One", "Other", "Other", "One"));
    readAsPrinted(read(pdf));
  }

  @Test
  void a_heading_without_a_number_is_as_deep_as_its_section() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("Title", TaggedPdfTest::title)
            .begin("Sect")
            .lines("H", 114, "How it was done")
            .lines("P", 128, CONSENT)
            .begin("Sect")
            .lines("H", 156, "What was given")
            .lines("P", 170, DOSE)
            .end()
            .end();
    assertThat(titles(read(pdf)))
        .containsExactly("1 A note on a drug", "2 How it was done", "3 What was given");
  }

  @Test
  void levels_come_from_the_tags_and_not_from_the_size() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("H1", TaggedPdfTest::title)
            .tagged("H2", drawn -> drawn.text(60, 110, BOLD, 12, "Methods"))
            .lines("P", 126, CONSENT)
            .tagged("H3", drawn -> drawn.text(60, 170, BOLD, 14, "Dosing"))
            .lines("P", 188, DOSE)
            .tagged("H2", drawn -> drawn.text(60, 230, BOLD, 12, "Results"))
            .lines("P", 246, RESULT);
    assertThat(titles(read(pdf)))
        .containsExactly("1 A note on a drug", "2 Methods", "3 Dosing", "2 Results");
  }

  @Test
  void a_title_stands_above_chapters_that_are_tagged_alike() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("H1", TaggedPdfTest::title)
            .tagged("H1", drawn -> drawn.text(60, 110, BOLD, 12, "Methods"))
            .lines("P", 126, CONSENT)
            .lines("P", 170, DOSE)
            .tagged("H1", drawn -> drawn.text(60, 230, BOLD, 12, "Results"))
            .lines("P", 246, RESULT);
    assertThat(titles(read(pdf))).containsExactly("1 A note on a drug", "2 Methods", "2 Results");
  }

  @Test
  void headings_that_only_their_type_shows_stay_below_those_that_are_tagged() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("P", TaggedPdfTest::title)
            .tagged("H1", drawn -> drawn.text(60, 110, BOLD, 14, "Methods"))
            .lines("P", 126, CONSENT)
            .tagged("P", drawn -> drawn.text(60, 170, BOLD, 10, "Dosing"))
            .lines("P", 188, DOSE)
            .tagged("H1", drawn -> drawn.text(60, 230, BOLD, 14, "Results"))
            .lines("P", 246, RESULT);
    assertThat(titles(read(pdf)))
        .containsExactly("1 A note on a drug", "2 Methods", "3 Dosing", "2 Results");
  }

  @Test
  void text_that_is_tagged_as_headings_stays_text() {
    Document document = read(alike("H1", "H1", "H1"));
    readAsPrinted(document);
    assertThat(document.warnings())
        .singleElement()
        .asString()
        .contains("structure tree", "does not agree", "100 % of the text are tagged as headings");
  }

  @Test
  void long_headings_speak_against_the_tags() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("P", TaggedPdfTest::title)
            .lines("P", 110, CONSENT)
            .lines("H1", 142, "Every one of them came back after a year.")
            .lines("P", 170, DOSE)
            .lines("P", 212, RESULT);
    Document document = read(pdf);
    readAsPrinted(document);
    assertThat(document.warnings())
        .singleElement()
        .asString()
        .contains("1 of 1 parts tagged as headings are long or end like a sentence");
  }

  @Test
  void tags_in_another_order_than_the_text_are_not_used() {
    Document document = read(alike("H1", "H2", "P").reversed());
    readAsPrinted(document);
    assertThat(document.warnings())
        .singleElement()
        .asString()
        .contains("only 0 % of its parts follow one another as they are read");
  }

  @Test
  void tags_of_a_small_part_of_the_text_are_not_used() {
    TaggedPdf pdf =
        new TaggedPdf()
            .tagged("P", TaggedPdfTest::title)
            .lines("H1", 114, "How it was done")
            .lines("P", 128, CONSENT)
            .untagged(drawn -> drawn.lines(60, 170, DOSE).lines(60, 212, RESULT));
    Document document = read(pdf);
    readAsPrinted(document);
    assertThat(document.warnings()).singleElement().asString().contains("it covers 3");
  }

  @Test
  void tags_that_are_not_used_change_nothing() {
    TaggedPdf lying = alike("H1", "H2", "P").reversed();
    lying.artifact(drawn -> drawn.text(60, 30, "Printed on request"));
    DrawnPdf plain =
        new DrawnPdf()
            .text(60, 80, BOLD, 20, "A note on a drug")
            .lines(60, 114, "How it was done")
            .lines(60, 128, CONSENT)
            .lines(60, 156, "What was given")
            .lines(60, 170, DOSE)
            .lines(60, 198, "What came of it")
            .lines(60, 212, RESULT)
            .text(60, 30, "Printed on request");
    Document without = read(plain.bytes());
    Document with = read(lying);
    assertThat(with.text()).isEqualTo(without.text());
    assertThat(with.blocks()).usingRecursiveComparison().isEqualTo(without.blocks());
    assertThat(with.coverage()).isEqualTo(without.coverage());
    assertThat(without.warnings()).isEmpty();
  }

  @Test
  void artifacts_in_the_margins_are_left_out_though_they_do_not_come_back() {
    TaggedPdf pdf =
        alike("H1", "H2", "P")
            .artifact(drawn -> drawn.text(60, 40, "Printed for the committee"))
            .artifact(drawn -> drawn.text(300, 810, "17"));
    Document document = read(pdf);
    assertThat(document.text()).doesNotContain("committee", "17");
    assertThat(document.coverage().get(0).dropped())
        .containsEntry("running-head", "Printedforthecommittee".length())
        .containsEntry("page-number", 2);
  }

  @Test
  void text_between_paragraphs_is_kept_whatever_it_is_tagged() {
    TaggedPdf pdf =
        alike("H1", "H2", "P")
            .artifact(drawn -> drawn.text(60, 260, "Two patients died in the first cycle."))
            .lines("P", 290, "Nobody was lost to follow-up.");
    assertThat(read(pdf).text()).contains("Two patients died in the first cycle.");
  }

  @Test
  void header_cells_make_the_header_of_a_table_that_shows_none() {
    Document document = read(table("TH"));
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Response] | [Drug] | [Placebo]
            [and its] | [(n=40)] | [(n=41)]
            [CR] | 4 | 1
            [PR] | 12 | 3
            """);
  }

  @Test
  void a_table_of_which_all_cells_are_tagged_alike_is_read_as_printed() {
    assertThat(Outline.tables(read(table("TD"))))
        .isEqualTo(Outline.tables(read(ruled(new DrawnPdf()).bytes())));
  }

  private static final String[][] ROWS = {
    {"Response", "Drug", "Placebo"},
    {"and its", "(n=40)", "(n=41)"},
    {"CR", "4", "1"},
    {"PR", "12", "3"}
  };

  private static DrawnPdf ruled(DrawnPdf drawn) {
    drawn.lines(60, 60, CONSENT);
    grid(drawn);
    for (int r = 0; r < ROWS.length; r++) {
      for (int c = 0; c < 3; c++) {
        drawn.text(66 + 120 * c, 114 + 20 * r, ROWS[r][c]);
      }
    }
    return drawn;
  }

  private static void grid(DrawnPdf drawn) {
    drawn.grid(List.of(60.0, 180.0, 300.0, 420.0), List.of(100.0, 120.0, 140.0, 160.0, 180.0));
  }

  private static TaggedPdf table(String header) {
    TaggedPdf pdf = new TaggedPdf().lines("P", 60, CONSENT).artifact(TaggedPdfTest::grid);
    pdf.begin("Table");
    for (int r = 0; r < ROWS.length; r++) {
      pdf.begin("TR");
      for (int c = 0; c < 3; c++) {
        double x = 66 + 120 * c;
        double y = 114 + 20 * r;
        String words = ROWS[r][c];
        pdf.begin(r < 2 || c == 0 ? header : "TD");
        pdf.tagged("P", drawn -> drawn.text(x, y, words)).end();
      }
      pdf.end();
    }
    return pdf.end();
  }

  @Test
  void a_tree_that_leads_back_into_itself_is_none() {
    Document document = read(alike("H1", "H2", "P").leadingBack());
    readAsPrinted(document);
    assertThat(document.warnings()).isEmpty();
    assertThat(document.text()).contains(CONSENT[0]);
  }

  @Test
  void a_tree_deeper_than_any_document_is_none() {
    TaggedPdf pdf = new TaggedPdf();
    for (int i = 0; i < 1000; i++) {
      pdf.begin("Div");
    }
    pdf.tagged("P", TaggedPdfTest::title).lines("H1", 114, "What was given").lines("P", 128, DOSE);
    readAsPrinted(read(pdf));
  }

  @Test
  void text_in_a_form_has_the_tags_of_the_form() {
    DrawnPdf drawn = new DrawnPdf();
    PDPage page = drawn.lastPage();
    PDFormXObject form = new PDFormXObject(drawn.document());
    form.setBBox(PDRectangle.A4);
    form.setResources(new PDResources());
    COSName font = form.getResources().add(DrawnPdf.PLAIN);
    title(drawn);
    drawn.write(content -> content.drawForm(form));
    write(
        form,
        "/H1 <</MCID 0>> BDC BT /%1$s 10 Tf 60 700 Td (How it was done) Tj ET EMC"
            + " /P <</MCID 1>> BDC BT /%1$s 10 Tf 60 686 Td (%2$s) Tj ET EMC",
        font.getName(),
        CONSENT[0]);
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    drawn.document().getDocumentCatalog().setStructureTreeRoot(root);
    for (int mark = 0; mark < 2; mark++) {
      PDStructureElement element = new PDStructureElement(mark == 0 ? "H1" : "P", root);
      PDMarkedContentReference reference = new PDMarkedContentReference();
      reference.setPage(page);
      reference.setMCID(mark);
      COSDictionary raw = reference.getCOSObject();
      raw.setItem(COSName.getPDFName("Stm"), form);
      element.appendKid(reference);
      root.appendKid(element);
    }
    assertThat(titles(read(drawn.bytes()))).contains("2 How it was done");
  }

  private static void write(PDFormXObject form, String operators, Object... values) {
    try (OutputStream out = form.getCOSObject().createOutputStream()) {
      out.write(String.format(operators, values).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
