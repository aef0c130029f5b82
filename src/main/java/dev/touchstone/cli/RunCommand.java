package dev.touchstone.cli;

import dev.touchstone.batch.NightlyRun;
import dev.touchstone.batch.RunRequest;
import dev.touchstone.batch.RunResult;
import dev.touchstone.batch.Settings;
import dev.touchstone.batch.WrongUsage;
import java.nio.file.Path;
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
      "Reads every supported document below the input folder. Documents that have not changed since"
          + " the last run keep their results. A document that cannot be read goes into quarantine,"
          + " with the reason; the others go on. A run that was interrupted is continued by the"
          + " next."
    },
    optionListHeading = "%nOptions:%n")
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();
  @Mixin private Folders folders = new Folders();

  @Option(
      names = {"-t", "--threads"},
      paramLabel = "N",
      description = "Documents processed at once; default: one per core.")
  private @Nullable Integer threads;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "End with exit code 4 if there are findings of this severity (error, warning, note) or"
              + " above.")
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
    Settings usual = settings();
    Settings settings = failOn == null ? usual : usual.withFailOn(failOn);
    FailOn limit = FailOn.of(settings.failOn());
    Path output = folders.output(home, settings);
    RunRequest request =
        new RunRequest(home.folder(), folders.input(home, settings), output, again, emptied);
    Log.into(output);
    Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    RunResult result;
    try (Console.Bar bar = console.bar();
        Farewell farewell = new Farewell(console)) {
      result = NightlyRun.run(request, settings, bar);
    }
    console.summary(result, output);
    if (!result.quarantined().isEmpty()) {
      return ExitCode.QUARANTINE;
    }
    return limit.isMetBy(result) ? ExitCode.FINDINGS : ExitCode.DONE;
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
}
