package dev.touchstone.consistency.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.consistency.CheckPage;
import dev.touchstone.consistency.CorpusCheck;
import dev.touchstone.consistency.CrossFinding;
import dev.touchstone.consistency.CrossFinding.Place;
import dev.touchstone.consistency.StatedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of the check between documents is its test, as those of the others are. */
final class CrossDocumentTest {

  private static final CorpusCheck CHECK = CheckCatalogue.ACROSS;

  @TestFactory
  Stream<DynamicTest> cases_on_the_page_hold() {
    return CHECK.page().cases().stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> holds(example)));
  }

  private static void holds(CheckPage.Case example) {
    List<CrossFinding> found = findings(documents(example.evidence()));
    String shown = String.join("\n", example.evidence());
    assertThat(found.stream().map(it -> it.severity().code() + " " + it.message()))
        .as(shown)
        .containsExactlyElementsOf(example.expected());
    for (CrossFinding finding : found) {
      assertThat(finding.where()).extracting(Place::source).doesNotHaveDuplicates();
      assertThat(finding.settle()).isNotBlank();
    }
  }

  @Test
  void the_id_depends_on_what_disagrees_and_not_on_the_files() {
    Map<String, List<String>> documents = documents(firstFlagged());
    Map<String, List<String>> renamed = new LinkedHashMap<>();
    documents.forEach((name, lines) -> renamed.put("moved/" + name + ".docx", lines));

    assertThat(findings(renamed).get(0).id()).isEqualTo(findings(documents).get(0).id());
  }

  @Test
  void the_quote_is_what_stands_at_its_span() {
    for (Place place : findings(documents(firstFlagged())).get(0).where()) {
      StatedValue value = place.value();
      assertThat(value.quote()).hasSize(value.span().length());
      assertThat(value.quote()).contains(Objects.requireNonNull(value.value().value()).asWritten());
    }
  }

  private static List<String> firstFlagged() {
    return CHECK.page().cases().stream()
        .filter(example -> !example.isSilent())
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  private static Map<String, List<String>> documents(List<String> lines) {
    Map<String, List<String>> documents = new LinkedHashMap<>();
    String name = "";
    for (String line : lines) {
      if (line.startsWith("document ")) {
        name = line.substring("document ".length());
      } else {
        documents.computeIfAbsent(name, any -> new ArrayList<>()).add(line);
      }
    }
    return documents;
  }

  private static List<CrossFinding> findings(Map<String, List<String>> documents) {
    Map<String, List<Place>> byKey = new TreeMap<>();
    documents.forEach(
        (name, lines) -> {
          for (StatedValue value : CHECK.values(CaseNote.of(lines))) {
            byKey
                .computeIfAbsent(value.key(), any -> new ArrayList<>())
                .add(new Place(name, value));
          }
        });
    return byKey.values().stream().map(CHECK::judge).filter(Objects::nonNull).toList();
  }
}
