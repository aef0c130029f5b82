package dev.touchstone.cli;

import dev.touchstone.batch.NightlyRun;
import dev.touchstone.batch.RunFailed;
import dev.touchstone.batch.RunRequest;
import dev.touchstone.batch.RunResult;
import dev.touchstone.batch.Settings;
import dev.touchstone.batch.Watch;
import dev.touchstone.batch.WrongUsage;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps running, and starts a run at set times and when documents have come in. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Keep running; process documents as they come in, and every night.",
    description = {
      "",
      "Starts a run when files below the input folder were added or changed and have stopped"
          + " growing, and at the times of the setting touchstone.watch.cron. Stop it with Ctrl-C."
    },
    optionListHeading = "%nOptions:%n")
final class WatchCommand implements Callable<Integer> {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();
  @Mixin private Folders folders = new Folders();

  @Option(names = "--runs", paramLabel = "N", hidden = true, description = "End after N runs.")
  private @Nullable Integer mostRuns;

  @Override
  public Integer call() throws Exception {
    Settings settings = home.settings();
    Path input = folders.input(home, settings);
    Path output = folders.output(home, settings);
    if (!Files.isDirectory(input)) {
      throw new WrongUsage(
          "The input folder " + input + " is not there. Give an existing folder with --input.");
    }
    Log.into(output);
    RunRequest request = RunRequest.of(home.folder(), input, output);
    Watch watch = new Watch(request, settings, Instant.now(), ZoneId.systemDefault());
    say("watching " + input + nextRun(watch) + "; stop with Ctrl-C");
    int runs = 0;
    while (mostRuns == null || runs < mostRuns) {
      Watch.Reason reason = watch.due(Instant.now());
      if (reason != null) {
        watch.begin(Instant.now());
        say(reason == Watch.Reason.TIME ? "it is time for a run" : "the input folder has changed");
        run(request, settings);
        runs++;
      }
      Thread.sleep(settings.watch().poll().toMillis());
    }
    return ExitCode.DONE;
  }

  /** Trouble with one run is told; the next may do better. */
  private void run(RunRequest request, Settings settings) {
    PrintWriter err = spec.commandLine().getErr();
    Console console = new Console(spec.commandLine().getOut(), err);
    try (Farewell farewell = new Farewell(console)) {
      RunResult result = NightlyRun.run(request, settings, dev.touchstone.batch.Progress.SILENT);
      console.summary(result, request.output());
    } catch (WrongUsage | RunFailed e) {
      err.println("touchstone: " + Printable.text(String.valueOf(e.getMessage())));
    }
  }

  private static String nextRun(Watch watch) {
    ZonedDateTime next = watch.nextByTime();
    return next == null ? "" : "; next run by the clock: " + CLOCK.format(next);
  }

  private void say(String what) {
    spec.commandLine()
        .getOut()
        .println(CLOCK.format(ZonedDateTime.now(ZoneId.systemDefault())) + "  " + what);
  }
}
