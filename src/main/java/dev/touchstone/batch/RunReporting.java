package dev.touchstone.batch;

import dev.touchstone.report.OutputFolder;
import dev.touchstone.report.RunFacts;
import dev.touchstone.report.RunReports;
import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.LeftOut;
import dev.touchstone.store.RunTable.Run;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the page and lists over all documents, unless nothing has changed since they were written.
 */
final class RunReporting implements Tasklet {

  private static final List<String> FILES =
      List.of("index.html", "findings.csv", "evidence.csv", "regimens.csv");

  private final Night night;
  private final DocumentTable documents;
  private final RunTable runs;
  private final ResultFolders folders;
  private final Progress progress;

  RunReporting(
      Night night,
      DocumentTable documents,
      RunTable runs,
      ResultFolders folders,
      Progress progress) {
    this.night = night;
    this.documents = documents;
    this.runs = runs;
    this.folders = folders;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    progress.reporting();
    Run run = runs.run(night.run());
    TreeMap<String, Boolean> processed = documents.processedBy(run.id());
    if (!processed.isEmpty() || run.found().removed() > 0 || !isUpToDate(run)) {
      new RunReports().write(new OutputFolder(folders.output()), facts(run, processed));
    }
    return RepeatStatus.FINISHED;
  }

  /** Whether the run before came to its end, left out the same, and its files are still there. */
  private boolean isUpToDate(Run run) {
    List<Run> lastTwo = runs.last(2);
    if (lastTwo.size() < 2 || !lastTwo.get(1).state().equals("done")) {
      return false;
    }
    return runs.leftOut(lastTwo.get(1).id()).equals(runs.leftOut(run.id()))
        && FILES.stream().allMatch(file -> Files.exists(folders.output().resolve(file)));
  }

  private RunFacts facts(Run run, Map<String, Boolean> processed) {
    TreeMap<String, RunFacts.State> states = new TreeMap<>();
    processed.forEach(
        (source, first) -> states.put(source, first ? RunFacts.State.NEW : RunFacts.State.CHANGED));
    return new RunFacts(
        run.inputFolder(),
        run.started(),
        Duration.between(run.started(), Instant.now()).toSeconds() + " s",
        run.programVersion(),
        run.fingerprint(),
        states,
        runs.leftOut(run.id()).stream().map(RunReporting::inWords).toList());
  }

  private static String inWords(LeftOut left) {
    return left.source() + ": " + left.reason();
  }
}
