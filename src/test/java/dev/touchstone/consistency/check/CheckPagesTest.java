package dev.touchstone.consistency.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.consistency.CheckPage;
import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.ConsistencyReviewer;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples on the page of each check are its test. */
final class CheckPagesTest {

  @TestFactory
  Stream<DynamicNode> cases_on_the_pages_hold() {
    return CheckCatalogue.ALL.stream()
        .map(
            check ->
                DynamicContainer.dynamicContainer(
                    check.rule(),
                    check.page().cases().stream()
                        .map(
                            example ->
                                DynamicTest.dynamicTest(
                                    example.name(), () -> holds(check, example)))));
  }

  private static void holds(ConsistencyCheck check, CheckPage.Case example) {
    NoteReview review =
        new ConsistencyReviewer(List.of(check)).review(CaseNote.of(example.evidence()));
    assertThat(review.ledger().get(0).state())
        .as(review.ledger().get(0).why())
        .isNotEqualTo(CheckRun.State.COULD_NOT_RUN);
    List<String> found =
        review.findings().stream()
            .map(finding -> finding.severity().code() + " " + finding.message())
            .toList();
    String shown = String.join("\n", example.evidence());
    assertThat(found).as(shown).hasSameSizeAs(example.expected());
    for (int i = 0; i < found.size(); i++) {
      String expected = example.expected().get(i);
      int gap = expected.indexOf(' ');
      assertThat(found.get(i))
          .as(shown)
          .startsWith(expected.substring(0, gap))
          .contains(expected.substring(gap).strip());
    }
    for (Finding finding : review.findings()) {
      assertThat(finding.message().split(" ")).as(finding.message()).hasSizeLessThanOrEqualTo(20);
      assertThat(finding.settle()).as("settle of " + finding.message()).isNotBlank();
      assertThat(finding.steps()).as("steps of " + finding.message()).isNotEmpty();
    }
  }

  @Test
  void every_check_has_a_page_with_flagged_and_silent_cases() {
    for (ConsistencyCheck check : CheckCatalogue.ALL) {
      CheckPage page = check.page();
      assertThat(page.title()).as(check.rule()).isNotBlank();
      assertThat(page.lead()).as(check.rule()).isNotBlank();
      assertThat(page.parts())
          .as(check.rule())
          .extracting(CheckPage.Part::heading)
          .contains("Why it matters", "What is compared", "What to do with a finding");
      assertThat(page.cases()).as(check.rule()).anyMatch(CheckPage.Case::isSilent);
      assertThat(page.cases()).as(check.rule()).anyMatch(example -> !example.isSilent());
      assertThat(check.summary()).endsWith(".");
      assertThat(check.summary().split(" ")).as(check.summary()).hasSizeBetween(7, 16);
    }
  }

  @Test
  void every_check_class_is_in_the_catalogue() throws Exception {
    List<Class<?>> listed =
        CheckCatalogue.ALL.stream().<Class<?>>map(ConsistencyCheck::getClass).toList();
    assertThat(listed).doesNotHaveDuplicates().containsAll(checkClasses());
  }

  @Test
  void every_page_belongs_to_a_check() throws Exception {
    Path folder = Path.of(CheckPage.class.getResource("/checks").toURI());
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(pages.map(page -> page.getFileName().toString()).filter(n -> n.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(
              CheckCatalogue.rules().stream().map(rule -> rule + ".md").toList());
    }
  }

  @Test
  void the_site_lists_every_check_in_the_order_of_the_ledger() throws Exception {
    List<String> listed =
        Files.readAllLines(Path.of("src/site/checks.md")).stream()
            .filter(line -> line.startsWith("| [`"))
            .map(line -> line.substring(4, line.indexOf('`', 4)))
            .toList();
    assertThat(listed).isEqualTo(CheckCatalogue.rules());
  }

  private static List<Class<?>> checkClasses() throws Exception {
    Path folder =
        Path.of(CheckCatalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(CheckCatalogue.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> load(name.substring(0, name.length() - ".class".length())))
          .filter(type -> ConsistencyCheck.class.isAssignableFrom(type) && !type.isInterface())
          .<Class<?>>map(type -> type)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(CheckCatalogue.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
