package dev.touchstone.vocabulary.imported;

import dev.touchstone.vocabulary.DrugEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The flat file of the NCI Thesaurus: code, address, parents, synonyms, definition, display name,
 * status, semantic type between tabs. Taken are concepts whose type is that of a drug.
 */
final class NcitNames implements DrugNames {

  private static final int LEAST = 8;
  private static final Set<String> TYPES =
      Set.of("Pharmacologic Substance", "Clinical Drug", "Antibiotic", "Vitamin");
  private static final Set<String> RETIRED =
      Set.of("Retired_Concept", "Obsolete_Concept", "Provisional_Concept");

  @Override
  public void read(Path file, BiConsumer<DrugEntry, List<String>> drugs)
      throws IOException, BadVocabulary {
    Lines.read(
        file,
        '\t',
        (number, columns) -> {
          if (number == 1 && columns.get(0).equalsIgnoreCase("code")) {
            return;
          }
          if (columns.size() < LEAST || !columns.get(0).matches("C\\d+")) {
            throw new BadVocabulary(
                file,
                number,
                columns.size() < LEAST
                    ? columns.size() + " columns instead of at least " + LEAST
                    : "\"" + shortened(columns.get(0)) + "\" is no code of a concept",
                "give Thesaurus.txt of the NCI Thesaurus' flat file, unpacked and unchanged");
          }
          boolean drug = Arrays.stream(columns.get(7).split("\\|", -1)).anyMatch(TYPES::contains);
          boolean retired =
              Arrays.stream(columns.get(6).split("\\|", -1)).anyMatch(RETIRED::contains);
          if (!drug || retired) {
            return;
          }
          List<String> names = new ArrayList<>();
          String display = columns.get(5);
          for (String synonym : columns.get(3).split("\\|", -1)) {
            if (!synonym.isBlank()) {
              names.add(synonym.strip());
            }
          }
          if (!display.isEmpty()) {
            names.remove(display);
            names.add(0, display);
          }
          if (!names.isEmpty()) {
            drugs.accept(
                new DrugEntry(
                    names.get(0), "drug", "", new TreeMap<>(Map.of("ncit", columns.get(0)))),
                names);
          }
        });
  }

  private static String shortened(String text) {
    return text.length() <= 30 ? text : text.substring(0, 30) + "…";
  }
}
