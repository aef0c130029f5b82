package dev.touchstone.report;

import static dev.touchstone.report.EvidenceReader.string;

import dev.touchstone.store.Standing;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StoredCrossFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One row per finding, evidence record and regimen, over all documents. */
final class RunTables implements EvidenceReader.Rows {

  private static final String[] FINDINGS = {
    "document",
    "id",
    "severity",
    "rule",
    "message",
    "expected",
    "found",
    "places",
    "page",
    "section",
    "quotes",
    "settle",
    "review",
    "reviewed_by",
    "reviewed_at",
    "comment",
    "since_last_run",
    "suppressed_by",
    "suppressed_until",
    "suppressed_because"
  };

  private static final String[] EVIDENCE = {
    "document",
    "id",
    "study",
    "outcome",
    "outcome_label",
    "statistic",
    "at",
    "at_unit",
    "grade",
    "term",
    "population",
    "arms",
    "arm_roles",
    "arm_n",
    "kind",
    "value",
    "low",
    "high",
    "level",
    "comparator",
    "unit",
    "decimals",
    "of",
    "missing",
    "page",
    "section",
    "table",
    "row",
    "col",
    "start",
    "end",
    "quote",
    "recognised"
  };

  private static final String[] REGIMENS = {
    "document",
    "id",
    "study",
    "arm",
    "drug",
    "role",
    "value",
    "low",
    "high",
    "unit",
    "times",
    "per",
    "per_unit",
    "route",
    "days",
    "cycle_length",
    "cycle_unit",
    "cycles_max",
    "daily",
    "daily_unit",
    "words",
    "page",
    "section",
    "start",
    "end",
    "quote",
    "recognised"
  };

  private final CsvFile findings;
  private final CsvFile evidence;
  private final CsvFile regimens;
  private final RunState state;
  private Standings standings = Standings.NONE;

  RunTables(OutputStream findings, OutputStream evidence, OutputStream regimens, RunState state)
      throws IOException {
    this.state = state;
    this.findings = CsvFile.on(findings, FINDINGS);
    this.evidence = CsvFile.on(evidence, EVIDENCE);
    this.regimens = CsvFile.on(regimens, REGIMENS);
  }

  void flush() throws IOException {
    findings.flush();
    evidence.flush();
    regimens.flush();
  }

  @Override
  public void document(String source, String mediaType) {
    standings = state.standings().apply(source);
  }

  @Override
  public void finding(String source, JsonNode finding, EvidenceReader.Names names) {
    JsonNode where = finding.path("where");
    List<String> row =
        new ArrayList<>(
            List.of(
                source,
                string(finding, "id"),
                string(finding, "severity"),
                string(finding, "rule"),
                string(finding, "message"),
                string(finding, "expected"),
                string(finding, "found"),
                String.valueOf(where.size()),
                string(where.path(0), "page"),
                names.section(where.path(0)),
                all(where, "quote"),
                string(finding, "settle"),
                string(finding, "review", "status"),
                string(finding, "review", "by"),
                string(finding, "review", "at"),
                string(finding, "review", "comment")));
    standing(row, standings.of(string(finding, "id")));
    findings.row(row);
  }

  /** A finding between documents names them all. */
  void across(StoredCrossFinding finding) {
    Standing standing = state.standings().apply("").of(finding.id());
    Standing.Review review = standing.review();
    StoredCrossFinding.Spot first = finding.where().get(0);
    List<String> row =
        new ArrayList<>(
            List.of(
                String.join(" | ", finding.sources()),
                finding.id(),
                finding.severity(),
                finding.rule(),
                finding.message(),
                "",
                finding.found(),
                String.valueOf(finding.where().size()),
                first.page() == null ? "" : String.valueOf(first.page()),
                first.section(),
                finding.where().stream()
                    .map(StoredCrossFinding.Spot::quote)
                    .collect(Collectors.joining(" | ")),
                finding.settle(),
                review == null ? "open" : StandingFiles.word(review.status()),
                review == null ? "" : review.by(),
                review == null ? "" : review.at(),
                review == null ? "" : review.comment()));
    standing(row, standing);
    findings.row(row);
  }

  private void standing(List<String> row, Standing standing) {
    Standing.Suppression suppression = standing.suppression();
    row.add(!state.isCompared() ? "" : standing.fresh() ? "new" : "unchanged");
    row.add(suppression == null ? "" : suppression.author());
    row.add(suppression == null ? "" : suppression.expires().toString());
    row.add(suppression == null ? "" : suppression.reason());
  }

  @Override
  public void evidence(String source, JsonNode record, EvidenceReader.Names names) {
    JsonNode outcome = record.path("outcome");
    JsonNode value = record.path("value");
    JsonNode place = record.path("source");
    List<String> row = new ArrayList<>();
    row.add(source);
    row.add(string(record, "id"));
    row.add(names.study(record));
    row.add(string(outcome, "code"));
    row.add(string(outcome, "label"));
    row.add(string(outcome, "statistic"));
    row.add(string(outcome, "at", "value"));
    row.add(string(outcome, "at", "unit"));
    row.add(string(outcome, "grade"));
    row.add(string(outcome, "term"));
    row.add(string(outcome, "population"));
    row.add(all(record.path("arms"), "label"));
    row.add(all(record.path("arms"), "role"));
    row.add(all(record.path("arms"), "n"));
    for (String member :
        List.of(
            "kind",
            "value",
            "low",
            "high",
            "level",
            "comparator",
            "unit",
            "decimals",
            "of",
            "missing")) {
      String words = string(value, member);
      // A lone "=" is the usual case, and a formula to a spreadsheet.
      row.add(words.equals("=") ? "" : words);
    }
    row.add(string(place, "page"));
    row.add(names.section(place));
    for (String member : List.of("table", "row", "col", "start", "end", "quote", "recognised")) {
      row.add(string(place, member));
    }
    evidence.row(row);
  }

  @Override
  public void regimen(String source, JsonNode regimen, EvidenceReader.Names names) {
    JsonNode dose = regimen.path("dose");
    JsonNode place = regimen.path("source");
    List<String> row = new ArrayList<>();
    row.add(source);
    row.add(string(regimen, "id"));
    row.add(names.study(regimen));
    row.add(string(regimen, "arm"));
    row.add(string(regimen, "drug"));
    row.add(string(regimen, "role"));
    row.add(string(dose, "value"));
    row.add(string(dose, "low"));
    row.add(string(dose, "high"));
    row.add(string(dose, "unit"));
    row.add(string(dose, "frequency", "times"));
    row.add(string(dose, "frequency", "per"));
    row.add(string(dose, "frequency", "unit"));
    row.add(string(dose, "route"));
    row.add(string(dose, "days"));
    row.add(string(dose, "cycle", "length"));
    row.add(string(dose, "cycle", "unit"));
    row.add(string(dose, "cycle", "max"));
    row.add(string(dose, "daily", "value"));
    row.add(string(dose, "daily", "unit"));
    row.add(string(dose, "as"));
    row.add(string(place, "page"));
    row.add(names.section(place));
    row.add(string(place, "start"));
    row.add(string(place, "end"));
    row.add(string(place, "quote"));
    row.add(string(place, "recognised"));
    regimens.row(row);
  }

  private static String all(JsonNode nodes, String member) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> string(node, member))
        .collect(Collectors.joining(" | "));
  }
}
