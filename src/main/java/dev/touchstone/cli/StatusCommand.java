package dev.touchstone.cli;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.batch.RunLock;
import dev.touchstone.batch.Settings;
import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.QuarantineTable;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.Run;
import dev.touchstone.store.StoreDatabase;
import dev.touchstone.store.StoredDocument.State;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the last runs did, how many documents and findings there are, what is in quarantine. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Show the last runs, the counts and the quarantine.",
    optionListHeading = "%nOptions:%n")
final class StatusCommand implements Callable<Integer> {

  private static final int RUNS = 5;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of the results; default: output beside the program.")
  private @Nullable Path output;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = home.settings();
    Path results = home.folder(output, settings.output());
    Optional<String> holder = RunLock.holder(results);
    if (holder.isPresent()) {
      out.println("A run is going on in " + results + " (process " + holder.get() + ").");
      if (settings.store().url().isEmpty()) {
        out.println("Its store can be asked when it has ended.");
        return ExitCode.DONE;
      }
    }
    boolean embedded = settings.store().url().isEmpty();
    if (embedded && !Files.exists(results.resolve("store/touchstone.mv.db"))) {
      out.println("No run yet in " + results + ". Start one with: touchstone run");
      return ExitCode.DONE;
    }
    try (HikariDataSource store = StoreDatabase.openToRead(settings.storeOf(results))) {
      runs(out, new RunTable(store), holder.isPresent());
      counts(out, new DocumentTable(store), new RunTable(store));
      quarantine(out, new QuarantineTable(store));
    }
    out.println("Results: " + results.resolve("index.html"));
    return ExitCode.DONE;
  }

  /**
   * @param working whether a process is at it: without one, a run that has no end was killed
   */
  private static void runs(PrintWriter out, RunTable table, boolean working) {
    List<Run> runs = table.last(RUNS);
    out.println("Last runs");
    for (Run run : runs) {
      RunTable.Found found = run.found();
      out.printf(
          Locale.ROOT,
          "  %4d  %s  %-11s  %6s  %d documents: %d new, %d changed, %d unchanged, %d removed%n",
          run.id(),
          MINUTES.format(run.started()),
          run.state().equals("running") && !working ? "interrupted" : run.state(),
          took(run),
          found.found(),
          found.fresh(),
          found.changed(),
          found.unchanged(),
          found.removed());
    }
  }

  private static String took(Run run) {
    Instant ended = run.ended();
    return ended == null ? "" : Duration.between(run.started(), ended).toSeconds() + " s";
  }

  private static void counts(PrintWriter out, DocumentTable documents, RunTable runs) {
    out.printf(
        Locale.ROOT,
        "Documents: %d processed, %d waiting, %d in quarantine%n",
        documents.count(State.PROCESSED),
        documents.count(State.WAITING),
        documents.count(State.QUARANTINED));
    Map<String, Integer> findings = runs.openFindings();
    out.printf(
        Locale.ROOT,
        "Findings: %d errors, %d warnings, %d notes%n",
        findings.getOrDefault("error", 0),
        findings.getOrDefault("warning", 0),
        findings.getOrDefault("note", 0));
  }

  private static void quarantine(PrintWriter out, QuarantineTable table) {
    List<QuarantineTable.Entry> entries = table.all();
    if (!entries.isEmpty()) {
      out.println("Quarantine");
    }
    for (QuarantineTable.Entry entry : entries) {
      out.println("  " + Printable.text(entry.source()));
      out.println("      " + Printable.text(entry.error()));
      out.println("      " + Printable.text(entry.cure()));
    }
  }
}
