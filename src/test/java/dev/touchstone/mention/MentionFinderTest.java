package dev.touchstone.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MentionFinderTest {

  private static MentionFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = new MentionFinder(Vocabulary.load(Path.of("config", "lexicon")));
  }

  @Test
  void no_sentence_ends_in_an_abbreviation() {
    String text =
        "Miller et al. compared them (27.6% vs. 35.9%). It used approx. 5 mg, e.g. Fig. 2 shows it. P = .02 was found.";
    assertThat(sentences(text))
        .containsExactly(
            "Miller et al. compared them (27.6% vs. 35.9%).",
            "It used approx. 5 mg, e.g. Fig. 2 shows it.", "P = .02 was found.");
  }

  @Test
  void the_number_of_a_heading_is_no_sentence() {
    assertThat(sentences("4. Dose modification for toxicity")).hasSize(1);
  }

  @Test
  void tokens_stand_where_they_are_in_the_text() {
    String text = "INNO-206 at 350 mg/m² gave 61.2±3.4 “points” (p<0.001) … and so on.";
    Unit unit = finder.find(Notes.of(text)).units().get(0);
    assertThat(unit.sentences()).isNotEmpty();
    assertThat(unit.sentences().stream().flatMap(sentence -> sentence.tokens().stream()))
        .isNotEmpty()
        .allSatisfy(
            token ->
                assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end())));
  }

  @Test
  void references_and_boilerplate_yield_nothing() {
    String text = "Docetaxel 75 mg/m² gave a response rate of 20%.";
    for (SectionRole role : List.of(SectionRole.REFERENCES, SectionRole.BOILERPLATE)) {
      assertThat(finder.find(Notes.of(text, role, Paragraph.Kind.TEXT)).units()).isEmpty();
    }
    assertThat(finder.find(Notes.of(text, SectionRole.RESULTS, Paragraph.Kind.RESIDUE)).units())
        .isEmpty();
  }

  @Test
  void title_data_names_drugs_and_nothing_else() {
    String text = "Compound Name: Docetaxel trihydrate, 20 mg, purity 98%";
    List<Mention> mentions =
        finder.find(Notes.of(text, SectionRole.FRONT_MATTER, Paragraph.Kind.METADATA)).mentions();
    assertThat(mentions).extracting(Mention::text).containsExactly("Docetaxel trihydrate");
  }

  @Test
  void mentions_point_into_the_file_behind_the_reading() {
    String file = "Given at 350 mg/m ² to **all** of them, with tamoxi-\nfen.";
    int unit = file.indexOf("mg/m ²");
    int broken = file.indexOf("-\n");
    Passage reading =
        new Passage.Builder(file)
            .append(new Span(0, unit + 4))
            .append("²", new Span(unit + 4, unit + 6))
            .append(new Span(unit + 6, broken))
            .append(new Span(broken + 2, file.length()))
            .build();
    Document empty = Notes.of(file);
    Document document =
        new Document(
            empty.id(),
            empty.source(),
            empty.mediaType(),
            empty.metadata(),
            null,
            file,
            empty.sections(),
            List.of(new Paragraph("s1", Paragraph.Kind.TEXT, null, reading)),
            List.of(),
            empty.locator(),
            List.of(),
            List.of());
    assertThat(finder.find(document).mentions())
        .extracting(Mention::text)
        .containsExactly("350 mg/m ²", "tamoxi-\nfen");
  }

  @Test
  void a_page_without_paragraphs_costs_no_more_than_its_length() {
    String sentence = "Docetaxel 75 mg/m² every 3 weeks gave 20% (5 of 25) and grade 3 rash. ";
    String text = sentence.repeat(2_000);
    // Time of the processor: other programs may be at work beside the test.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    AnnotatedDocument found = finder.find(Notes.of(text));
    assertThat(found.mentions()).hasSizeGreaterThan(8_000);
    assertThat(clock.getCurrentThreadCpuTime() - start)
        .as("nanoseconds")
        .isLessThan(60_000_000_000L);
  }

  @Test
  void threads_share_a_finder_and_agree() {
    String text =
        "Median PFS was 5.6 months with docetaxel 75 mg/m² (n=40) and 2.7 months with placebo (p=0.02).";
    String alone = notation(text);
    assertThat(IntStream.range(0, 8).parallel().mapToObj(unused -> notation(text)))
        .allMatch(alone::equals);
  }

  @Test
  void parses_a_sentence_on_demand() {
    Unit unit =
        finder.find(Notes.of("The patients received docetaxel in this trial.")).units().get(0);
    Sentence sentence = unit.sentences().get(0);
    Parse parse = Syntax.parse(sentence);
    assertThat(parse.size()).isEqualTo(sentence.tokens().size());
    int verb = 2;
    assertThat(parse.head(verb)).isEqualTo(-1);
    assertThat(parse.relation(1)).isEqualTo("nsubj");
    assertThat(parse.dependents(verb)).contains(1, 3);
    assertThat(parse.isBelow(6, verb)).isTrue();
  }

  private static String notation(String text) {
    return finder.find(Notes.of(text)).mentions().stream()
        .map(Mention::toString)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> sentences(String text) {
    Unit unit = finder.find(Notes.of(text)).units().get(0);
    return unit.sentences().stream()
        .map(sentence -> text.substring(sentence.start(), sentence.end()))
        .toList();
  }
}
