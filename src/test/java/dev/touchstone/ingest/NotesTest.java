package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.document.Block;
import dev.touchstone.document.Document;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real notes in several formats, where they are at hand beside the project. */
class NotesTest {

  private static final Path SEEDS = Path.of("../shared/seeds");
  private static final List<String> FORMATS = List.of("md", "html", "docx", "pdf");

  static Stream<String> notes() throws IOException {
    if (!Files.isDirectory(SEEDS)) {
      return Stream.of("none");
    }
    try (Stream<Path> files = Files.list(SEEDS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Document read(String name) {
    try {
      Document document = Outline.read(name, Files.readAllBytes(SEEDS.resolve(name)));
      Outline.check(document);
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void one_note_in_five_formats_is_one_document(String note) {
    assumeTrue(Files.isDirectory(SEEDS), "no notes beside the project: " + SEEDS);
    Document text = read(note + ".txt");
    for (String format : FORMATS) {
      Document other = read(note + "." + format);
      assertThat(evidential(other)).as(format).isEqualTo(evidential(text));
      assertThat(Outline.tables(other)).as(format).isEqualTo(Outline.tables(text));
      assertThat(other.metadata()).as(format).isEqualTo(text.metadata());
      assertThat(
              other.references().stream()
                  .map(
                      reference -> reference.key() + reference.text() + reference.citedAt().size()))
          .as(format)
          .isEqualTo(
              text.references().stream()
                  .map(reference -> reference.key() + reference.text() + reference.citedAt().size())
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void no_offer_and_no_link_reaches_a_section_with_evidence(String note) {
    assumeTrue(Files.isDirectory(SEEDS), "no notes beside the project: " + SEEDS);
    assertThat(evidential(read(note + ".txt")))
        .doesNotContain("Quote", "@", "Click to download", "**", "^{", "](#)");
  }

  /** Headings, running text and list items of the sections that may yield evidence. */
  private static String evidential(Document document) {
    List<String> silent =
        document.sections().stream()
            .filter(section -> !section.role().yieldsEvidence())
            .map(Section::id)
            .toList();
    String sections =
        document.sections().stream()
            .filter(section -> section.role() != SectionRole.BOILERPLATE)
            .map(section -> section.level() + " " + section.title() + " " + section.role())
            .collect(Collectors.joining("\n"));
    String words =
        document.blocks().stream()
            .filter(block -> !silent.contains(block.section()))
            .map(NotesTest::words)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return sections + "\n" + words;
  }

  private static String words(Block block) {
    return block.match(
        heading -> heading.passage().text(),
        paragraph -> paragraph.kind() == Paragraph.Kind.RESIDUE ? "" : paragraph.passage().text(),
        table -> "");
  }
}
