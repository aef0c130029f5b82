package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchTest {

  private static final Instant EVENING = Instant.parse("2026-03-01T22:00:00Z");

  private Desk desk;
  private Watch watch;

  @BeforeEach
  void an_empty_input(@TempDir Path folder) throws IOException, WrongUsage {
    desk = new Desk(folder);
    Files.createDirectories(desk.output);
    // The defaults: two at night, and ten seconds without a change.
    watch = new Watch(desk.request(), desk.settings, EVENING, ZoneOffset.UTC);
  }

  private Watch.@Nullable Reason dueAfter(int seconds) {
    return watch.due(EVENING.plusSeconds(seconds));
  }

  @Test
  void nothing_is_due_while_nothing_comes_in() {
    assertThat(dueAfter(0)).isNull();
    assertThat(dueAfter(60)).isNull();
  }

  @Test
  void a_new_file_is_waited_for_until_it_has_stopped_growing() throws IOException {
    desk.put("a.txt", "half");
    assertThat(dueAfter(0)).isNull();
    desk.put("a.txt", "half and whole");
    assertThat(dueAfter(8)).isNull();
    assertThat(dueAfter(17)).isNull();
    assertThat(dueAfter(18)).isEqualTo(Watch.Reason.FILES);
  }

  @Test
  void a_run_settles_it() throws IOException {
    desk.put("a.txt", "new");
    assertThat(dueAfter(0)).isNull();
    assertThat(dueAfter(10)).isEqualTo(Watch.Reason.FILES);

    watch.begin(EVENING.plusSeconds(10));

    assertThat(dueAfter(12)).isNull();
    assertThat(dueAfter(120)).isNull();
  }

  @Test
  void a_removed_file_is_a_change() throws IOException {
    desk.put("a.txt", "new");
    watch.begin(EVENING);
    assertThat(dueAfter(1)).isNull();
    Files.delete(desk.input.resolve("a.txt"));

    assertThat(dueAfter(20)).isNull();
    assertThat(dueAfter(30)).isEqualTo(Watch.Reason.FILES);
  }

  @Test
  void a_file_of_no_supported_kind_is_none() throws IOException {
    desk.put("a.txt.part", "being copied");

    assertThat(dueAfter(0)).isNull();
    assertThat(dueAfter(60)).isNull();
  }

  @Test
  void the_clock_strikes_once_a_night() {
    int fourHours = 4 * 60 * 60;
    assertThat(dueAfter(fourHours - 1)).isNull();
    assertThat(dueAfter(fourHours)).isEqualTo(Watch.Reason.TIME);

    watch.begin(EVENING.plusSeconds(fourHours));

    assertThat(dueAfter(fourHours + 60)).isNull();
    assertThat(watch.nextByTime())
        .isEqualTo(Instant.parse("2026-03-03T02:00:00Z").atZone(ZoneOffset.UTC));
  }
}
