package dev.touchstone.vocabulary.imported;

import dev.touchstone.vocabulary.DrugEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * RXNCONSO.RRF of an RxNorm release: 18 columns between bars, one name of a concept a line. Taken
 * are ingredients, their salts, combinations and brands, with what other sources call the same
 * concept; products with strength and form are no names of drugs.
 */
final class RxNormNames implements DrugNames {

  private static final int COLUMNS = 18;
  private static final Set<String> CONCEPTS = Set.of("IN", "PIN", "MIN", "BN");
  private static final Set<String> SYNONYMS =
      Set.of("SY", "TMSY", "SU", "FSY", "IN", "PIN", "MIN", "BN", "PT", "RXN_IN", "NP", "CSY");

  private static final class Concept {
    String preferred = "";
    String type = "";
    final List<String> synonyms = new ArrayList<>();
  }

  @Override
  public void read(Path file, BiConsumer<DrugEntry, List<String>> drugs)
      throws IOException, BadVocabulary {
    Map<String, Concept> concepts = new TreeMap<>();
    Lines.read(
        file,
        '|',
        (number, columns) -> {
          // Each line ends with a bar, so that one more, empty column follows.
          if (columns.size() < COLUMNS || columns.size() > COLUMNS + 1) {
            throw new BadVocabulary(
                file,
                number,
                columns.size() + " columns between bars instead of " + COLUMNS,
                "give RXNCONSO.RRF of an RxNorm release, unpacked and unchanged");
          }
          String type = columns.get(12);
          String name = columns.get(14);
          boolean english = columns.get(1).equals("ENG");
          boolean suppressed = !columns.get(16).isEmpty() && !columns.get(16).equals("N");
          if (!english || suppressed || !SYNONYMS.contains(type) || name.isEmpty()) {
            return;
          }
          Concept concept = concepts.computeIfAbsent(columns.get(0), unused -> new Concept());
          boolean own = columns.get(11).equals("RXNORM") && CONCEPTS.contains(type);
          if (own && concept.preferred.isEmpty()) {
            concept.preferred = name;
            concept.type = type;
          } else {
            concept.synonyms.add(name);
          }
        });
    concepts.forEach(
        (rxcui, concept) -> {
          if (!concept.preferred.isEmpty()) {
            List<String> names = new ArrayList<>(List.of(concept.preferred));
            names.addAll(concept.synonyms);
            String kind = concept.type.equals("MIN") ? "combination" : "drug";
            drugs.accept(
                new DrugEntry(concept.preferred, kind, "", new TreeMap<>(Map.of("rxnorm", rxcui))),
                names);
          }
        });
  }
}
