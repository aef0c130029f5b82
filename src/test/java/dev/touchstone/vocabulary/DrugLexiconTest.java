package dev.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every row of the drugs' lexicon keeps to. */
class DrugLexiconTest {

  private static final Path FILE = Path.of("config", "lexicon", "drugs.tsv");
  private static final Set<String> KINDS =
      Set.of("", "drug", "class", "combination", "placebo", "metabolite");

  private record Row(
      String name, String kind, String group, List<String> spellings, List<String> parts) {

    Stream<String> names() {
      return Stream.concat(Stream.of(name), spellings.stream());
    }
  }

  private static List<Row> rows = List.of();

  @BeforeAll
  static void read() throws IOException {
    rows =
        Files.readAllLines(FILE).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .map(
                cells ->
                    new Row(
                        cells[0], cell(cells, 1), cell(cells, 2), list(cells, 3), list(cells, 5)))
            .toList();
  }

  private static String cell(String[] cells, int column) {
    return column < cells.length ? cells[column] : "";
  }

  private static List<String> list(String[] cells, int column) {
    return Arrays.stream(cell(cells, column).split("\\|", -1)).filter(s -> !s.isEmpty()).toList();
  }

  @Test
  void knows_some_thousand_ingredients_with_their_classes() {
    List<Row> drugs = rows.stream().filter(row -> row.kind().isEmpty()).toList();
    assertThat(drugs).hasSizeGreaterThan(4000);
    assertThat(drugs).allSatisfy(row -> assertThat(row.group()).as(row.name()).isNotEmpty());
    assertThat(rows).allSatisfy(row -> assertThat(KINDS).as(row.name()).contains(row.kind()));
  }

  @Test
  void gives_no_name_to_two_drugs() {
    SortedMap<String, Set<String>> owners = new TreeMap<>();
    for (Row row : rows) {
      row.names()
          .forEach(
              name ->
                  owners
                      .computeIfAbsent(
                          String.join(" ", Words.keys(name)), unused -> new TreeSet<>())
                      .add(row.name()));
    }
    owners.values().removeIf(names -> names.size() == 1);
    assertThat(owners).isEmpty();
  }

  @Test
  void lists_no_drug_twice() {
    assertThat(rows.stream().map(row -> row.name().toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }

  @Test
  void takes_no_common_word_for_a_drug() throws IOException {
    Set<String> common =
        Arrays.stream(
                Files.readString(Path.of("src/test/resources/common-words.txt")).split("\\s+"))
            .collect(Collectors.toSet());
    assertThat(
            rows.stream()
                .flatMap(Row::names)
                // An abbreviation is matched as it is capitalised.
                .filter(name -> !Lexicon.isAbbreviation(name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(common::contains))
        .isEmpty();
  }

  @Test
  void names_the_parts_of_a_combination_as_their_own_rows_do() {
    Set<String> known = rows.stream().map(Row::name).collect(Collectors.toSet());
    assertThat(
            rows.stream()
                .flatMap(row -> row.parts().stream())
                .filter(part -> !known.contains(part)))
        .isEmpty();
    assertThat(rows.stream().filter(row -> row.kind().equals("combination")))
        .allSatisfy(row -> assertThat(row.parts()).as(row.name()).hasSizeGreaterThan(1));
  }

  @Test
  void is_tidy() {
    assertThat(rows.stream().flatMap(Row::names))
        .allSatisfy(name -> assertThat(name).matches("\\S+( \\S+)*").hasSizeGreaterThan(1));
  }
}
