package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import dev.touchstone.store.Standing;
import dev.touchstone.store.StandingTable.Changes;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StoredCrossFinding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the page of a run from the summaries of its documents, which it takes one at a time: it
 * keeps what the page can show, and counts the rest.
 */
final class RunPages {

  private static final int MOST_FINDINGS = 300;
  private static final int MOST_DOCUMENTS = 3_000;
  private static final int MOST_NAMED = 20;

  /** Below this share of placed text the checks may have missed something. */
  private static final double PLACED_ENOUGH = 0.90;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private final RunFacts facts;
  private final RunState state;
  private final CheckLinks checks;
  private final List<QuarantineEntry> quarantine;

  /** By severity; new ones apart. */
  private final Map<Severity, List<RunPage.FindingRow>> fresh = new EnumMap<>(Severity.class);

  private final Map<Severity, List<RunPage.FindingRow>> others = new EnumMap<>(Severity.class);
  private final List<RunPage.SetAsideRow> suppressed = new ArrayList<>();
  private final List<RunPage.SetAsideRow> dismissed = new ArrayList<>();
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> acrossCounts = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> freshCounts = new EnumMap<>(Severity.class);
  private final Map<RunFacts.State, Long> states = new EnumMap<>(RunFacts.State.class);
  private final Map<String, RuleTotals> ledger = new LinkedHashMap<>();
  private final List<String> readInPart = new ArrayList<>();
  private List<RunPage.DocumentRow> rows = new ArrayList<>();
  private int documents;
  private long evidence;
  private long regimens;
  private long suppressedCount;
  private long dismissedCount;

  /** What a check did over the documents so far. */
  private static final class RuleTotals {
    private final Map<String, Integer> states = new TreeMap<>();
    private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
    private long candidates;
    private long found;
    private String remark = "";
  }

  RunPages(RunFacts facts, RunState state, List<QuarantineEntry> quarantine, CheckLinks checks) {
    this.facts = facts;
    this.state = state;
    this.quarantine = quarantine;
    this.checks = checks;
  }

  /** Takes the next document; those that are otherwise equal are listed in this order. */
  void add(DocumentSummary document, Standings standings) {
    documents++;
    evidence += document.evidence();
    regimens += document.regimens();
    states.merge(facts.state(document.source()), 1L, Long::sum);
    if (inPart(document) && readInPart.size() < MOST_NAMED) {
      readInPart.add(Wording.printable(document.source()));
    }
    Map<Severity, Long> own = new EnumMap<>(Severity.class);
    for (DocumentSummary.FoundLine finding : document.findings()) {
      Standing standing = standings.of(finding.id());
      RunPage.FindingRow row = row(document, finding, standing);
      if (place(row, standing)) {
        own.merge(finding.severity(), 1L, Long::sum);
        rule(finding.rule()).findings.merge(finding.severity(), 1L, Long::sum);
      }
    }
    for (DocumentSummary.LedgerLine line : document.checks()) {
      RuleTotals rule = rule(line.rule());
      rule.states.merge(line.state(), 1, Integer::sum);
      rule.candidates += line.candidates();
      rule.found += line.findings();
      if (rule.remark.isEmpty() && line.state().equals("could-not-run") && line.why() != null) {
        rule.remark = Wording.printable(String.valueOf(line.why()));
      }
    }
    rows.add(row(document, own));
    if (rows.size() > 2 * MOST_DOCUMENTS) {
      cutRows();
    }
  }

  private void cutRows() {
    rows.sort(Comparator.comparingLong(RunPage.DocumentRow::rank).reversed());
    if (rows.size() > MOST_DOCUMENTS) {
      rows = new ArrayList<>(rows.subList(0, MOST_DOCUMENTS));
    }
  }

  private RuleTotals rule(String rule) {
    return ledger.computeIfAbsent(rule, any -> new RuleTotals());
  }

  /** Puts a finding where it belongs; answers whether it counts. */
  private boolean place(RunPage.FindingRow row, Standing standing) {
    if (standing.isSuppressed()) {
      suppressedCount++;
      setAside(suppressed, row, standing);
      return false;
    }
    if (standing.isDismissed()) {
      dismissedCount++;
      setAside(dismissed, row, standing);
      return false;
    }
    counts.merge(row.severity(), 1L, Long::sum);
    if (standing.fresh()) {
      freshCounts.merge(row.severity(), 1L, Long::sum);
    }
    List<RunPage.FindingRow> list =
        (standing.fresh() ? fresh : others)
            .computeIfAbsent(row.severity(), any -> new ArrayList<>());
    if (list.size() < MOST_FINDINGS) {
      list.add(row);
    }
    return true;
  }

  private static void setAside(
      List<RunPage.SetAsideRow> list, RunPage.FindingRow row, Standing standing) {
    if (list.size() < MOST_FINDINGS) {
      list.add(new RunPage.SetAsideRow(row, standing));
    }
  }

  private RunPage.FindingRow row(
      DocumentSummary document, DocumentSummary.FoundLine finding, Standing standing) {
    return new RunPage.FindingRow(
        finding.severity(),
        Wording.printable(finding.message()),
        href(document.folder()) + "#" + finding.id(),
        Wording.printable(document.source()),
        Wording.printable(finding.places()),
        checks.title(finding.rule()),
        checks.href(finding.rule()),
        standing);
  }

  RunTotals totals() {
    return new RunTotals(
        documents,
        quarantine.size(),
        evidence,
        regimens,
        count(counts, Severity.ERROR),
        count(counts, Severity.WARNING),
        count(counts, Severity.NOTE),
        suppressedCount,
        dismissedCount);
  }

  private static long count(Map<Severity, Long> counts, Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  /** {@code 812 places looked at in 21 documents, 4 findings}. */
  String summaryOf(String rule) {
    if (rule.equals(checks.across())) {
      return Wording.count(state.shared(), "value")
          + " stated in more than one document, "
          + Wording.count(state.across().size(), "finding");
    }
    RuleTotals did = ledger.getOrDefault(rule, new RuleTotals());
    return Wording.count(did.candidates, "place")
        + " looked at in "
        + Wording.count(documents, "document")
        + ", "
        + Wording.count(did.found, "finding");
  }

  RunPage page() {
    Standings between = state.standings().apply("");
    List<RunPage.AcrossItem> across = new ArrayList<>();
    for (StoredCrossFinding finding : state.across()) {
      Standing standing = between.of(finding.id());
      RunPage.AcrossItem item = across(finding, standing);
      across.add(item);
      if (place(item.row(), standing)) {
        acrossCounts.merge(item.row().severity(), 1L, Long::sum);
      }
    }
    List<RunPage.FindingRow> findings = findings();
    cutRows();
    List<RunPage.DocumentRow> listed = listed();
    RunTotals totals = totals();
    String found =
        totals.findings() == 0 ? "no findings" : Wording.count(totals.findings(), "finding");
    String title =
        found + (quarantine.isEmpty() ? "" : ", " + quarantine.size() + " quarantined") + ": run";
    Instant started = facts.started();
    return new RunPage(
        title,
        started == null ? "Run" : "Run of " + DAY.format(started),
        facts(started),
        Wording.number(documents + (long) quarantine.size()),
        readLine(),
        totals,
        since(),
        findings,
        (int) totals.findings() - findings.size(),
        suppressed,
        dismissed,
        state.gone(),
        state.remarks().stream().map(Wording::printable).toList(),
        across,
        acrossLine(),
        quarantine.stream().map(RunPages::quarantined).toList(),
        listed,
        documents + quarantine.size() - listed.size(),
        readInPart,
        ledger(),
        ledgerLine(),
        facts.leftOut().stream().map(Wording::printable).toList(),
        "touchstone " + facts.version() + ", configuration " + shortened(facts.configuration()));
  }

  private RunPage.@Nullable Since since() {
    Changes changes = state.changes();
    return changes == null || !state.isCompared()
        ? null
        : new RunPage.Since(
            Wording.number(changes.fresh())
                + " new, "
                + Wording.number(changes.gone())
                + " gone, "
                + Wording.number(changes.unchanged())
                + " unchanged",
            count(freshCounts, Severity.ERROR),
            count(freshCounts, Severity.WARNING),
            count(freshCounts, Severity.NOTE));
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
    Changes changes = state.changes();
    if (changes != null) {
      Long since = changes.since();
      list.add(
          new ReportPage.Fact(
              "Compared with", since == null ? "nothing; this is the first run" : "run " + since));
    }
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
      return Wording.number(documents) + " read";
    }
    return Arrays.stream(RunFacts.State.values())
        .filter(states::containsKey)
        .map(it -> Wording.number(states.getOrDefault(it, 0L)) + " " + words(it))
        .collect(Collectors.joining(", "));
  }

  private static String words(RunFacts.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** New ones first, each most severe first. */
  private List<RunPage.FindingRow> findings() {
    return Stream.of(fresh, others)
        .flatMap(each -> each.values().stream())
        .flatMap(List::stream)
        .limit(MOST_FINDINGS)
        .toList();
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

  private List<RunPage.DocumentRow> listed() {
    List<RunPage.DocumentRow> all = new ArrayList<>(rows);
    for (QuarantineEntry entry : quarantine) {
      all.add(
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
    return all.size() <= MOST_DOCUMENTS ? all : all.subList(0, MOST_DOCUMENTS);
  }

  private RunPage.DocumentRow row(DocumentSummary document, Map<Severity, Long> own) {
    long errors = count(own, Severity.ERROR);
    long warnings = count(own, Severity.WARNING);
    long notes = count(own, Severity.NOTE);
    String title = document.title() == null ? "" : Wording.quote(document.title());
    String state = words(facts.state(document.source()));
    return new RunPage.DocumentRow(
        Wording.printable(document.source()),
        href(document.folder()),
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

  private RunPage.AcrossItem across(StoredCrossFinding finding, Standing standing) {
    List<RunPage.AcrossPlace> places = new ArrayList<>();
    for (StoredCrossFinding.Spot spot : finding.where()) {
      List<String> where = new ArrayList<>();
      if (spot.page() != null) {
        where.add("page " + spot.page());
      }
      where.add(spot.table() == null ? Wording.printable(spot.section()) : spot.table());
      places.add(
          new RunPage.AcrossPlace(
              String.valueOf((char) ('A' + places.size())),
              Wording.printable(spot.source()),
              href(OutputFolder.folderName(spot.source())) + "#text",
              String.join(", ", where),
              Wording.quote(spot.quote())));
    }
    RunPage.FindingRow row =
        new RunPage.FindingRow(
            Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)),
            Wording.printable(finding.message()),
            "#" + finding.id(),
            Wording.count(finding.sources().size(), "document"),
            finding.sources().stream().map(Wording::printable).collect(Collectors.joining("; ")),
            checks.title(finding.rule()),
            checks.href(finding.rule()),
            standing);
    return new RunPage.AcrossItem(finding.id(), row, places, Wording.printable(finding.settle()));
  }

  private String acrossLine() {
    return state.shared() == 0
        ? "No value of one study is stated in more than one document"
        : Wording.count(state.shared(), "value")
            + " stated in more than one of "
            + Wording.count(state.sharing(), "document")
            + ", "
            + (state.across().isEmpty()
                ? "none of them differently"
                : Wording.number(state.across().size()) + " differently");
  }

  private List<RunPage.LedgerRow> ledger() {
    List<RunPage.LedgerRow> list = new ArrayList<>();
    ledger.forEach(
        (rule, did) ->
            list.add(
                new RunPage.LedgerRow(
                    rule,
                    checks.title(rule),
                    checks.href(rule),
                    did.states.getOrDefault("ran", 0),
                    did.states.getOrDefault("not-applicable", 0),
                    did.states.getOrDefault("could-not-run", 0),
                    did.candidates,
                    count(did.findings, Severity.ERROR),
                    count(did.findings, Severity.WARNING),
                    count(did.findings, Severity.NOTE),
                    did.remark)));
    list.add(
        new RunPage.LedgerRow(
            checks.across(),
            checks.title(checks.across()),
            checks.href(checks.across()),
            state.sharing(),
            documents - state.sharing(),
            0,
            state.shared(),
            count(acrossCounts, Severity.ERROR),
            count(acrossCounts, Severity.WARNING),
            count(acrossCounts, Severity.NOTE),
            ""));
    return list;
  }

  private String ledgerLine() {
    long places = ledger.values().stream().mapToLong(did -> did.candidates).sum();
    long couldNot =
        ledger.values().stream()
            .mapToLong(did -> did.states.getOrDefault("could-not-run", 0))
            .sum();
    return "over "
        + Wording.count(documents, "document")
        + " looked at "
        + Wording.count(places, "place")
        + (couldNot == 0 ? "" : "; " + Wording.count(couldNot, "time") + " a check could not run");
  }

  private static String href(String folder) {
    return "documents/" + encoded(folder) + "/report.html";
  }

  /** A path as part of an address: file names may hold blanks, # and ?. */
  static String encoded(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
