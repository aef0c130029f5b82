package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Notes of users, which are not part of the project: where they are at hand, every format gives the
 * same evidence and every value that a reader marked is found.
 */
final class RealNotesTest {

  private static final Path LEXICON = Path.of("config/lexicon");
  private static final Path NOTES = Path.of("../shared/seeds");

  private static MentionFinder mentions;
  private static EvidenceExtractor extractor;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    assumeTrue(Files.isDirectory(NOTES), "no notes at " + NOTES + ", so nothing to compare");
    mentions = new MentionFinder(Vocabulary.load(LEXICON));
    extractor = new EvidenceExtractor(LEXICON);
  }

  static Stream<String> notes() throws IOException {
    if (!Files.isDirectory(NOTES)) {
      return Stream.of("none");
    }
    try (Stream<Path> files = Files.list(NOTES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void gives_the_same_evidence_for_every_format(String note) throws IOException {
    List<String> expected = read(note + ".txt").stream().map(EvidenceLines::of).toList();
    assertThat(expected).isNotEmpty();
    for (String format : List.of("md", "html", "docx", "pdf")) {
      assertThat(read(note + "." + format).stream().map(EvidenceLines::of).toList())
          .as(note + "." + format)
          .containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void finds_every_value_that_a_reader_marked(String note) throws IOException {
    List<String> told =
        new ArrayList<>(read(note + ".txt").stream().map(RealNotesTest::value).toList());
    int records = told.size();
    List<String> missed = new ArrayList<>();
    for (String marked : marked(note)) {
      if (!told.remove(marked)) {
        missed.add(marked);
      }
    }
    assertThat(missed).as("values not found").isEmpty();
    assertThat(told.size())
        .as("values that nobody marked: " + told)
        .isLessThanOrEqualTo(records / 10);
  }

  private static List<EvidenceRecord> read(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(NOTES.resolve(file));
    Document document = (Document) new DocumentReader(ReadLimits.DEFAULTS).read(file, bytes);
    return extractor.extract(mentions.find(document)).records();
  }

  private static String value(EvidenceRecord record) {
    var value = record.value();
    String number = value.value() == null ? "" : plain(value.value().value());
    String low = value.low() == null ? "" : plain(value.low().value());
    String high = value.high() == null ? "" : plain(value.high().value());
    return String.join("/", number, low, high, record.outcome().code().equals("AE") ? "AE" : "");
  }

  private static List<String> marked(String note) throws IOException {
    JsonNode gold =
        new ObjectMapper()
            .readTree(Files.readAllBytes(NOTES.resolve("gold/notes/" + note + ".json")));
    List<String> values = new ArrayList<>();
    for (JsonNode record : gold.get("evidence")) {
      JsonNode value = record.get("value");
      String code = record.get("outcome").get("code").asString();
      values.add(
          Stream.of("value", "low", "high")
                  .map(name -> value.has(name) ? plain(value.get(name).decimalValue()) : "")
                  .reduce((a, b) -> a + "/" + b)
                  .orElseThrow()
              + "/"
              + (code.equals("AE") ? "AE" : ""));
    }
    return values;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
