package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.mention.Measure;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a cell, given what its header says. */
final class CellReaderTest {

  @ParameterizedTest(name = "{1} under \"{0}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | 5.60 months                    | duration 5.60 mo
          ''                     | 511 (50.8%)                    | count 511, percent 50.8 %
          ''                     | 65% (n=35)                     | percent 65 %, count 35
          ''                     | 2.6% (1 patient)               | percent 2.6 %, count 1
          ''                     | 12/40 (30%)                    | count 12 of 40, percent 30 %
          ''                     | 1,006                          | count 1006
          'n (%)'                | 25 (30.1)                      | count 25, percent 30.1 %
          'No. (%)'              | 8 (3)                          | count 8, percent 3 %
          '%'                    | 30.1                           | percent 30.1 %
          'Hazard ratio (95% CI)'| 0.82 (0.64-1.06)               | hazard-ratio 0.82, ci 0.64..1.06 at 95
          'HR'                   | 0.82 [95% CI: 0.64, 1.06]      | hazard-ratio 0.82, ci 0.64..1.06 at 95
          ''                     | 5.2 months (95% CI 4.2–6.2)    | duration 5.2 mo, ci 4.2..6.2 mo at 95
          'Median OS (months)'   | 16.9                           | duration 16.9 mo
          'Median age (range)'   | 62 (34–81)                     | count 62, range 34..81
          'P-value'              | <0.001                         | p-value <0.001
          'P-value'              | .04                            | p-value .04
          ''                     | 25% (p=0.02)                   | percent 25 %, p-value 0.02
          ''                     | 61.2 ± 3.4                     | mean 61.2, sd 3.4
          ''                     | 350 mg/m²                      | dose 350 mg/m2
          ''                     | Occurred in 31% (n=18) of all  | percent 31 %, count 18
          'Median OS'            | Not reached                    | duration not-reached
          ''                     | N/A                            | duration not-applicable
          """)
  void reads_the_values_of_a_cell(String header, String cell, String expected) {
    assertThat(read(header, cell)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -
          –
          Grade 4 neutropenia, grade 3 fever
          Colorectal
          """)
  @DisplayName("reads nothing from dashes and words")
  void reads_nothing_from_dashes_and_words(String cell) {
    assertThat(read("", cell)).isEmpty();
  }

  private static String read(String header, String cell) {
    Head head = HeadReader.read(header, false);
    CellReader.Context context =
        new CellReader.Context(head.kind(), head.spread(), head.level(), head.unit(), null);
    return CellReader.read(cell, context).stream()
        .map(reading -> show(reading.measure()))
        .collect(Collectors.joining(", "));
  }

  private static String show(Measure measure) {
    StringBuilder shown = new StringBuilder(measure.kind().code().toLowerCase(Locale.ROOT));
    if (measure.missing() != null) {
      return shown.append(' ').append(measure.missing().code()).toString();
    }
    if (measure.value() != null) {
      String symbol =
          measure.comparator() == Measure.Comparator.EQUAL ? "" : measure.comparator().symbol();
      shown.append(' ').append(symbol).append(measure.value().asWritten().replace(",", ""));
    }
    if (measure.low() != null && measure.high() != null) {
      shown.append(' ').append(measure.low().value()).append("..").append(measure.high().value());
    }
    if (measure.of() != null) {
      shown.append(" of ").append(measure.of().value());
    }
    if (measure.unit() != null) {
      shown.append(' ').append(measure.unit());
    }
    if (measure.level() != null) {
      shown.append(" at ").append(measure.level().value());
    }
    return shown.toString();
  }
}
