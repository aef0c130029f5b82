package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code extraction/evidence-tables.md} and {@code extraction/evidence-prose.md}. */
final class EvidenceCasesTest {

  private static final Path LEXICON = Path.of("config/lexicon");

  private static MentionFinder mentions;
  private static EvidenceExtractor extractor;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    mentions = new MentionFinder(Vocabulary.load(LEXICON));
    extractor = new EvidenceExtractor(LEXICON);
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
    String note = "A Note on Cases\n\nResults\n\n" + example.note() + "\n";
    Document document =
        (Document)
            new DocumentReader(ReadLimits.DEFAULTS)
                .read("case.txt", note.getBytes(StandardCharsets.UTF_8));
    return extractor.extract(mentions.find(document)).records().stream()
        .map(EvidenceLines::of)
        .toList();
  }
}
