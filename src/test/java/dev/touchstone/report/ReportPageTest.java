package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.CellAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of one document, as a reader sees it. */
final class ReportPageTest {

  private static final CheckLinks CHECKS =
      new CheckLinks(Map.of("percent-count", "Count and percentage"), "../../checks/");

  private final Element page = render(SampleNote.review());

  @Test
  void a_card_quotes_every_place_with_a_link_into_the_text() {
    Element card = card(1);
    assertThat(card.select("h3").text()).isEqualTo("1 Error 3 of 40 patients is 7.5%, not 9.5%.");
    assertThat(card.select(".loc a").eachText())
        .containsExactly(
            "A: Line 5, paragraph 1", "B: Table 1, column header", "C: Table 1, row 1, column 1");
    assertThat(card.select(".loc a").eachAttr("href")).containsExactly("#f1a", "#f1b", "#f1c");
    assertThat(card.select("blockquote").text())
        .isEqualTo(
            "In the Phase 2 trial, zanubrutol 50 mg twice daily (120 mg/day) was given to 40"
                + " patients; 3 patients (9.5%) flared [1]. …");
    assertThat(card.select("blockquote mark").text()).isEqualTo("3 patients (9.5%)");
  }

  @Test
  void a_place_in_a_table_shows_its_row_and_the_columns_that_take_part() {
    Elements rows = card(1).select(".place:last-child tr");
    assertThat(rows.eachText())
        .containsExactly(
            "Outcome Zanubrutol (n=40) …columns left out", "Flare 9.5% …columns left out");
    assertThat(rows.select("mark").eachText()).containsExactly("9.5%");
  }

  @Test
  void a_card_shows_the_working_and_what_would_settle_it() {
    Element card = card(1);
    assertThat(card.select(".ef").text()).isEqualTo("Expected 7.5% (3 of 40) Found 9.5%");
    assertThat(card.select(".steps caption").text()).isEqualTo("Arithmetic");
    assertThat(card.select(".steps tr").eachText())
        .containsExactly("Percentage of the arm 3 ÷ 40 = 0.075 7.5%", "Printed in A and C 9.5%");
    assertThat(card.select(".settle").text())
        .isEqualTo("To settle: Look up how many patients of the arm flared.");
  }

  @Test
  void a_check_is_linked_where_it_has_a_page() {
    assertThat(card(1).select("footer a").attr("href"))
        .isEqualTo("../../checks/percent-count.html");
    assertThat(card(2).select("footer a")).isEmpty();
  }

  @Test
  void a_marked_place_leads_back_to_its_finding() {
    Element mark = page.getElementById("f1a");
    assertThat(mark).isNotNull();
    assertThat(page.select(".doc mark a").eachText()).containsExactly("2A", "1A", "1B", "1C", "3A");
    assertThat(page.select(".doc mark a").eachAttr("href"))
        .containsExactly(
            "#dose-arithmetic-00000002",
            "#percent-count-00000001",
            "#percent-count-00000001",
            "#percent-count-00000001",
            "#citation-00000003");
  }

  @Test
  void mentions_are_marked_by_kind() {
    assertThat(page.select(".doc .m-drug").eachText()).containsExactly("zanubrutol");
    assertThat(page.select(".doc .m-dose").eachText()).containsExactly("50 mg twice daily");
    assertThat(page.select(".doc .m-arm").eachText()).containsExactly("Zanubrutol (n=40)");
  }

  @Test
  void a_citation_leads_to_its_reference() {
    Elements cite = page.select(".doc .cite");
    assertThat(cite.eachText()).containsExactly("[1]");
    assertThat(page.select(cite.attr("href")).text()).contains("Gout and <b>gold</b>");
  }

  @Test
  void a_value_of_a_finding_says_so() {
    assertThat(page.select("#evidence-t tr.has-f").eachText())
        .containsExactly("Phase 2 flared AE Zanubrutol 40 9.5% “9.5%” table 1 1");
  }

  @Test
  void the_ledger_says_why_a_check_did_not_run() {
    assertThat(page.select("#checks-t tbody tr").eachText())
        .contains("response-sum response-sum Could not run 1 0 Table 1 states no patient numbers.");
  }

  @Test
  void places_that_overlap_are_each_marked() {
    Element overlapping =
        render(
            review(
                "alpha beta gamma delta",
                finding("x", "alpha beta gamma", "alpha beta gamma delta"),
                finding("y", "beta gamma delta", "alpha beta gamma delta")));
    Elements marks = overlapping.select(".doc mark");
    assertThat(marks.eachText()).containsExactly("alpha", "beta gamma1A", "delta2A");
    assertThat(overlapping.select("#f1a, #f2a")).hasSize(2);
  }

  @Test
  void places_in_one_sentence_share_its_quote() {
    String text = "One thing was 5 and another 6.";
    Finding finding =
        new Finding(
            "z",
            "value-conflict",
            Severity.NOTE,
            "5 and 6 differ.",
            null,
            null,
            List.of(at(text, "5"), at(text, "6")),
            List.of(),
            null);
    Element card = render(review(text, finding));
    assertThat(card.select(".place")).hasSize(1);
    assertThat(card.select(".place blockquote mark").eachText()).containsExactly("5", "6");
    assertThat(card.select(".place .pl").eachText()).containsExactly("A", "B");
  }

  @Test
  void a_quote_goes_from_the_start_of_its_sentence_to_its_end_with_citations() {
    String text = "Before it [2] all was well.[1] Then 7 of them fell.[3][4] After that, nothing.";
    Element card = render(review(text, finding("q", "7", text)));
    assertThat(card.select("blockquote").text()).isEqualTo("… Then 7 of them fell.[3][4] …");
  }

  @Test
  void a_long_table_is_cut_but_its_flagged_rows_are_shown() {
    Element cut = render(longTable(1_000, 999));
    assertThat(cut.select(".doc-table tbody tr:last-child").text()).isEqualTo("r999 v9991A");
    assertThat(cut.select(".doc-table tr")).hasSize(151);
    assertThat(cut.select(".remark").text())
        .isEqualTo(
            "849 rows of 1,000 are not shown. Flagged rows are always here; tables/t1.csv has all"
                + " rows.");
  }

  @Test
  void a_table_of_a_hundred_thousand_cells_is_no_burden() {
    assertThat(render(longTable(50_000, 0)).select(".doc-table tr")).hasSize(150);
  }

  private Element card(int number) {
    return page.select(".finding").get(number - 1);
  }

  private static Element render(NoteReview review) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Pages.write("report.jte", ReportPages.page(review, CHECKS), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Jsoup.parse(out.toString(UTF_8));
  }

  private static Finding finding(String id, String words, String text) {
    return new Finding(
        id, "rule", Severity.NOTE, words, null, null, List.of(at(text, words)), List.of(), null);
  }

  private static Source at(String text, String words) {
    int start = text.indexOf(words);
    return new Source(new Span(start, start + words.length()), "s1", null);
  }

  private static NoteReview review(String text, Finding... findings) {
    Paragraph paragraph =
        new Paragraph(
            "s1", Paragraph.Kind.TEXT, null, Passage.of(text, new Span(0, text.length())));
    return review(text, List.of(findings), paragraph, null);
  }

  private static NoteReview longTable(int rows, int flagged) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (String cell : List.of("r" + r, "v" + r)) {
        spans.add(new Span(text.length(), text.length() + cell.length()));
        text.append(cell).append('\t');
      }
    }
    String all = text.toString();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      cells.add(new Cell(i / 2, i % 2, 1, 1, i % 2 == 0, Passage.of(all, spans.get(i))));
    }
    Table table =
        new Table(
            "s1", "t1", null, Passage.EMPTY, 0, 1, cells, List.of(), new Span(0, all.length()));
    Finding finding =
        new Finding(
            "f",
            "rule",
            Severity.NOTE,
            "The value is odd.",
            null,
            null,
            List.of(
                new Source(spans.get(2 * flagged + 1), "s1", new CellAddress("t1", flagged, 1))),
            List.of(),
            null);
    return review(all, List.of(finding), null, table);
  }

  private static NoteReview review(
      String text, List<Finding> findings, @Nullable Paragraph paragraph, @Nullable Table table) {
    Document document =
        new Document(
            "sha256:" + "0".repeat(64),
            "a.txt",
            "text/plain",
            Metadata.NONE,
            null,
            text,
            List.of(
                new Section("s1", null, 1, "All", SectionRole.OTHER, new Span(0, text.length()))),
            paragraph != null ? List.of(paragraph) : table != null ? List.of(table) : List.of(),
            List.of(),
            Locator.ofLines(text),
            List.of(),
            List.of());
    NoteEvidence evidence =
        new NoteEvidence(
            new AnnotatedDocument(document, List.of()), List.of(), List.of(), List.of(), List.of());
    return new NoteReview(evidence, findings, List.of());
  }
}
