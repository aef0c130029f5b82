package dev.touchstone.batch;

import dev.touchstone.consistency.CorpusCheck;
import dev.touchstone.consistency.CrossFinding;
import dev.touchstone.consistency.check.CheckCatalogue;
import dev.touchstone.store.CrossFindingTable;
import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.Run;
import dev.touchstone.store.StandingTable;
import dev.touchstone.store.StatedValueTable;
import dev.touchstone.store.SuppressedTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * What no document can say alone: where documents disagree with each other, which findings are new
 * or gone since the last run, and which are suppressed today.
 */
final class Comparison implements Tasklet {

  private static final Comparator<CrossFinding> ORDER =
      Comparator.comparing(CrossFinding::severity)
          .thenComparing(CrossFinding::message)
          .thenComparing(CrossFinding::id);

  private final Night night;
  private final Suppressions suppressions;
  private final DataSource store;

  Comparison(Night night, Suppressions suppressions, DataSource store) {
    this.night = night;
    this.suppressions = suppressions;
    this.store = store;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    RunTable runs = new RunTable(store);
    Run run = runs.run(night.run());
    StandingTable standings = new StandingTable(store);
    if (isDue(run, runs, standings)) {
      new CrossFindingTable(store).replace(disagreements(CheckCatalogue.ACROSS));
    }
    standings.compare(run.id());
    suppress(suppressions, store, run);
    return RepeatStatus.FINISHED;
  }

  /** Enters what is suppressed on the day the run started. */
  static List<Suppressions.Remark> suppress(Suppressions suppressions, DataSource store, Run run) {
    SuppressedTable table = new SuppressedTable(store);
    Suppressions.Applied applied =
        suppressions.apply(table, LocalDate.ofInstant(run.started(), ZoneId.systemDefault()));
    table.replace(applied.suppressed());
    return applied.remarks();
  }

  private boolean isDue(Run run, RunTable runs, StandingTable standings) {
    List<Run> lastTwo = runs.last(2);
    return !new DocumentTable(store).processedBy(run.id()).isEmpty()
        || run.found().removed() > 0
        || standings.since(run.id()) == null
        || !lastTwo.get(1).state().equals("done");
  }

  private List<CrossFinding> disagreements(CorpusCheck check) {
    List<CrossFinding> findings = new ArrayList<>();
    new StatedValueTable(store)
        .eachShared(
            stated -> {
              CrossFinding finding = check.judge(stated);
              if (finding != null) {
                findings.add(finding);
              }
            });
    findings.sort(ORDER);
    return findings;
  }
}
