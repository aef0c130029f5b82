package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code extraction/outcomes-reported.md} and {@code extraction/conditions.md}. */
final class ReportedOutcomesTest {

  private static CaseExtraction extraction;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    extraction = new CaseExtraction();
  }

  static Stream<CasePage.Case> outcomes() throws IOException {
    return CasePage.read("outcomes-reported.md");
  }

  static Stream<CasePage.Case> conditions() throws IOException {
    return CasePage.read("conditions.md");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  void keeps_what_is_reported(CasePage.Case example) {
    assertThat(named(example, MentionType.OUTCOME))
        .as(example.note())
        .containsExactlyElementsOf(example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void keeps_what_the_document_is_about(CasePage.Case example) {
    assertThat(named(example, MentionType.CONDITION))
        .as(example.note())
        .containsExactlyElementsOf(example.expected());
  }

  @Test
  void keeps_what_is_merely_named_for_the_checks() {
    NoteEvidence note =
        extraction.ofAbstract(
            new CasePage.Case(
                "merely named",
                "Progression-free survival (OS) of sarcoma is poor. Eighty patients were randomly"
                    + " assigned to exampline or placebo. Response rates were 20% and 10%.",
                List.of()));
    assertThat(note.namedOnly())
        .extracting(Mention::text)
        .contains("Progression-free survival", "OS");
    assertThat(note.namedOnly()).allMatch(mention -> mention.origin().contains("; weight -"));
    assertThat(note.mentions()).doesNotContainAnyElementsOf(note.namedOnly());
  }

  private static List<String> named(CasePage.Case example, MentionType type) {
    return extraction.ofAbstract(example).mentions().stream()
        .filter(mention -> mention.type() == type)
        .map(mention -> "[" + mention.text() + "]")
        .toList();
  }
}
