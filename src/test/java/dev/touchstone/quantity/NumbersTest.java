package dev.touchstone.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.60 months                       | 5.60
          1,006 of 1,548,200 people         | 1006 1548200
          P = .02, or 0·82                  | 0.02 0.82
          0,82 in some countries            | 0.82
          days 1,8,15                       | 1 8 15
          from -2.7 to −0.3                 | -2.7 -0.3
          0.64-1.06 and 12–24               | 0.64 1.06 12 24
          2.7+/-2.9 and 3.1±0.4             | 2.7 2.9 3.1 0.4
          1.5 × 10^9 cells, 2x10⁶ more      | 1.5E+9 2E+6
          eleven or twenty-one patients     | 11 21
          two hundred mice                  | 200
          five and a half days              | 5.5
          one third, two thirds and half    | 0.333 0.667 0.5
          FGFR2, CYP3A4, DM4 and Q3W        | -
          the 2nd and 21st day              | -
          version 1.2.3                     | -
          someone at the tenth one          | 1
          """)
  void finds_the_numbers_of_a_text(String text, String values) {
    String found =
        Numbers.in(text).stream()
            .map(number -> number.number().value().toString())
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(values.equals("-") ? "" : values);
  }

  @Test
  void keeps_trailing_zeros_and_the_words_of_the_document() {
    PrintedNumber number = Numbers.in("a median of 4.80 months").get(0);
    assertThat(number.number().decimals()).isEqualTo(2);
    assertThat(number.number().asWritten()).isEqualTo("4.80");
    assertThat(number.start()).isEqualTo(12);
    assertThat(number.end()).isEqualTo(16);
  }

  @Test
  void knows_a_text_that_is_one_number() {
    assertThat(Numbers.parse(" 1,300 "))
        .isEqualTo(new ReportedNumber("1,300", new BigDecimal("1300")));
    assertThat(Numbers.parse("3 (5%)")).isNull();
  }
}
