package dev.touchstone.batch;

import dev.touchstone.report.OutputFolder;
import dev.touchstone.report.RunFacts;
import dev.touchstone.report.RunReports;
import dev.touchstone.store.RunTable;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the pages and lists over all documents, unless nothing has changed since they were
 * written.
 */
final class RunReporting implements Tasklet {

  private final Night night;
  private final RunTable runs;
  private final ResultFolders folders;
  private final Progress progress;

  RunReporting(Night night, RunTable runs, ResultFolders folders, Progress progress) {
    this.night = night;
    this.runs = runs;
    this.folders = folders;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    progress.reporting();
    RunTable.Run run = runs.run(night.run());
    List<String> leftOut =
        runs.leftOut(night.run()).stream()
            .map(left -> left.source() + ": " + left.reason())
            .toList();
    new RunReports()
        .write(
            new OutputFolder(folders.output()),
            new RunFacts(
                run.inputFolder(),
                run.started(),
                null,
                run.programVersion(),
                run.fingerprint(),
                Map.of(),
                leftOut));
    return RepeatStatus.FINISHED;
  }
}
