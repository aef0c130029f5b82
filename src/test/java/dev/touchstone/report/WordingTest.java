package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "2.50, mo, 2.50 months",
    "1, mo, 1 month",
    "46, %, 46%",
    "350, mg/m2, 350 mg/m²",
    "3, 1, 3",
    "1, d, 1 day",
    "1006, '', 1006",
  })
  void a_number_with_its_unit(String number, String unit, String words) {
    assertThat(Wording.withUnit(number, unit.isEmpty() ? null : unit)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "P_VALUE, EQUAL, 0.02, , p = 0.02",
    "P_VALUE, LESS, 0.001, , p < 0.001",
    "PERCENT, AT_LEAST, 9.5, %, ≥ 9.5%",
    "HAZARD_RATIO, EQUAL, 0.82, , HR 0.82",
    "DURATION, ABOUT, 5.6, mo, about 5.6 months",
    "COUNT, EQUAL, 3, , 3",
  })
  void a_measured_value(
      Measure.Kind kind,
      Measure.Comparator comparator,
      String value,
      @Nullable String unit,
      String words) {
    Measure measure =
        new Measure(kind, ReportedNumber.of(value), null, null, null, comparator, unit, null, null);
    assertThat(Wording.words(measure)).isEqualTo(words);
  }

  @Test
  void an_interval_and_a_missing_value() {
    Measure interval =
        new Measure(
            Measure.Kind.CI,
            null,
            ReportedNumber.of("0.64"),
            ReportedNumber.of("1.06"),
            ReportedNumber.of("95"),
            Measure.Comparator.EQUAL,
            null,
            null,
            null);
    Measure missing =
        new Measure(
            Measure.Kind.DURATION,
            null,
            null,
            null,
            null,
            Measure.Comparator.EQUAL,
            "mo",
            null,
            Measure.Missing.NOT_REACHED);
    assertThat(Wording.words(interval)).isEqualTo("95% CI 0.64 to 1.06");
    assertThat(Wording.words(missing)).isEqualTo("not reached");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, d, once a day",
    "2, 1, d, twice a day",
    "4, 1, wk, 4 times a week",
    "1, 3, wk, every 3 weeks",
    "2, 3, wk, twice every 3 weeks",
  })
  void how_often_a_dose_is_given(String times, String per, String unit, String words) {
    Dose.Frequency frequency = new Dose.Frequency(new BigDecimal(times), new BigDecimal(per), unit);
    assertThat(Wording.schedule(dose(frequency, null, null))).isEqualTo(words);
  }

  @Test
  void a_schedule_names_days_cycle_and_daily_total() {
    Dose.Frequency daily = new Dose.Frequency(BigDecimal.ONE, BigDecimal.ONE, "d");
    Dose.Cycle cycle = new Dose.Cycle(new BigDecimal("28"), "d", 6);
    assertThat(Wording.schedule(dose(daily, "1-21", cycle)))
        .isEqualTo("once a day, days 1-21, 28-day cycle, at most 6 cycles");
  }

  @Test
  void an_outcome_says_what_its_label_does_not() {
    Outcome.TimePoint sixMonths = new Outcome.TimePoint(new BigDecimal("6"), "mo");
    assertThat(Wording.words(outcome("PFS rate", sixMonths, null, "L-Sarcomas")))
        .isEqualTo("PFS rate at 6 months, L-Sarcomas");
    assertThat(Wording.words(outcome("6-Month PFS Rate", sixMonths, null, null)))
        .isEqualTo("6-Month PFS Rate");
    assertThat(Wording.words(outcome("Neutropenia", null, "3-4", null)))
        .isEqualTo("Neutropenia, grade 3-4");
  }

  @ParameterizedTest
  @CsvSource({
    "999, 1000, 99.9%",
    "99999, 100000, 99.9%",
    "5, 5, 100.0%",
    "0, 0, 100.0%",
  })
  void less_than_all_is_never_called_all(long part, long whole, String words) {
    assertThat(Wording.percent(part, whole)).isEqualTo(words);
  }

  @Test
  void characters_that_html_does_not_take_show_as_unreadable() {
    assertThat(Wording.printable("a\u0000b\u001Fc\u0085\uFFFFd\te")).isEqualTo("a�b�c��d\te");
    assertThat(Wording.printable("mg/m² – 5 µg")).isEqualTo("mg/m² – 5 µg");
  }

  @Test
  void a_long_quote_is_cut_between_words() {
    assertThat(Wording.quote("many words\n and more ".repeat(20)))
        .hasSizeLessThan(170)
        .startsWith("many words and more many")
        .endsWith("more …");
  }

  private static Dose dose(
      Dose.Frequency frequency, @Nullable String days, Dose.@Nullable Cycle cycle) {
    return new Dose(
        ReportedNumber.of("5"), null, null, "mg", frequency, null, days, cycle, null, null);
  }

  private static Outcome outcome(
      String label,
      Outcome.@Nullable TimePoint at,
      @Nullable String grade,
      @Nullable String population) {
    return new Outcome("PFS", label, null, at, grade, null, population, null);
  }
}
