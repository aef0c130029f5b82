package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a header cell says of the cells under it. */
final class HeadReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Drug A (n=83)            | Drug A        | 83   |
          Placebo (N=1,006)        | Placebo       | 1006 |
          Drug A (n=40), n (%)     | Drug A        | 40   |
          Grade 3–4, n (%)         |               |      | 3-4
          Grade I-II               |               |      | 1-2
          Grade ≥3                 |               |      | >=3
          Grade 3 or higher        |               |      | >=3
          Any grade                |               |      | any
          All grades               |               |      | any
          Grade 3/4 neutropenia    | neutropenia   |      | 3-4
          Interruption§            | Interruption  |      |
          Metastatic (NED) (n=11)  | Metastatic (NED) | 11 |
          """)
  void tells_label_number_and_grade(String text, String label, Integer n, String grade) {
    Head head = HeadReader.read(text, false);
    assertThat(head.label()).isEqualTo(label == null ? "" : label);
    assertThat(head.n()).isEqualTo(n);
    assertThat(head.grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P-value               | true
          P                     | true
          P-value (Fisher)      | true
          Hazard ratio (95% CI) | true
          HR                    | true
          Difference (95% CI)   | true
          Drug A (n=40)         | false
          ORR, n (%)            | false
          """)
  void tells_columns_that_compare(String text, boolean compares) {
    assertThat(HeadReader.read(text, false).compares()).isEqualTo(compares);
  }

  @ParameterizedTest
  @CsvSource({
    "Patients,true",
    "Number of patients,true",
    "Randomized,true",
    "Treated patients,true",
    "DLTs,false"
  })
  void tells_columns_that_count_people(String text, boolean people) {
    assertThat(HeadReader.read(text, false).people()).isEqualTo(people);
  }
}
