package dev.touchstone.batch;

import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.Run;
import dev.touchstone.store.StandingTable;
import java.nio.file.Files;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Tells the documents' files how their findings stand, and writes the page and lists over all
 * documents, unless nothing has changed since they were written.
 */
final class RunReporting implements Tasklet {

  private final Night night;
  private final DataSource store;
  private final Reports reports;
  private final ResultFolders folders;
  private final Progress progress;

  RunReporting(
      Night night, DataSource store, Reports reports, ResultFolders folders, Progress progress) {
    this.night = night;
    this.store = store;
    this.reports = reports;
    this.folders = folders;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    progress.reporting();
    RunTable runs = new RunTable(store);
    StandingTable standings = new StandingTable(store);
    Run run = runs.run(night.run());
    reports.showStandings(run);
    String hash = standings.hash(run.id());
    boolean changed =
        !new DocumentTable(store).processedBy(run.id()).isEmpty() || run.found().removed() > 0;
    if (changed || !isUpToDate(run, runs, standings, hash)) {
      reports.write(run);
    }
    standings.shownByRun(run.id(), hash);
    return RepeatStatus.FINISHED;
  }

  /**
   * Whether the run before came to its end, left out the same, said the same of its findings, and
   * its files are still there.
   */
  private boolean isUpToDate(Run run, RunTable runs, StandingTable standings, String hash) {
    List<Run> lastTwo = runs.last(2);
    if (lastTwo.size() < 2 || !lastTwo.get(1).state().equals("done")) {
      return false;
    }
    long last = lastTwo.get(1).id();
    return runs.leftOut(last).equals(runs.leftOut(run.id()))
        && standings.isShown(last, hash)
        && Reports.FILES.stream().allMatch(file -> Files.exists(folders.output().resolve(file)));
  }
}
