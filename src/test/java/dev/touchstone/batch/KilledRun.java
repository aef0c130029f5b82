package dev.touchstone.batch;

import java.nio.file.Path;

/** A run in a process of its own, to be killed: input and output folder are its arguments. */
final class KilledRun {

  private KilledRun() {}

  public static void main(String[] args) throws Exception {
    RunRequest request =
        RunRequest.of(Path.of("").toAbsolutePath(), Path.of(args[0]), Path.of(args[1]));
    Settings settings = SettingsFile.defaults().withThreads(2);
    NightlyRun.run(request, settings, Progress.SILENT, (home, given) -> new TextPipeline());
    System.exit(0);
  }
}
