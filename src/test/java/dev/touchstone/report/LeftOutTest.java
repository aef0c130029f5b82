package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeftOutTest {

  @Test
  void counts_and_reasons_are_in_words() {
    assertThat(LeftOut.of(new TreeMap<>(Map.of("invisible", 1200, "page-number", 1))))
        .isEqualTo(
            "1,200 characters (invisible: printed in no colour or outside the page),"
                + " 1 character (page number)");
  }

  @Test
  void nothing_is_said_where_nothing_is_left_out() {
    assertThat(LeftOut.of(new TreeMap<>())).isEmpty();
  }

  @Test
  void a_reason_without_words_of_its_own_is_said_as_it_is() {
    assertThat(LeftOut.because("some-new-reason")).isEqualTo("some new reason");
  }
}
