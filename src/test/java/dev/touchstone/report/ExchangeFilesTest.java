package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.CheckCatalogue;
import dev.touchstone.document.Rejection;
import dev.touchstone.store.FindingReviews;
import dev.touchstone.store.Standing;
import dev.touchstone.store.StandingTable;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StoredCrossFinding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The findings in the forms that other tools read. */
final class ExchangeFilesTest {

  private static final String ERROR = "percent-count-00000001";

  private static final StoredCrossFinding ACROSS =
      new StoredCrossFinding(
          "f-00000000000a",
          "cross-document",
          "warning",
          "Median PFS in NCT01234567 is 5.6 months in a.md and 6.5 months in b.pdf.",
          "5.6 months and 6.5 months",
          "Look it up.",
          List.of(
              new StoredCrossFinding.Spot(
                  "a.md", "5.6", "Results", null, null, "line 5, column 1", 0, 10, "5.6 months"),
              new StoredCrossFinding.Spot(
                  "sub folder/b.pdf", "6.5", "Results", "table 2", 3, null, 4, 9, "6.5 months")));

  @TempDir Path folder;
  private OutputFolder output;

  @BeforeEach
  void two_documents_and_one_that_could_not_be_read() {
    output = new OutputFolder(folder);
    for (String source : List.of("a.md", "b/50% & more.md")) {
      new DocumentReports().write(SampleNote.review(source), output.document(source));
    }
    new QuarantineEntry(new Rejection("bad\u0001.pdf", "read", "Locked.", "", "Unlock it."), 1)
        .write(output.quarantineEntry("bad.pdf"));
  }

  private void write(Severity failures, Function<String, Standings> standings) {
    RunState state =
        new RunState(
            new StandingTable.Changes(1L, 1, 1, 5),
            List.of(),
            standings,
            List.of(ACROSS),
            7,
            2,
            List.of(),
            failures);
    new RunReports()
        .write(output, new RunFacts("in", null, null, "1.0", "abc", Map.of(), List.of()), state);
  }

  private static Standings standings(String source) {
    if (!source.equals("a.md")) {
      return Standings.NONE;
    }
    Standing suppressed =
        new Standing(
            true,
            null,
            new Standing.Suppression("Known.", "R. Viewer", LocalDate.parse("2027-01-31")));
    return new Standings(
        Map.of(ERROR, suppressed),
        List.of(
            new Standings.Gone("a.md", "f-00000000000b", "dose-limit", "note", "It was high.")));
  }

  private JsonNode json(String name) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(name)));
  }

  @Test
  void the_sarif_log_keeps_to_the_schema_of_oasis() throws Exception {
    write(Severity.ERROR, ExchangeFilesTest::standings);
    String log = Files.readString(folder.resolve("findings.sarif"));
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(new String(in.readAllBytes(), UTF_8));
      assertThat(schema.validate(log, InputFormat.JSON)).isEmpty();
      assertThat(
              schema.validate(
                  log.replace("\"level\":\"note\"", "\"level\":\"hm\""), InputFormat.JSON))
          .isNotEmpty();
      assertThat(schema.validate(log.replace("\"ruleId\"", "\"rule\""), InputFormat.JSON))
          .isNotEmpty();
    }
  }

  @Test
  void a_result_says_where_why_and_how_it_stands() throws Exception {
    write(Severity.ERROR, ExchangeFilesTest::standings);
    JsonNode run = json("findings.sarif").at("/runs/0");
    JsonNode result = result(run, ERROR);

    assertThat(result.path("ruleId").asString()).isEqualTo("percent-count");
    assertThat(run.at("/tool/driver/rules").get(result.path("ruleIndex").asInt()).path("id"))
        .isEqualTo(result.path("ruleId"));
    assertThat(result.path("level").asString()).isEqualTo("error");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("a.md");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(5);
    int offset = place.at("/region/charOffset").asInt();
    int length = place.at("/region/charLength").asInt();
    assertThat(SampleNote.TEXT.substring(offset, offset + length))
        .isEqualTo(place.at("/region/snippet/text").asString());
    assertThat(result.path("relatedLocations")).hasSize(2);
    assertThat(result.path("baselineState").asString()).isEqualTo("new");
    assertThat(result.at("/suppressions/0/justification").asString()).isEqualTo("Known.");
    assertThat(result.at("/suppressions/0/properties/expires").asString()).isEqualTo("2027-01-31");
  }

  @Test
  void what_is_gone_is_absent_and_what_is_between_documents_names_both() throws Exception {
    write(Severity.ERROR, ExchangeFilesTest::standings);
    JsonNode run = json("findings.sarif").at("/runs/0");

    assertThat(result(run, "f-00000000000b").path("baselineState").asString()).isEqualTo("absent");
    JsonNode across = result(run, "f-00000000000a");
    assertThat(across.at("/relatedLocations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("sub%20folder/b.pdf");
    assertThat(across.at("/relatedLocations/0/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("page 3, table 2");
  }

  private static JsonNode result(JsonNode run, String id) {
    for (JsonNode result : run.path("results")) {
      if (result.at("/partialFingerprints/findingId~1v1").asString("").equals(id)) {
        return result;
      }
    }
    throw new AssertionError("no result " + id);
  }

  @Test
  void every_rule_has_help() throws Exception {
    write(Severity.ERROR, source -> Standings.NONE);
    JsonNode rules = json("findings.sarif").at("/runs/0/tool/driver/rules");

    assertThat(rules).hasSize(CheckCatalogue.rules().size());
    for (JsonNode rule : rules) {
      assertThat(rule.at("/help/text").asString()).contains("Why it matters");
      assertThat(rule.at("/help/markdown").asString()).contains("## What is compared");
    }
  }

  @Test
  void the_ledger_has_every_check_over_every_document() throws Exception {
    write(Severity.ERROR, source -> Standings.NONE);
    JsonNode ledger = json("ledger.json");

    assertThat(ledger.path("documents")).hasSize(2);
    JsonNode checks = ledger.at("/documents/0/checks");
    JsonNode own =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(folder.resolve("documents/a.md/evidence.json")))
            .path("checks");
    assertThat(checks).isEqualTo(own);
    assertThat(ledger.at("/across/0/candidates").asInt()).isEqualTo(7);
    assertThat(ledger.at("/notRead/0/cure").asString()).isEqualTo("Unlock it.");
  }

  @Test
  void a_finding_at_the_severity_fails_its_case() throws Exception {
    write(Severity.WARNING, source -> Standings.NONE);
    Element suite = suites().get(0);

    assertThat(suite.getAttribute("name")).isEqualTo("a.md");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    Element failed = testCase(suite, "percent-count");
    assertThat(text(failed, "failure")).startsWith("error: 3 of 40 patients is 7.5%, not 9.5%.");
    assertThat(text(failed, "failure")).contains("[" + ERROR + "]");
  }

  @Test
  void a_finding_below_it_and_a_suppressed_one_are_only_said() throws Exception {
    write(Severity.ERROR, ExchangeFilesTest::standings);
    Element suite = suites().get(0);

    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(text(testCase(suite, "percent-count"), "system-out"))
        .startsWith("suppressed error: 3 of 40");
  }

  @Test
  void suites_count_what_is_in_them_and_a_document_that_was_not_read_is_an_error()
      throws Exception {
    write(Severity.NOTE, source -> Standings.NONE);
    for (Element suite : suites()) {
      for (String kind : List.of("failure", "error", "skipped")) {
        String attribute = kind.equals("skipped") ? kind : kind + "s";
        assertThat(suite.getAttribute(attribute))
            .isEqualTo(String.valueOf(suite.getElementsByTagName(kind).getLength()));
      }
      assertThat(suite.getAttribute("tests"))
          .isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
    }
    Element last = suites().get(suites().size() - 1);
    assertThat(last.getAttribute("name")).isEqualTo("bad\uFFFD.pdf");
    assertThat(last.getAttribute("errors")).isEqualTo("1");
  }

  private List<Element> suites() throws Exception {
    NodeList suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("findings.junit.xml").toFile())
            .getElementsByTagName("testsuite");
    return java.util.stream.IntStream.range(0, suites.getLength())
        .mapToObj(i -> (Element) suites.item(i))
        .toList();
  }

  private static Element testCase(Element suite, String rule) {
    NodeList cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      if (((Element) cases.item(i)).getAttribute("name").equals(rule)) {
        return (Element) cases.item(i);
      }
    }
    throw new AssertionError("no case " + rule);
  }

  private static String text(Element of, String tag) {
    return of.getElementsByTagName(tag).item(0).getTextContent();
  }

  @Test
  void what_people_decided_stands_in_evidence_json_and_nothing_else_changes() throws Exception {
    Path file = folder.resolve("documents/a.md/evidence.json");
    String before = Files.readString(file);
    Standing dismissed =
        new Standing(
            false,
            new Standing.Review(
                FindingReviews.Status.DISMISSED, "R. \"V\"", "2026-01-02T03:04:05Z", "fine"),
            null);

    StandingFiles.show(
        folder.resolve("documents/a.md"), new Standings(Map.of(ERROR, dismissed), List.of()));
    JsonNode finding = json("documents/a.md/evidence.json").at("/findings/0");
    assertThat(finding.at("/review/status").asString()).isEqualTo("dismissed");
    assertThat(finding.at("/review/by").asString()).isEqualTo("R. \"V\"");

    StandingFiles.show(folder.resolve("documents/a.md"), Standings.NONE);
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void the_page_of_a_document_sets_aside_what_does_not_count() throws Exception {
    Path file = folder.resolve("documents/a.md/report.html");
    String before = Files.readString(file);

    StandingFiles.show(folder.resolve("documents/a.md"), standings("a.md"));
    var page = org.jsoup.Jsoup.parse(Files.readString(file));
    assertThat(page.select("#suppressed article").eachAttr("id")).containsExactly(ERROR);
    assertThat(page.select("#suppressed .review").text())
        .isEqualTo("Suppressed by R. Viewer until 2027-01-31: Known.");
    assertThat(page.select("#gone").text()).contains("It was high.");
    assertThat(page.select(".sum").text())
        .contains("1 new since the last run, 1 gone, 1 suppressed");

    StandingFiles.show(folder.resolve("documents/a.md"), Standings.NONE);
    String after = Files.readString(file);
    assertThat(after.replaceAll("\\s+", "")).isEqualTo(before.replaceAll("\\s+", ""));
    StandingFiles.show(folder.resolve("documents/a.md"), Standings.NONE);
    assertThat(Files.readString(file)).isEqualTo(after);
  }
}
