package dev.touchstone.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedNumberTest {

  @ParameterizedTest
  @CsvSource({
    "2.50, 2.495, 2.505",
    "2.5,  2.45,  2.55",
    "3,    2.5,   3.5",
    "0.004, 0.0035, 0.0045",
    "-1.2, -1.25, -1.15"
  })
  void covers_the_values_that_print_like_it(String printed, String low, String high) {
    Interval interval = ReportedNumber.of(printed).roundingInterval();
    assertThat(interval.low()).isEqualByComparingTo(low);
    assertThat(interval.high()).isEqualByComparingTo(high);
  }

  @Test
  void keeps_trailing_zeros() {
    assertThat(ReportedNumber.of("2.50").decimals()).isEqualTo(2);
    assertThat(ReportedNumber.of("2.50")).isNotEqualTo(ReportedNumber.of("2.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "5.64, 5.6, true",
    "5.64, 5.7, false",
    "2.5, 2.50, true",
    "3, 2.5, true",
    "46, 45.9, true",
    "46, 46.6, false"
  })
  void agrees_with_a_coarser_rounding_of_itself(String one, String other, boolean agrees) {
    assertThat(ReportedNumber.of(one).agreesWith(ReportedNumber.of(other))).isEqualTo(agrees);
    assertThat(ReportedNumber.of(other).agreesWith(ReportedNumber.of(one))).isEqualTo(agrees);
  }

  @Property(tries = 300)
  void holds_the_exact_value_whichever_way_it_was_rounded(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal exact,
      @ForAll @IntRange(max = 4) int decimals) {
    for (RoundingMode mode :
        new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN}) {
      BigDecimal printed = exact.setScale(decimals, mode);
      ReportedNumber number = new ReportedNumber(printed.toPlainString(), printed);
      assertThat(number.roundingInterval().contains(exact)).isTrue();
    }
  }
}
