package dev.touchstone.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatorTest {

  @ParameterizedTest
  @CsvSource({
    "0, 'line 1, column 1'",
    "2, 'line 1, column 3'",
    "4, 'line 2, column 1'",
    "6, 'line 3, column 1'",
    "7, 'line 4, column 1'",
    "8, 'line 4, column 2'"
  })
  void counts_lines_from_one_whatever_ends_them(int offset, String expected) {
    Locator locator = Locator.ofLines("ab\r\nc\n\rde");
    assertThat(locator.locate(new Span(offset, offset)).locator()).isEqualTo(expected);
  }

  private static final Locator TWO_PAGES =
      Locator.ofAnchors(
          List.of(
              new Anchor(new Span(0, 5), 1, new Box(10, 100, 30, 10), null),
              new Anchor(new Span(6, 10), 1, new Box(45, 100, 20, 10), null),
              new Anchor(new Span(11, 15), 1, new Box(10, 114, 25, 10), null),
              new Anchor(new Span(16, 20), 2, new Box(10, 50, 25, 10), null)));

  @Test
  void joins_the_words_of_a_line_to_one_box() {
    assertThat(TWO_PAGES.locate(new Span(0, 10)))
        .isEqualTo(new Place(new Span(0, 10), 1, List.of(new Box(10, 100, 55, 10)), null));
  }

  @Test
  void gives_one_box_a_line() {
    assertThat(TWO_PAGES.locate(new Span(6, 15)).boxes())
        .containsExactly(new Box(45, 100, 20, 10), new Box(10, 114, 25, 10));
  }

  @Test
  void keeps_to_the_page_that_a_span_starts_on() {
    Place place = TWO_PAGES.locate(new Span(11, 20));
    assertThat(place.page()).isEqualTo(1);
    assertThat(place.boxes()).containsExactly(new Box(10, 114, 25, 10));
  }

  @Test
  void knows_nothing_of_what_was_never_placed() {
    assertThat(Locator.ofAnchors(List.of()).locate(new Span(3, 4)))
        .isEqualTo(new Place(new Span(3, 4), null, List.of(), null));
  }
}
