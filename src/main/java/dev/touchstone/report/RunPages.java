package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of a run from the summaries of its documents. */
final class RunPages {

  private static final int MOST_FINDINGS = 300;
  private static final int MOST_DOCUMENTS = 3_000;

  /** Below this share of placed text the checks may have missed something. */
  private static final double PLACED_ENOUGH = 0.90;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private final RunFacts facts;
  private final List<DocumentSummary> documents;
  private final List<QuarantineEntry> quarantine;
  private final RunTotals totals;
  private final CheckLinks checks;

  private RunPages(
      RunFacts facts,
      List<DocumentSummary> documents,
      List<QuarantineEntry> quarantine,
      RunTotals totals,
      CheckLinks checks) {
    this.facts = facts;
    this.documents = documents;
    this.quarantine = quarantine;
    this.totals = totals;
    this.checks = checks;
  }

  /**
   * The page.
   *
   * @param documents in the order in which they are listed where they are otherwise equal
   */
  static RunPage page(
      RunFacts facts,
      List<DocumentSummary> documents,
      List<QuarantineEntry> quarantine,
      RunTotals totals,
      CheckLinks checks) {
    return new RunPages(facts, documents, quarantine, totals, checks).page();
  }

  private RunPage page() {
    List<RunPage.FindingRow> findings = findings();
    List<RunPage.DocumentRow> rows = documents();
    String found =
        totals.findings() == 0 ? "no findings" : Wording.count(totals.findings(), "finding");
    String title =
        found + (quarantine.isEmpty() ? "" : ", " + quarantine.size() + " quarantined") + ": run";
    Instant started = facts.started();
    return new RunPage(
        title,
        started == null ? "Run" : "Run of " + DAY.format(started),
        facts(started),
        Wording.number(documents.size() + (long) quarantine.size()),
        readLine(),
        totals,
        findings,
        (int) totals.findings() - findings.size(),
        quarantine.stream().map(RunPages::quarantined).toList(),
        rows,
        documents.size() + quarantine.size() - rows.size(),
        documents.stream()
            .filter(RunPages::inPart)
            .map(document -> Wording.printable(document.source()))
            .limit(20)
            .toList(),
        ledger(),
        ledgerLine(),
        facts.leftOut().stream().map(Wording::printable).toList(),
        "touchstone " + facts.version() + ", configuration " + shortened(facts.configuration()));
  }

  private static String shortened(String fingerprint) {
    return fingerprint.length() <= 12 ? fingerprint : fingerprint.substring(0, 12);
  }

  private List<ReportPage.Fact> facts(@Nullable Instant started) {
    List<ReportPage.Fact> list = new ArrayList<>();
    if (started != null) {
      list.add(new ReportPage.Fact("Started", TIME.format(started)));
    }
    String took = facts.took();
    if (took != null) {
      list.add(new ReportPage.Fact("Took", took));
    }
    list.add(new ReportPage.Fact("Input", Wording.printable(facts.input())));
    String result =
        quarantine.isEmpty()
            ? "finished"
            : "finished; "
                + Wording.count(quarantine.size(), "document")
                + " could not be processed";
    list.add(new ReportPage.Fact("Result", result));
    return list;
  }

  private String readLine() {
    if (facts.states().isEmpty()) {
      return Wording.number(documents.size()) + " read";
    }
    Map<RunFacts.State, Long> counts =
        documents.stream()
            .collect(
                Collectors.groupingBy(
                    document -> facts.state(document.source()), Collectors.counting()));
    return Arrays.stream(RunFacts.State.values())
        .filter(counts::containsKey)
        .map(state -> Wording.number(counts.getOrDefault(state, 0L)) + " " + words(state))
        .collect(Collectors.joining(", "));
  }

  private static String words(RunFacts.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private List<RunPage.FindingRow> findings() {
    List<RunPage.FindingRow> rows = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (DocumentSummary document : documents) {
        for (DocumentSummary.FoundLine finding : document.findings()) {
          if (finding.severity() != severity) {
            continue;
          }
          if (rows.size() == MOST_FINDINGS) {
            return rows;
          }
          rows.add(
              new RunPage.FindingRow(
                  severity,
                  Wording.printable(finding.message()),
                  href(document) + "#" + finding.id(),
                  Wording.printable(document.source()),
                  Wording.printable(finding.places()),
                  checks.title(finding.rule()),
                  checks.href(finding.rule())));
        }
      }
    }
    return rows;
  }

  private static RunPage.QuarantineRow quarantined(QuarantineEntry entry) {
    String cause = entry.rejection().cause();
    return new RunPage.QuarantineRow(
        Wording.printable(entry.rejection().source()),
        Wording.count(entry.attempts(), "attempt"),
        Wording.printable(entry.rejection().error()),
        cause.isBlank() || entry.rejection().error().contains(cause) ? "" : Wording.quote(cause),
        Wording.printable(entry.rejection().cure()));
  }

  private List<RunPage.DocumentRow> documents() {
    List<RunPage.DocumentRow> rows = new ArrayList<>();
    for (DocumentSummary document : documents) {
      rows.add(row(document));
    }
    rows.sort(Comparator.comparingLong(RunPage.DocumentRow::rank).reversed());
    for (QuarantineEntry entry : quarantine) {
      rows.add(
          new RunPage.DocumentRow(
              Wording.printable(entry.rejection().source()),
              null,
              Wording.printable(entry.rejection().error()),
              "Quarantined",
              0,
              0,
              0,
              -1,
              0,
              0,
              0,
              "",
              false));
    }
    return rows.size() <= MOST_DOCUMENTS ? rows : rows.subList(0, MOST_DOCUMENTS);
  }

  private RunPage.DocumentRow row(DocumentSummary document) {
    long errors = document.count(Severity.ERROR);
    long warnings = document.count(Severity.WARNING);
    long notes = document.count(Severity.NOTE);
    String title = document.title() == null ? "" : Wording.quote(document.title());
    String state = words(facts.state(document.source()));
    return new RunPage.DocumentRow(
        Wording.printable(document.source()),
        href(document),
        title,
        facts.states().isEmpty()
            ? "Read"
            : Character.toUpperCase(state.charAt(0)) + state.substring(1),
        errors,
        warnings,
        notes,
        errors * 1_000_000_000L + warnings * 100_000L + notes,
        document.tables(),
        document.evidence(),
        document.regimens(),
        document.glyphs() == 0 ? "" : Wording.percent(document.placed(), document.glyphs()),
        inPart(document));
  }

  private static boolean inPart(DocumentSummary document) {
    return document.glyphs() > 0 && document.placed() < PLACED_ENOUGH * document.glyphs();
  }

  private List<RunPage.LedgerRow> ledger() {
    Map<String, List<DocumentSummary.LedgerLine>> byRule = new LinkedHashMap<>();
    Map<String, List<DocumentSummary.FoundLine>> found = new LinkedHashMap<>();
    for (DocumentSummary document : documents) {
      document
          .checks()
          .forEach(
              line -> byRule.computeIfAbsent(line.rule(), rule -> new ArrayList<>()).add(line));
      document
          .findings()
          .forEach(line -> found.computeIfAbsent(line.rule(), rule -> new ArrayList<>()).add(line));
    }
    List<RunPage.LedgerRow> rows = new ArrayList<>();
    byRule.forEach(
        (rule, lines) -> rows.add(row(rule, lines, found.getOrDefault(rule, List.of()))));
    return rows;
  }

  private RunPage.LedgerRow row(
      String rule, List<DocumentSummary.LedgerLine> lines, List<DocumentSummary.FoundLine> found) {
    String remark =
        lines.stream()
            .filter(line -> line.state().equals("could-not-run") && line.why() != null)
            .map(line -> Wording.printable(String.valueOf(line.why())))
            .findFirst()
            .orElse("");
    return new RunPage.LedgerRow(
        rule,
        checks.title(rule),
        checks.href(rule),
        states(lines, "ran"),
        states(lines, "not-applicable"),
        states(lines, "could-not-run"),
        lines.stream().mapToLong(DocumentSummary.LedgerLine::candidates).sum(),
        count(found, Severity.ERROR),
        count(found, Severity.WARNING),
        count(found, Severity.NOTE),
        remark);
  }

  private static int states(List<DocumentSummary.LedgerLine> lines, String state) {
    return (int) lines.stream().filter(line -> line.state().equals(state)).count();
  }

  private static long count(List<DocumentSummary.FoundLine> found, Severity severity) {
    return found.stream().filter(line -> line.severity() == severity).count();
  }

  private String ledgerLine() {
    long places = 0;
    long couldNot = 0;
    for (DocumentSummary document : documents) {
      for (DocumentSummary.LedgerLine line : document.checks()) {
        places += line.candidates();
        couldNot += line.state().equals("could-not-run") ? 1 : 0;
      }
    }
    return "over "
        + Wording.count(documents.size(), "document")
        + " looked at "
        + Wording.count(places, "place")
        + (couldNot == 0 ? "" : "; " + Wording.count(couldNot, "time") + " a check could not run");
  }

  private static String href(DocumentSummary document) {
    return "documents/" + encoded(document.folder()) + "/report.html";
  }

  /** A path as part of an address: file names may hold blanks, # and ?. */
  static String encoded(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
