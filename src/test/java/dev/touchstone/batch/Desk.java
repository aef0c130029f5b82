package dev.touchstone.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An input and an output folder, runs from one to the other, and what they leave. */
final class Desk {

  static {
    // Boot would otherwise set up a log of its own.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }

  final Path input;
  final Path output;
  final List<String> examined = Collections.synchronizedList(new ArrayList<>());
  Settings settings;

  Desk(Path root) throws IOException, WrongUsage {
    input = Files.createDirectories(root.resolve("input"));
    output = root.resolve("output");
    settings = SettingsFile.defaults().withThreads(2);
  }

  Desk put(String source, String text) throws IOException {
    Path file = input.resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  RunRequest request() {
    return RunRequest.of(Path.of("").toAbsolutePath(), input, output);
  }

  RunResult run() throws WrongUsage, RunFailed {
    return run(request());
  }

  RunResult run(RunRequest request) throws WrongUsage, RunFailed {
    examined.clear();
    Progress progress =
        new Progress() {
          @Override
          public void begun(String source) {
            examined.add(source);
          }
        };
    return NightlyRun.run(request, settings, progress, (home, given) -> new TextPipeline());
  }

  void timeLimit(Duration limit) {
    settings =
        new Settings(
            settings.input(),
            settings.output(),
            settings.threads(),
            limit,
            settings.failOn(),
            settings.limits(),
            settings.recognition(),
            settings.store(),
            settings.watch());
  }

  void keepIn(StoreAddress store) {
    settings =
        new Settings(
            settings.input(),
            settings.output(),
            settings.threads(),
            settings.timeLimit(),
            settings.failOn(),
            settings.limits(),
            settings.recognition(),
            new Settings.Store(store.url(), store.user(), store.password()),
            settings.watch());
  }

  boolean hasResults(String folder) {
    return Files.exists(output.resolve("documents").resolve(folder).resolve("evidence.json"));
  }

  JsonNode evidence(String folder) throws IOException {
    return json(output.resolve("documents").resolve(folder).resolve("evidence.json"));
  }

  JsonNode quarantine(String source) throws IOException {
    return json(output.resolve("quarantine").resolve(source + ".json"));
  }

  boolean isInQuarantine(String source) {
    return Files.exists(output.resolve("quarantine").resolve(source + ".json"));
  }

  JsonNode runJson() throws IOException {
    return json(output.resolve("run.json"));
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  /** Every result by its path, as it must be the same however a run went. */
  TreeMap<String, String> results() throws IOException {
    TreeMap<String, String> results = new TreeMap<>();
    List<Path> roots =
        List.of(
            output.resolve("documents"),
            output.resolve("quarantine"),
            output.resolve("findings.csv"),
            output.resolve("evidence.csv"),
            output.resolve("regimens.csv"));
    for (Path root : roots) {
      if (Files.exists(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            results.put(
                output.relativize(file).toString(), new String(Files.readAllBytes(file), UTF_8));
          }
        }
      }
    }
    return results;
  }
}
