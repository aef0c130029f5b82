package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code extraction/regimens.md} and {@code extraction/claims.md}. */
class RegimenAndClaimCasesTest {

  private static final Path LEXICON = Path.of("config/lexicon");

  private static MentionFinder mentions;
  private static EvidenceExtractor extractor;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    mentions = new MentionFinder(Vocabulary.load(LEXICON));
    extractor = new EvidenceExtractor(LEXICON);
  }

  static Stream<CasePage.Case> regimens() throws IOException {
    return CasePage.read("regimens.md");
  }

  static Stream<CasePage.Case> claims() throws IOException {
    return CasePage.read("claims.md");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regimens")
  void tells_the_regimens_of_a_note(CasePage.Case example) {
    List<String> told =
        extract(example).regimens().stream().map(RegimenAndClaimCasesTest::line).toList();
    assertThat(told).as(example.note()).containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void tells_the_claims_of_a_note(CasePage.Case example) {
    List<String> told =
        extract(example).claims().stream().map(RegimenAndClaimCasesTest::line).toList();
    assertThat(told).as(example.note()).containsExactlyElementsOf(example.expected());
  }

  private static NoteEvidence extract(CasePage.Case example) {
    String note = "A Note on Cases\n\nResults\n\n" + example.note() + "\n";
    Document document =
        (Document)
            new DocumentReader(ReadLimits.DEFAULTS)
                .read("case.txt", note.getBytes(StandardCharsets.UTF_8));
    return extractor.extract(mentions.find(document));
  }

  private static String line(Regimen regimen) {
    Dose dose = regimen.dose();
    String amount =
        dose.value() != null
            ? dose.value().value().toPlainString()
            : Objects.requireNonNull(dose.low()).value().toPlainString()
                + "-"
                + Objects.requireNonNull(dose.high()).value().toPlainString();
    Dose.Frequency frequency = dose.frequency();
    List<String> rest = new ArrayList<>();
    if (dose.route() != null) {
      rest.add(dose.route());
    }
    if (dose.days() != null) {
      rest.add("days " + dose.days());
    }
    Dose.Cycle cycle = dose.cycle();
    if (cycle != null && cycle.length() != null) {
      rest.add("cycle " + cycle.length().toPlainString() + " " + cycle.unit());
    }
    if (cycle != null && cycle.max() != null) {
      rest.add("max " + cycle.max());
    }
    return String.join(
        " | ",
        Objects.requireNonNullElse(regimen.drug(), "-"),
        amount + " " + dose.unit(),
        frequency == null
            ? "-"
            : frequency.times().toPlainString()
                + " per "
                + frequency.per().toPlainString()
                + " "
                + frequency.unit(),
        rest.isEmpty() ? "-" : String.join(", ", rest),
        regimen.role().code());
  }

  private static String line(Claim claim) {
    return String.join(
        " | ",
        claim.outcome().code(),
        claim.direction().code(),
        claim.significance().code(),
        Objects.requireNonNullElse(claim.outcome().population(), "-"));
  }
}
