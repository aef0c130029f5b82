package dev.touchstone.batch;

import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.QuarantineTable;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.StandingTable;
import dev.touchstone.store.StoreUnreachable;
import dev.touchstone.store.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One run over the input folder, from the lock to {@code run.json}. The store says what is left to
 * do, so that a run after a crash continues where that one stopped.
 */
public final class NightlyRun {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);

  private final RunRequest request;
  private final Settings settings;
  private final Progress progress;
  private final PipelineFactory factory;
  private final Suppressions suppressions;

  private NightlyRun(
      RunRequest request,
      Settings settings,
      Progress progress,
      PipelineFactory factory,
      Suppressions suppressions) {
    this.request = request;
    this.settings = settings;
    this.progress = progress;
    this.factory = factory;
    this.suppressions = suppressions;
  }

  /**
   * @throws WrongUsage if the folders cannot be what is meant
   * @throws RunFailed if the run itself ended early; what was done until then stays
   */
  public static RunResult run(RunRequest request, Settings settings, Progress progress)
      throws WrongUsage, RunFailed {
    return run(request, settings, progress, WholePipeline::of);
  }

  static RunResult run(
      RunRequest request, Settings settings, Progress progress, PipelineFactory factory)
      throws WrongUsage, RunFailed {
    if (settings.store().url().isEmpty() && request.output().toString().contains(";")) {
      throw new WrongUsage(
          "The output folder "
              + request.output()
              + " has a semicolon in its path, which the embedded database cannot have. Give"
              + " another folder with --output.");
    }
    Suppressions suppressions =
        SuppressionsFile.read(request.home().resolve("config/suppressions.yml"));
    return new NightlyRun(usable(request), settings, progress, factory, suppressions).run();
  }

  private static RunRequest usable(RunRequest request) throws WrongUsage {
    Path input = request.input();
    Path output = request.output();
    if (!Files.isDirectory(input)) {
      throw new WrongUsage(
          "The input folder "
              + input
              + (Files.exists(input) ? " is a file." : " is not there.")
              + " Give an existing folder with --input.");
    }
    if (!Files.isReadable(input)) {
      throw new WrongUsage("The input folder " + input + " may not be read by this user.");
    }
    try {
      Files.createDirectories(output);
      Path realInput = input.toRealPath();
      Path realOutput = output.toRealPath();
      if (realInput.startsWith(realOutput)) {
        throw new WrongUsage(
            "The input folder "
                + input
                + " must not be the output folder or lie in it. Give"
                + " another folder with --output.");
      }
      return new RunRequest(
          request.home(), realInput, realOutput, request.again(), request.emptied());
    } catch (IOException e) {
      throw new WrongUsage(
          "The output folder "
              + output
              + " cannot be made: "
              + e
              + ". Give another folder with --output.");
    }
  }

  private RunResult run() throws WrongUsage, RunFailed {
    long begun = System.nanoTime();
    try (RunLock lock = RunLock.take(request.output());
        ConfigurableApplicationContext context = start()) {
      return review(context, begun);
    } catch (IOException e) {
      throw new RunFailed("The lock of " + request.output() + " could not be given up: " + e, e);
    }
  }

  private ConfigurableApplicationContext start() throws RunFailed {
    try {
      return new SpringApplicationBuilder(NightlyJob.class)
          .web(WebApplicationType.NONE)
          .bannerMode(Banner.Mode.OFF)
          .logStartupInfo(false)
          .lazyInitialization(true)
          .registerShutdownHook(false)
          .properties(Map.of("spring.config.location", "optional:classpath:/none/"))
          .initializers(
              context -> {
                var beans = context.getBeanFactory();
                beans.registerSingleton("request", request);
                beans.registerSingleton("settings", settings);
                beans.registerSingleton("progress", progress);
                beans.registerSingleton("factory", factory);
                beans.registerSingleton("suppressions", suppressions);
              })
          .run();
    } catch (BeanCreationException | IllegalStateException e) {
      throw failed(e);
    }
  }

  private RunResult review(ConfigurableApplicationContext context, long begun)
      throws WrongUsage, RunFailed {
    try {
      recoverInterrupted(context.getBean(JobRepository.class), context.getBean(JobOperator.class));
      Night night = context.getBean(Night.class);
      JobExecution execution =
          context
              .getBean(JobOperator.class)
              .start(
                  context.getBean(Job.class),
                  new JobParametersBuilder().addLong("run", night.run()).toJobParameters());
      return finish(context, night, execution, begun);
    } catch (JobExecutionException | BeanCreationException e) {
      throw failed(e);
    }
  }

  /** A process that was killed leaves executions that still count as running. */
  private static void recoverInterrupted(JobRepository jobs, JobOperator operator) {
    for (JobExecution interrupted : jobs.findRunningJobExecutions(NightlyJob.NAME)) {
      LOG.info("run {} was interrupted; going on with what it left", interrupted.getId());
      operator.recover(interrupted);
    }
  }

  private RunResult finish(
      ConfigurableApplicationContext context, Night night, JobExecution execution, long begun)
      throws WrongUsage, RunFailed {
    RunTable runs = context.getBean(RunTable.class);
    for (StepExecution step : execution.getStepExecutions()) {
      for (RunTable.Stage stage : RunTable.Stage.values()) {
        if (stage.name().equalsIgnoreCase(step.getStepName())) {
          runs.took(night.run(), stage, millis(step.getStartTime(), step.getEndTime()));
        }
      }
    }
    boolean completed = execution.getStatus() == BatchStatus.COMPLETED;
    runs.end(night.run(), completed ? "done" : "failed");
    if (!completed) {
      for (Throwable failure : execution.getAllFailureExceptions()) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
          if (at instanceof WrongUsage usage) {
            throw usage;
          }
        }
      }
      throw failed(
          execution.getAllFailureExceptions().stream()
              .findFirst()
              .orElse(new IllegalStateException(execution.getExitStatus().getExitDescription())));
    }
    ResultFolders folders = context.getBean(ResultFolders.class);
    RunTable.Run run = runs.run(night.run());
    RunResult result = result(context, run, begun);
    TreeMap<String, String> names = new TreeMap<>();
    for (StoredDocument document : context.getBean(DocumentTable.class).bySource().values()) {
      if (!document.folder().equals(document.source())) {
        names.put(document.source(), document.folder());
      }
    }
    folders.writeWhole(
        folders.output().resolve("run.json"),
        RunJson.of(run, result, runs.partsOfExtraction(run.id()), names));
    folders.clearUnfinished();
    return result;
  }

  private RunResult result(ConfigurableApplicationContext context, RunTable.Run run, long begun) {
    RunTable runs = context.getBean(RunTable.class);
    DataSource store = context.getBean(DataSource.class);
    Map<String, Integer> outcomes = runs.outcomes(run.id());
    List<RunResult.Quarantined> quarantined =
        new QuarantineTable(store)
            .all().stream()
                .map(
                    entry ->
                        new RunResult.Quarantined(
                            entry.source(), entry.stage(), entry.error(), entry.cure()))
                .toList();
    return new RunResult(
        run.found(),
        outcomes.values().stream().mapToInt(Integer::intValue).sum(),
        quarantined,
        runs.openFindings(),
        runs.leftOut(run.id()),
        new StandingTable(store).changes(run.id()),
        new StandingTable(store).setAside(),
        Comparison.suppress(suppressions, store, run).stream()
            .map(Suppressions.Remark::sentence)
            .toList(),
        (System.nanoTime() - begun) / 1e9);
  }

  private static long millis(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
    return from == null || to == null ? 0 : Duration.between(from, to).toMillis();
  }

  private RunFailed failed(Throwable failure) {
    LOG.error("the run failed", failure);
    Throwable root = failure;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      root = at;
      if (at instanceof StoreUnreachable) {
        return new RunFailed(String.valueOf(at.getMessage()), failure);
      }
    }
    return new RunFailed(
        "The run failed: "
            + root.getClass().getSimpleName()
            + ": "
            + root.getMessage()
            + ". The details are in "
            + request.output().resolve("touchstone.log")
            + "; run again to continue.",
        failure);
  }
}
