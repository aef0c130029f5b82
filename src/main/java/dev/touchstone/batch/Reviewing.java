package dev.touchstone.batch;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.store.FindingReviews;
import dev.touchstone.store.FindingReviews.Status;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.Run;
import dev.touchstone.store.StandingTable;
import dev.touchstone.store.StoreDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Enters what people decided about findings, and has the reports say so. */
public final class Reviewing {

  /**
   * A decision, or a comment alone.
   *
   * @param where it was given, for messages: {@code line 3}; or empty
   * @param document a path or glob that says in which document, or null where one has the finding
   * @param status null to leave it as it is
   * @param comment null to leave it as it is
   */
  public record Decision(
      String where,
      @Nullable String document,
      String finding,
      @Nullable Status status,
      @Nullable String comment,
      String by) {}

  /**
   * What came of them.
   *
   * @param entered how many findings have been decided
   * @param refused what could not be entered, and the cure, one sentence each
   * @param shown whether the reports say so already; if not, the next run's will
   */
  public record Outcome(int entered, List<String> refused, boolean shown) {

    public Outcome {
      refused = List.copyOf(refused);
    }
  }

  private final HikariDataSource store;
  private final FindingReviews reviews;
  private final List<String> refused = new ArrayList<>();
  private int entered;

  private Reviewing(HikariDataSource store) {
    this.store = store;
    this.reviews = new FindingReviews(store);
  }

  /**
   * @param home the folder that has {@code config/}
   * @param output the results of a run
   */
  public static Outcome enter(Path home, Path output, Settings settings, List<Decision> decisions)
      throws WrongUsage, RunFailed {
    Suppressions suppressions = SuppressionsFile.read(home.resolve("config/suppressions.yml"));
    try (RunLock lock = RunLock.take(output);
        HikariDataSource store = StoreDatabase.open(settings.storeOf(output), 3)) {
      Reviewing reviewing = new Reviewing(store);
      TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(store));
      transaction.executeWithoutResult(status -> decisions.forEach(reviewing::enter));
      Run last = new RunTable(store).last(1).stream().findFirst().orElse(null);
      if (last == null || !last.state().equals("done") || reviewing.entered == 0) {
        return new Outcome(reviewing.entered, reviewing.refused, false);
      }
      ResultFolders folders = new ResultFolders(output);
      Reports reports = new Reports(store, folders, settings, suppressions);
      transaction.executeWithoutResult(status -> reviewing.show(reports, last));
      reviewing.count(folders, last);
      return new Outcome(reviewing.entered, reviewing.refused, true);
    } catch (IOException e) {
      throw new RunFailed("The lock of " + output + " could not be given up: " + e, e);
    }
  }

  private void show(Reports reports, Run run) {
    StandingTable standings = new StandingTable(store);
    reports.showStandings(run);
    reports.write(run);
    standings.shownByRun(run.id(), standings.hash(run.id()));
  }

  /** Brings the counts of {@code run.json} up to date; a folder without it is left so. */
  private void count(ResultFolders folders, Run run) throws RunFailed {
    Path file = folders.output().resolve("run.json");
    if (!Files.exists(file)) {
      return;
    }
    try {
      byte[] written = Files.readAllBytes(file);
      StandingTable standings = new StandingTable(store);
      folders.writeWhole(
          file,
          RunJson.withFindings(
              written,
              new RunTable(store).openFindings(),
              standings.setAside(),
              standings.changes(run.id())));
    } catch (IOException | JacksonException | ClassCastException e) {
      throw new RunFailed(
          "The decisions are kept, but " + file + " cannot be read; the next run writes it anew.",
          e);
    }
  }

  private void enter(Decision decision) {
    List<String> all = reviews.sourcesOf(decision.finding());
    List<String> sources = all;
    String where = decision.where().isEmpty() ? "" : decision.where() + ": ";
    if (decision.document() != null) {
      String document = decision.document();
      sources = all.stream().filter(source -> isMeant(document, source)).toList();
    }
    if (all.isEmpty()) {
      refused.add(
          where
              + "There is no finding "
              + decision.finding()
              + ". Copy the id from the foot of its card; it may be gone since.");
    } else if (sources.isEmpty()) {
      refused.add(
          where
              + decision.finding()
              + " is not in "
              + decision.document()
              + ", but in "
              + String.join(", ", all)
              + ".");
    } else if (sources.size() > 1 && decision.document() == null) {
      refused.add(
          where
              + decision.finding()
              + " is in "
              + sources.size()
              + " documents: "
              + String.join(", ", sources)
              + ". Say which with --document, or --document '**' for all.");
    } else {
      sources.forEach(source -> decide(source, decision));
    }
  }

  private void decide(String source, Decision decision) {
    FindingReviews.Decided former = reviews.of(source, decision.finding());
    Status status =
        decision.status() != null
            ? decision.status()
            : former == null ? Status.OPEN : former.status();
    String comment =
        decision.comment() != null
            ? decision.comment()
            : former == null || decision.status() != null ? "" : former.remark();
    reviews.decide(source, decision.finding(), status, decision.by(), comment);
    entered++;
  }

  /** A path is taken as it is before it is taken for a pattern: names may hold brackets. */
  private static boolean isMeant(String document, String source) {
    if (document.equals(source)) {
      return true;
    }
    try {
      return Suppressions.Entry.matcher(document).matches(Path.of(source));
    } catch (PatternSyntaxException | InvalidPathException noPattern) {
      return false;
    }
  }
}
