package dev.touchstone.cli;

import dev.touchstone.batch.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the documents are and where the results go. */
final class Folders {

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

  Path input(Home home, Settings settings) {
    return home.folder(input, settings.input());
  }

  Path output(Home home, Settings settings) {
    return home.folder(output, settings.output());
  }
}
