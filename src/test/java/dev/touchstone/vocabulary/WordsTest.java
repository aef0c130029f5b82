package dev.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "Progression-Free Survival, progression- free survival",
    "anaemia, Anemia",
    "diarrhoea, diarrhea",
    "leucopenia, leukopenia",
    "tumour oedema, tumor edema",
    "partial responses, Partial Response",
    "toxicities, toxicity",
    "randomisation, randomization",
    "haemorrhage, hemorrhage",
    "interferon-α, interferon alpha"
  })
  void folds_spelling_case_and_number(String one, String other) {
    assertThat(Words.keys(one)).isEqualTo(Words.keys(other));
  }

  @ParameterizedTest
  @CsvSource({"doxorubicin, aldoxorubicin", "hypertension, hypotension", "PR, PRs", "axis, axi"})
  void keeps_other_words_apart(String one, String other) {
    assertThat(Words.keys(one)).isNotEqualTo(Words.keys(other));
  }
}
