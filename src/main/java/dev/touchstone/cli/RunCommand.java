package dev.touchstone.cli;

import dev.touchstone.batch.NightlyRun;
import dev.touchstone.batch.RunRequest;
import dev.touchstone.batch.RunResult;
import dev.touchstone.batch.Settings;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.consistency.Severity;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Processes what is new or has changed, and reports on all. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Process the documents that are new or have changed, and write the reports.",
    description = {
      "",
      "Reads every supported document below the input folder. Documents whose content has not"
          + " changed since the last run keep their results. A document that cannot be read goes"
          + " into quarantine, with the reason; the others go on. A run that was interrupted is"
          + " continued by the next."
    },
    optionListHeading = "%nOptions:%n")
final class RunCommand implements Callable<Integer> {

  /** What makes the exit code 4. */
  enum FailOn {
    NONE,
    ERROR,
    WARNING,
    NOTE;

    boolean isMetBy(RunResult result) {
      int findings = 0;
      for (Severity severity : Severity.values()) {
        if (severity.ordinal() < ordinal()) {
          findings += result.findings(severity.code());
        }
      }
      return findings > 0;
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "DIR",
      description = "Folder with the documents; default: input beside the program.")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the results; default: output beside the program.")
  private @Nullable Path output;

  @Option(
      names = {"-t", "--threads"},
      paramLabel = "N",
      description = "Documents processed at once; default: one per core.")
  private @Nullable Integer threads;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "End with exit code 4 if there are findings of this severity (error, warning,"
              + " note) or above.")
  private @Nullable String failOn;

  @Option(
      names = {"--again", "--force"},
      description = "Process all documents, those that have not changed as well.")
  private boolean again;

  @Option(
      names = "--emptied",
      description = "The input folder has lost all its documents on purpose: remove their results.")
  private boolean emptied;

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    FailOn limit = failOn(settings);
    Path results = home.folder(output, settings.output());
    RunRequest request =
        new RunRequest(
            home.folder(), home.folder(input, settings.input()), results, again, emptied);
    Log.into(results);
    Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    RunResult result;
    try (Console.Bar bar = console.bar()) {
      result = NightlyRun.run(request, settings, bar);
    }
    console.summary(result, results);
    if (!result.quarantined().isEmpty()) {
      return 1;
    }
    return limit.isMetBy(result) ? 4 : 0;
  }

  private Settings settings() throws WrongUsage {
    Settings settings = home.settings();
    if (threads == null) {
      return settings;
    }
    if (threads < 1) {
      throw new WrongUsage("--threads must be at least 1, not " + threads + ".");
    }
    return settings.withThreads(threads);
  }

  private FailOn failOn(Settings settings) throws WrongUsage {
    String severity = failOn == null ? settings.failOn() : failOn;
    try {
      return FailOn.valueOf(severity.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(
          "--fail-on must be error, warning, note or none, not \"" + severity + "\".");
    }
  }
}
