package dev.touchstone.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanNumeralsTest {

  @ParameterizedTest
  @CsvSource({
    "Phase, Ill, III",
    "Phase, Ilb, IIb",
    "Grade, I-Il, I-II",
    "Phase, Ib/ll, Ib/II",
    "Grade, 'Ill,', 'III,'",
    "95%, Cl), CI)",
  })
  void reads_a_small_l_as_a_capital_where_a_numeral_stands(
      String before, String read, String meant) {
    assertThat(read(before, read)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "treated., Ill, Ill",
    "were, ill, ill",
    "we, will, will",
    "mM, Cl, Cl",
    "of, Il-2, Il-2",
    "dose, l, l",
  })
  void leaves_what_may_be_a_word(String before, String read, String meant) {
    assertThat(read(before, read)).isEqualTo(meant);
  }

  private static String read(String before, String word) {
    List<Mark> marks =
        word.chars().mapToObj(c -> new Mark(String.valueOf((char) c), 0, 1, 0, 20, false)).toList();
    return RomanNumerals.read(marks, before).stream().map(Mark::text).collect(Collectors.joining());
  }
}
