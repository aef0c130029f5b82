package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One table says one thing, however its header is marked. */
class MarkedTablesTest {

  private static final String ARMS =
      "<tr><td></td><td colspan='2'>Pazopanib</td><td colspan='2'>Placebo</td></tr>";
  private static final String COLUMNS =
      "<tr><td>Adverse event</td><td>Week 4</td><td>Week 8</td><td>Week 4</td><td>Week 8</td></tr>";
  private static final String VALUES =
      "<tr><td>Fatigue</td><td>16.0%</td><td>65.1%</td><td>9.3%</td><td>48.8%</td></tr>"
          + "<tr><td>Nausea</td><td>13.9%</td><td>54.2%</td><td>6.9%</td><td>28.5%</td></tr>";

  private static MentionFinder mentions;
  private static EvidenceExtractor extractor;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    Path lexicon = Path.of("config/lexicon");
    mentions = new MentionFinder(Vocabulary.load(lexicon));
    extractor = new EvidenceExtractor(lexicon);
  }

  private static List<String> told(String table) {
    String page =
        "<html><body><h1>A Note on Cases</h1><h2>Results</h2><p>A randomized trial compared"
            + " pazopanib with placebo.</p><table><caption>Table 1: Adverse events</caption>"
            + table
            + "</table></body></html>";
    Document document =
        (Document)
            new DocumentReader(ReadLimits.DEFAULTS)
                .read("case.html", page.getBytes(StandardCharsets.UTF_8));
    return extractor.extract(mentions.find(document)).records().stream()
        .map(EvidenceLines::of)
        .toList();
  }

  @Test
  void both_header_rows_one_or_none_may_be_marked() {
    List<String> both = told("<thead>" + ARMS + COLUMNS + "</thead><tbody>" + VALUES + "</tbody>");
    assertThat(both)
        .contains("Pazopanib | AE fatigue at 4 wk | 16.0 %", "Placebo | AE nausea at 8 wk | 28.5 %")
        .hasSize(8);
    assertThat(told("<thead>" + ARMS + "</thead><tbody>" + COLUMNS + VALUES + "</tbody>"))
        .isEqualTo(both);
    assertThat(told("<tbody>" + ARMS + COLUMNS + VALUES + "</tbody>")).isEqualTo(both);
  }

  @Test
  void rules_that_are_drawn_as_empty_rows_change_nothing() {
    String rule = "<tr><td colspan='5'><hr></td></tr>";
    assertThat(
            told(
                "<thead>" + ARMS + rule + "</thead><tbody>" + COLUMNS + rule + VALUES + "</tbody>"))
        .isEqualTo(told("<thead>" + ARMS + COLUMNS + "</thead><tbody>" + VALUES + "</tbody>"));
  }

  @Test
  void a_name_over_several_rows_may_be_marked_or_only_printed_once() {
    String marked =
        "<tr><th>Test</th><th>Time</th><th>Pazopanib</th><th>Placebo</th></tr>"
            + "<tr><td rowspan='2'>Fatigue</td><td>Week 4</td><td>12%</td><td>7%</td></tr>"
            + "<tr><td>Week 8</td><td>15%</td><td>8%</td></tr>";
    String printed =
        marked.replace(" rowspan='2'", "").replace("<tr><td>Week 8", "<tr><td></td><td>Week 8");
    assertThat(told(printed)).hasSize(4).isEqualTo(told(marked));
  }
}
