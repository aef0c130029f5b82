package dev.touchstone.cli;

import dev.touchstone.batch.Settings;
import dev.touchstone.batch.SettingsFile;
import dev.touchstone.batch.WrongUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The program's folder and its settings. */
final class Home {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file; default: config/application.yml beside the program.")
  private @Nullable Path config;

  /** The folder that has {@code config/}; the launcher says which. */
  Path folder() {
    return Path.of(System.getProperty("touchstone.home", "")).toAbsolutePath().normalize();
  }

  Settings settings() throws WrongUsage {
    if (config != null) {
      return SettingsFile.read(config);
    }
    Path usual = folder().resolve("config/application.yml");
    return Files.exists(usual) ? SettingsFile.read(usual) : SettingsFile.defaults();
  }

  /**
   * An option's folder as given, or else the setting's, which is relative to the program's folder.
   */
  Path folder(@Nullable Path given, String setting) {
    Path path = given == null ? folder().resolve(setting) : given;
    return path.toAbsolutePath().normalize();
  }
}
