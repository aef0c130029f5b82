package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.mention.MentionType;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code extraction/outcomes-reported.md}. */
final class ReportedOutcomesTest {

  private static CaseExtraction extraction;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    extraction = new CaseExtraction();
  }

  static Stream<CasePage.Case> cases() throws IOException {
    return CasePage.read("outcomes-reported.md");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void keeps_what_is_reported(CasePage.Case example) {
    assertThat(
            extraction.ofAbstract(example).mentions().stream()
                .filter(mention -> mention.type() == MentionType.OUTCOME)
                .map(mention -> "[" + mention.text() + "]"))
        .as(example.note())
        .containsExactlyElementsOf(example.expected());
  }
}
