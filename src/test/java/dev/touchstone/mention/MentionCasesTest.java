package dev.touchstone.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the cases of {@code src/test/resources/extraction/mentions-*.md}: a text, then the mentions
 * that it must have. Of every type that a case names, it names all mentions; {@code none} says that
 * there is none.
 */
class MentionCasesTest {

  private static final Path PAGES = Path.of("src", "test", "resources", "extraction");
  private static final MentionFinder FINDER = finder();

  record Case(String page, String name, String text, List<String> expected) {
    @Override
    public String toString() {
      return page + ": " + name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void finds_what_the_page_says(Case given) {
    Set<MentionType> types = EnumSet.noneOf(MentionType.class);
    List<String> expected = new ArrayList<>();
    for (String line : given.expected()) {
      String type = line.split(" ", 2)[0];
      types.add(MentionType.valueOf(type.toUpperCase(Locale.ROOT)));
      if (!line.equals(type + " none")) {
        expected.add(line);
      }
    }
    Document document = Notes.of(given.text());
    List<Mention> mentions = FINDER.find(document).mentions();
    assertThat(
            mentions.stream()
                .filter(mention -> types.contains(mention.type()))
                .map(
                    mention ->
                        mention.type().code() + " [" + mention.text() + "] " + Notation.of(mention))
                .map(String::strip))
        .as(given.text())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(mentions)
        .allSatisfy(
            mention -> assertThat(mention.text()).isEqualTo(document.quote(mention.span())));
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page :
          pages
              .filter(path -> path.getFileName().toString().startsWith("mentions-"))
              .sorted()
              .toList()) {
        read(page, cases);
      }
    }
    return cases.stream();
  }

  private static void read(Path page, List<Case> cases) throws IOException {
    String name = null;
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```case ")) {
        name = line.substring(8);
        text.setLength(0);
        expected = new ArrayList<>();
      } else if (line.equals("```") && name != null) {
        cases.add(
            new Case(
                page.getFileName().toString(),
                name,
                text.toString().strip(),
                List.copyOf(expected)));
        name = null;
      } else if (line.startsWith("=> ")) {
        expected.add(line.substring(3).strip());
      } else if (name != null) {
        text.append(line).append('\n');
      }
    }
  }

  private static MentionFinder finder() {
    try {
      return new MentionFinder(Vocabulary.load(Path.of("config", "lexicon")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
