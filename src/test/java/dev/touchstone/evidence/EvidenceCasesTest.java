package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.mention.Outcome;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
        .map(EvidenceCasesTest::line)
        .toList();
  }

  private static String line(EvidenceRecord record) {
    String arms =
        record.arms().stream()
            .map(arm -> arm.n() == null ? arm.label() : arm.label() + " (" + arm.n() + ")")
            .collect(Collectors.joining(", "));
    return (arms.isEmpty() ? "-" : arms)
        + " | "
        + outcome(record.outcome())
        + " | "
        + value(record.value());
  }

  private static String outcome(Outcome outcome) {
    StringBuilder shown = new StringBuilder(outcome.code());
    if (outcome.term() != null && (outcome.code().equals("AE") || outcome.code().equals("OTHER"))) {
      shown.append(' ').append(outcome.term());
    }
    if (outcome.grade() != null) {
      shown.append(" g").append(outcome.grade());
    }
    if (outcome.statistic() != null) {
      shown.append(' ').append(outcome.statistic());
    }
    if (outcome.at() != null) {
      shown.append(" at ").append(outcome.at().value()).append(' ').append(outcome.at().unit());
    }
    return shown.toString();
  }

  private static String value(Measure measure) {
    if (measure.missing() != null) {
      return measure.missing().code();
    }
    StringBuilder shown = new StringBuilder();
    switch (measure.kind()) {
      case P_VALUE -> shown.append("p ");
      case CI, HAZARD_RATIO, DOSE, MEAN, SD, RANGE ->
          shown.append(measure.kind().code()).append(' ');
      default -> {}
    }
    if (measure.value() != null) {
      String symbol =
          measure.comparator() == Measure.Comparator.EQUAL ? "" : measure.comparator().symbol();
      shown.append(symbol).append(measure.value().value().toPlainString());
    }
    if (measure.low() != null && measure.high() != null) {
      shown.append(measure.low().value()).append("..").append(measure.high().value());
    }
    if (measure.unit() != null) {
      shown.append(' ').append(measure.unit());
    }
    if (measure.of() != null) {
      shown.append(" of ").append(measure.of().value());
    }
    return shown.toString();
  }
}
