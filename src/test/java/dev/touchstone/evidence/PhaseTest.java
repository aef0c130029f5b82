package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhaseTest {

  @ParameterizedTest
  @CsvSource({
    "Phase Ib/II study,1b/2",
    "the phase 1B/2 study,1b/2",
    "a Phase IIb trial,2b",
    "phase 2b,2b",
    "Phase I and Ib studies,1/1b",
    "phase III,3",
    "Phase 1a/b trial,1a/1b",
    "phase II/III,2/3"
  })
  void has_one_form_for_each_phase(String text, String phase) {
    Matcher printed = Phase.PRINTED.matcher(text);
    assertThat(printed.find()).isTrue();
    assertThat(Phase.of(printed)).isEqualTo(phase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phase II enzymes", "phase 2 metabolism", "the lag phase", "phase Ixyz"})
  void ignores_phases_that_are_no_trials(String text) {
    assertThat(Phase.PRINTED.matcher(text).find()).isFalse();
  }
}
