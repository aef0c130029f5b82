package dev.touchstone.batch;

import dev.touchstone.consistency.Severity;
import dev.touchstone.report.OutputFolder;
import dev.touchstone.report.RunFacts;
import dev.touchstone.report.RunReports;
import dev.touchstone.report.RunState;
import dev.touchstone.report.StandingFiles;
import dev.touchstone.store.CrossFindingTable;
import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.LeftOut;
import dev.touchstone.store.RunTable.Run;
import dev.touchstone.store.StandingTable;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StatedValueTable;
import dev.touchstone.store.StoredDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** The pages and lists of a run, made from the store and the files of its documents. */
final class Reports {

  /** What is written over all documents. */
  static final List<String> FILES =
      List.of(
          "index.html",
          "findings.csv",
          "evidence.csv",
          "regimens.csv",
          "cross-document.json",
          "ledger.json",
          "findings.sarif",
          "findings.junit.xml");

  /** More findings that are gone are counted, not named. */
  private static final int MOST_GONE = 100;

  private final DataSource store;
  private final ResultFolders folders;
  private final Settings settings;
  private final Suppressions suppressions;

  Reports(DataSource store, ResultFolders folders, Settings settings, Suppressions suppressions) {
    this.store = store;
    this.folders = folders;
    this.settings = settings;
    this.suppressions = suppressions;
  }

  /** Tells those documents' files that say otherwise how their findings stand now. */
  void showStandings(Run run) {
    StandingTable standings = new StandingTable(store);
    for (StandingTable.Outdated outdated : standings.outdated(run.id())) {
      Path folder = folders.output().resolve("documents").resolve(outdated.folder());
      StandingFiles.show(folder, outdated.standings());
      standings.shown(outdated.id(), outdated.hash());
    }
  }

  void write(Run run) {
    TreeMap<String, Boolean> processed = new DocumentTable(store).processedBy(run.id());
    new RunReports().write(new OutputFolder(folders.output()), facts(run, processed), state(run));
  }

  private RunFacts facts(Run run, TreeMap<String, Boolean> processed) {
    TreeMap<String, RunFacts.State> states = new TreeMap<>();
    processed.forEach(
        (source, first) -> states.put(source, first ? RunFacts.State.NEW : RunFacts.State.CHANGED));
    if (processed.isEmpty()) {
      new DocumentTable(store)
          .inState(StoredDocument.State.PROCESSED)
          .forEach(document -> states.put(document.source(), RunFacts.State.UNCHANGED));
    }
    Instant ended = Objects.requireNonNullElseGet(run.ended(), Instant::now);
    return new RunFacts(
        run.inputFolder(),
        run.started(),
        Duration.between(run.started(), ended).toSeconds() + " s",
        run.programVersion(),
        run.fingerprint(),
        states,
        new RunTable(store).leftOut(run.id()).stream().map(Reports::inWords).toList());
  }

  private static String inWords(LeftOut left) {
    return left.source() + ": " + left.reason();
  }

  private RunState state(Run run) {
    StandingTable standings = new StandingTable(store);
    StatedValueTable.Shared shared = new StatedValueTable(store).shared();
    return new RunState(
        standings.changes(run.id()),
        standings.gone(run.id(), MOST_GONE),
        lastAsked(source -> standings.of(source, run.id())),
        new CrossFindingTable(store).all(),
        shared.values(),
        shared.documents(),
        Comparison.suppress(suppressions, store, run).stream()
            .map(Suppressions.Remark::sentence)
            .toList(),
        failures());
  }

  private Severity failures() {
    return settings.failOn().equals("none")
        ? Severity.ERROR
        : Severity.valueOf(settings.failOn().toUpperCase(Locale.ROOT));
  }

  /** Every list asks for the document at hand, one after the other. */
  private static Function<String, Standings> lastAsked(Function<String, Standings> ask) {
    return new Function<>() {
      private String last = "\n";
      private Standings answer = Standings.NONE;

      @Override
      public Standings apply(String source) {
        if (!source.equals(last)) {
          answer = ask.apply(source);
          last = source;
        }
        return answer;
      }
    };
  }
}
