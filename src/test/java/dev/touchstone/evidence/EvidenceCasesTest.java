package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code extraction/evidence-tables.md} and {@code extraction/evidence-prose.md}. */
final class EvidenceCasesTest {

  private static CaseExtraction extraction;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    extraction = new CaseExtraction();
  }

  static Stream<CasePage.Case> tables() throws IOException {
    return CasePage.read("evidence-tables.md");
  }

  static Stream<CasePage.Case> prose() throws IOException {
    return CasePage.read("evidence-prose.md");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void reads_the_values_of_tables(CasePage.Case example) {
    assertThat(told(example))
        .as(example.note())
        .containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prose")
  void reads_the_values_of_sentences(CasePage.Case example) {
    assertThat(told(example))
        .as(example.note())
        .containsExactlyInAnyOrderElementsOf(example.expected());
  }

  private static List<String> told(CasePage.Case example) {
    return extraction.of(example).records().stream().map(EvidenceLines::of).toList();
  }
}
