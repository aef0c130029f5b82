package dev.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.quantity.Ucum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

  private static final Path LEXICON = Path.of("config", "lexicon");

  @Test
  void finds_drugs_by_brand_code_and_spelling() throws IOException {
    Lexicon<DrugEntry> drugs = Vocabulary.load(LEXICON).drugs();
    for (String spelling : List.of("Adriamycin", "DOXORUBICIN", "hydroxydaunorubicin")) {
      DrugEntry found = drugs.get(spelling);
      assertThat(found == null ? "nothing" : found.name()).as(spelling).isEqualTo("doxorubicin");
    }
  }

  @Test
  void matches_abbreviations_only_as_they_are_capitalised() throws IOException {
    Lexicon<OutcomeEntry> outcomes = Vocabulary.load(LEXICON).outcomes();
    String text = "per os, os sacrum, OS and DLTs";
    assertThat(outcomes.longest(text, Words.of(text)))
        .extracting(hit -> hit.entry().code())
        .containsExactly("OS", "DLT");
  }

  @Test
  void takes_the_longest_spelling() throws IOException {
    Lexicon<OutcomeEntry> outcomes = Vocabulary.load(LEXICON).outcomes();
    String text = "febrile neutropenia and neutropenia";
    assertThat(outcomes.longest(text, Words.of(text)))
        .extracting(hit -> hit.entry().name())
        .containsExactly("febrile neutropenia", "neutropenia");
  }

  @Test
  void every_unit_is_one_of_ucum() throws IOException {
    Lexicon<UnitEntry> units = Vocabulary.load(LEXICON).units();
    TreeSet<String> unknown = new TreeSet<>();
    for (String line : Files.readAllLines(LEXICON.resolve("units.tsv"))) {
      String code = line.split("\t", -1)[0];
      if (!line.startsWith("#") && !Ucum.isUnit(code)) {
        unknown.add(code);
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(units.get("mcg")).isEqualTo(new UnitEntry("ug", "mass"));
  }

  @Test
  void a_users_file_comes_before_ours_and_changes_the_fingerprint(@TempDir Path folder)
      throws IOException {
    copy(folder);
    String before = Vocabulary.load(folder).fingerprint();
    Files.writeString(folder.resolve("drugs-mine.tsv"), "examplimine\t\t\tAdriamycin\n");
    Vocabulary mine = Vocabulary.load(folder);
    DrugEntry found = mine.drugs().get("adriamycin");
    assertThat(found == null ? "nothing" : found.name()).isEqualTo("examplimine");
    assertThat(mine.fingerprint()).isNotEqualTo(before);
    assertThat(before).isEqualTo(Vocabulary.load(LEXICON).fingerprint());
  }

  @Test
  void names_file_line_and_cure_of_a_broken_row(@TempDir Path folder) throws IOException {
    copy(folder);
    Files.writeString(folder.resolve("outcomes-mine.tsv"), "# ours\nXYZ\texample\t\t\t?\tshare\n");
    assertThatThrownBy(() -> Vocabulary.load(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("outcomes-mine.tsv, line 2")
        .hasMessageContaining("\"?\"")
        .hasMessageContaining("correct the line");
  }

  @Test
  void says_which_lexicon_is_missing(@TempDir Path folder) {
    assertThatThrownBy(() -> Vocabulary.load(folder)).hasMessageContaining("drugs.tsv");
  }

  private static void copy(Path folder) throws IOException {
    for (String name :
        List.of(
            "drugs",
            "outcomes",
            "adverse-events",
            "conditions",
            "units",
            "triggers",
            "outcome-words",
            "outcome-weights",
            "people-weights",
            "stems")) {
      Files.copy(LEXICON.resolve(name + ".tsv"), folder.resolve(name + ".tsv"));
    }
  }
}
