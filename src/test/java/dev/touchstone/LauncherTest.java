package dev.touchstone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of its own, with a Java and a Maven that only write down how they were
 * called.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path folder;

  private Path project;
  private Path jdk;

  @BeforeEach
  void a_built_project_and_a_jdk() throws IOException {
    project = Files.createDirectories(folder.resolve("my project"));
    Files.copy(Path.of("touchstone"), project.resolve("touchstone"));
    runnable(project.resolve("touchstone"));
    write(project.resolve("pom.xml"), "");
    write(project.resolve("src/main/Source.java"), "");
    for (Path source :
        List.of(project.resolve("pom.xml"), project.resolve("src/main/Source.java"))) {
      Files.setLastModifiedTime(source, FileTime.from(LONG_AGO));
    }
    Files.setLastModifiedTime(project.resolve("src/main"), FileTime.from(LONG_AGO));
    write(project.resolve("target/touchstone.jar"), "");
    write(project.resolve("target/touchstone.jar.original"), "");
    script(
        project.resolve("mvnw"),
        """
        echo "$*" >>"$(dirname "$0")/maven.log"
        echo '[INFO] --- maven-jar-plugin:3.4.2:jar (default-jar) @ touchstone ---'
        sleep 1
        mkdir -p target && : >target/touchstone.jar && : >target/touchstone.jar.original
        """);
    jdk = jdk("jdk", "17.0.15");
  }

  @Test
  void passes_arguments_folder_and_exit_code_through() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("ts"), project.resolve("touchstone"));

    Outcome outcome = start(elsewhere, link, "exit 7", "two words", "");

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.out()).contains("in " + elsewhere.toRealPath() + "\n");
    assertThat(outcome.out()).endsWith("[exit 7][two words][]\n");
    assertThat(outcome.out()).contains("[-Dtouchstone.home=" + project.toRealPath() + "]");
  }

  @Test
  void bounds_the_heap_and_lets_the_user_say_otherwise() throws Exception {
    assertThat(start().out()).contains("[-Xmx1g]");

    Outcome outcome =
        start(Map.of("TOUCHSTONE_HEAP", "3g", "TOUCHSTONE_JAVA_OPTS", "-Da=1 -Db=2"), "x");

    assertThat(outcome.out()).contains("[-Xmx3g]", "[-Da=1][-Db=2]");
  }

  @Test
  void unpacks_and_archives_once() throws Exception {
    Outcome first = start();
    Outcome second = start();

    assertThat(first.err()).contains("preparing fast starts");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("touchstone.jsa]");
    assertThat(calls("java.log")).containsExactly("unpack", "train", "run", "run");
    assertThat(calls("maven.log")).isEmpty();
  }

  @Test
  void makes_the_archive_again_for_another_java() throws Exception {
    start();
    jdk = jdk("newer jdk", "21.0.2");
    start();

    assertThat(calls("java.log")).containsExactly("unpack", "train", "run", "train", "run");
  }

  @Test
  void builds_again_when_a_source_is_newer_and_only_then() throws Exception {
    start();
    Files.setLastModifiedTime(
        project.resolve("src/main/Source.java"), FileTime.from(Instant.now().plusMillis(5)));
    Thread.sleep(20);

    assertThat(start().err()).contains("the sources are newer");
    start();

    assertThat(calls("maven.log")).hasSize(1);
    assertThat(calls("java.log"))
        .containsExactly("unpack", "train", "run", "unpack", "train", "run", "run");
  }

  @Test
  void two_first_starts_build_once() throws Exception {
    Files.delete(project.resolve("target/touchstone.jar"));
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      starts.add(process(folder, project.resolve("touchstone"), Map.of(), "exit 7"));
    }
    for (Process one : starts) {
      assertThat(one.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(one.exitValue()).isEqualTo(7);
    }

    assertThat(calls("maven.log")).hasSize(1);
    assertThat(calls("java.log")).containsExactly("unpack", "train", "run", "run");
    assertThat(project.resolve("target/launch.lock")).doesNotExist();
  }

  @Test
  void takes_over_the_lock_of_a_start_that_was_killed() throws Exception {
    write(project.resolve("target/launch.lock/pid"), "99999999");

    assertThat(start().exitCode()).isZero();
  }

  @Test
  void a_failed_build_shows_the_errors_and_names_the_log() throws Exception {
    Files.delete(project.resolve("target/touchstone.jar"));
    script(project.resolve("mvnw"), "echo '[INFO] fine'; echo '[ERROR] no such symbol'; exit 1");

    Outcome outcome = start();

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("[ERROR] no such symbol", "build.log");
    assertThat(outcome.err()).doesNotContain("[INFO]");
  }

  @Test
  void says_what_to_do_when_java_is_too_old() throws Exception {
    jdk = jdk("old jdk", "1.8.0_402");

    Outcome outcome = start(Map.of("PATH", toolsWithoutJava().toString()), "x");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("needs Java 17 or later", "old jdk/bin/java is Java 8", "JAVA_HOME");
  }

  private record Outcome(int exitCode, String out, String err) {}

  private Outcome start() throws Exception {
    return start(Map.of(), "exit 0");
  }

  private Outcome start(Map<String, String> environment, String... arguments) throws Exception {
    return outcome(process(folder, project.resolve("touchstone"), environment, arguments));
  }

  private Outcome start(Path from, Path launcher, String... arguments) throws Exception {
    return outcome(process(from, launcher, Map.of(), arguments));
  }

  private static Outcome outcome(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private Process process(
      Path from, Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TOUCHSTONE_"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private List<String> calls(String log) throws IOException {
    Path file = project.resolve(log);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** A Java that unpacks and archives empty files and, asked to run, prints its arguments. */
  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "");
    script(
        home.resolve("bin/java"),
        """
        log="%s/java.log"
        for argument; do
          case $argument in
            -Djarmode=tools)
              echo unpack >>"$log"
              for folder; do :; done
              mkdir -p "$folder" && : >"$folder/touchstone.jar"
              exit 0 ;;
            -XX:ArchiveClassesAtExit=*)
              echo train >>"$log"
              echo archive >"${argument#*=}"
              exit 0 ;;
          esac
        done
        echo run >>"$log"
        echo "in $(pwd -P)"
        for argument; do
          printf '[%%s]' "$argument"
          case $argument in 'exit '*) code=${argument#exit } ;; esac
        done
        echo
        exit ${code:-0}
        """
            .formatted(project));
    return home;
  }

  private Path toolsWithoutJava() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed")) {
      for (String bin : List.of("/usr/bin/", "/bin/")) {
        Path original = Path.of(bin + tool);
        if (Files.exists(original) && Files.notExists(tools.resolve(tool))) {
          script(tools.resolve(tool), "exec " + original + " \"$@\"");
        }
      }
    }
    return tools;
  }

  private static void script(Path file, String body) throws IOException {
    write(file, "#!/bin/sh\n" + body);
    runnable(file);
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static void runnable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
