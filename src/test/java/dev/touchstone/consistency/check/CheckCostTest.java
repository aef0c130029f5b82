package dev.touchstone.consistency.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.consistency.ConsistencyReviewer;
import dev.touchstone.evidence.NoteEvidence;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the checks cost on a document that is larger than any note or article. */
class CheckCostTest {

  private static final int ROWS = 1000;
  private static final int SENTENCES = 400;

  @Test
  void five_thousand_values_take_less_than_two_seconds() {
    NoteEvidence note = CaseNote.of(lines());
    assertThat(note.records()).hasSizeGreaterThanOrEqualTo(5000);
    ConsistencyReviewer reviewer = new ConsistencyReviewer(CheckCatalogue.ALL);
    reviewer.review(CaseNote.of(lines().subList(ROWS + 2, ROWS + 52)));
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    reviewer.review(note);
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(2));
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("table 1: Adverse events");
    lines.add("| Event | Drug (n=830) | Placebo (n=400) |");
    for (int i = 0; i < ROWS; i++) {
      int drug = 1 + i % 700;
      int placebo = 1 + i % 300;
      lines.add(
          String.format(
              Locale.ROOT,
              "| any grade event%d | %d (%.1f%%) | %d (%.1f%%) |",
              i,
              drug,
              100.0 * drug / 830,
              placebo,
              100.0 * placebo / 400));
    }
    for (int i = 0; i < SENTENCES; i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "results: Drug vs Placebo | 6-month outcome%d rate | HR 0.%d (0.%d-0.%d), p = 0.0%d",
              i,
              50 + i % 20,
              30 + i % 15,
              75 + i % 20,
              1 + i % 8));
      lines.add(
          "text results: Weight of group"
              + i
              + " was 12."
              + i
              + " kg, 95% CI 10."
              + i
              + " to 14."
              + i
              + ".");
    }
    return lines;
  }
}
