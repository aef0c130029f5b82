package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

final class SettingsFileTest {

  @TempDir private Path folder;

  private Settings read(String yaml) throws IOException, WrongUsage {
    return SettingsFile.read(Files.writeString(folder.resolve("application.yml"), yaml));
  }

  @Test
  void the_file_that_is_shipped_shows_the_defaults() throws Exception {
    assertThat(SettingsFile.read(Path.of("config/application.yml")))
        .isEqualTo(SettingsFile.defaults());
  }

  @Test
  void a_setting_takes_the_place_of_its_default() throws Exception {
    Settings settings =
        read(
            """
            touchstone:
              threads: 3
              time-limit: 5m
              limits:
                file-bytes: 1MB
            """);

    assertThat(settings.threads()).isEqualTo(3);
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.limits().fileBytes()).isEqualTo(DataSize.ofMegabytes(1));
    assertThat(settings.limits().pages()).isEqualTo(2000);
  }

  @Test
  void a_value_can_come_from_the_environment() throws Exception {
    assertThat(read("touchstone: { store: { user: \"${NO_SUCH_NAME:reviewer}\" } }").store().user())
        .isEqualTo("reviewer");
  }

  @Test
  void an_empty_section_is_no_mistake() throws Exception {
    assertThat(read("touchstone:\n  store:\n")).isEqualTo(SettingsFile.defaults());
  }

  @Test
  void an_unknown_key_is_refused_with_its_line_and_the_likely_one() {
    assertThatThrownBy(() -> read("touchstone:\n  input: x\n  thread: 4\n"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("Unknown setting touchstone.thread (")
        .hasMessageContaining("application.yml, line 3)")
        .hasMessageContaining("Did you mean touchstone.threads?");
  }

  @Test
  void a_key_outside_of_ours_is_refused() {
    assertThatThrownBy(() -> read("spring:\n  datasource:\n    url: x\n"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("spring.datasource.url");
  }

  @Test
  void a_file_that_is_no_yaml_is_refused() {
    assertThatThrownBy(() -> read("touchstone: [\n"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("not valid YAML");
  }

  @Test
  void a_file_that_is_not_there_or_a_folder_is_refused() {
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yml")))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("none.yml");
    assertThatThrownBy(() -> SettingsFile.read(folder))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("is a folder");
  }

  @ParameterizedTest
  @CsvSource({
    "threads: many,touchstone.threads",
    "threads: -1,touchstone.threads",
    "time-limit: soon,touchstone.time-limit",
    "time-limit: 0s,touchstone.time-limit",
    "fail-on: disaster,touchstone.fail-on",
    "limits: { pages: 0 },touchstone.limits.pages",
    "limits: { file-bytes: 3GB },touchstone.limits.file-bytes",
    "store: { url: jdbc:oracle:thin },touchstone.store.url",
    "watch: { cron: daily },touchstone.watch.cron",
    "watch: { cron: 0 2 * * * },touchstone.watch.cron",
    "watch: { settle: 0s },touchstone.watch.settle"
  })
  void a_value_that_cannot_be_is_refused_with_its_key_and_line(String line, String key) {
    assertThatThrownBy(() -> read("touchstone:\n  " + line + "\n"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("The setting " + key)
        .hasMessageContaining("line 2");
  }
}
