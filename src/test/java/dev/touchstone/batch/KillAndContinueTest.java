package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed and started again ends in the same bytes as one that was left alone. */
final class KillAndContinueTest {

  private static final int DOCUMENTS = 40;

  @Test
  void ends_in_the_same_bytes(@TempDir Path folder) throws Exception {
    Desk undisturbed = desk(folder.resolve("undisturbed"));
    undisturbed.run();
    TreeMap<String, String> expected = undisturbed.results();

    Desk killed = desk(folder.resolve("killed"));
    for (int done : List.of(0, 5, 20)) {
      kill(killed, done);
    }
    int left = DOCUMENTS - documentsDone(killed) - entries(killed.output.resolve("quarantine"));
    RunResult last = killed.run();

    assertThat(left).isPositive();
    assertThat(last.processed()).isBetween(left, DOCUMENTS - 1);
    assertThat(killed.results()).isEqualTo(expected);
    assertThat(killed.output.resolve("store/unfinished")).doesNotExist();
    assertThat(killed.run().processed()).isZero();
  }

  private static Desk desk(Path root) throws IOException, WrongUsage {
    Desk desk = new Desk(Files.createDirectories(root));
    for (int i = 0; i < DOCUMENTS; i++) {
      desk.put("note-%02d.txt".formatted(i), i % 10 == 7 ? "REJECT " + i : "SLOW FIND " + i);
    }
    return desk;
  }

  /** Starts a run and kills it as soon as so many documents have their results. */
  private static void kill(Desk desk, int done) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                KilledRun.class.getName(),
                desk.input.toString(),
                desk.output.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(desk.output + ".log"))
            .start();
    try {
      while (process.isAlive()
          && (documentsDone(desk) < done || !Files.exists(desk.output.resolve("store")))) {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      }
      assertThat(process.isAlive()).as("still running when it is killed").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static int documentsDone(Desk desk) throws IOException {
    return entries(desk.output.resolve("documents"));
  }

  private static int entries(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.count();
    }
  }
}
