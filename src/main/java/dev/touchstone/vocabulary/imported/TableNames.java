package dev.touchstone.vocabulary.imported;

import dev.touchstone.vocabulary.DrugEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A table in the form of {@code drugs.tsv}: name, kind, group, spellings, codes between tabs. */
final class TableNames implements DrugNames {

  private static final Set<String> KINDS =
      Set.of("", "drug", "class", "combination", "placebo", "metabolite");

  @Override
  public void read(Path file, BiConsumer<DrugEntry, List<String>> drugs)
      throws IOException, BadVocabulary {
    Lines.read(
        file,
        '\t',
        (number, columns) -> {
          if (columns.get(0).startsWith("#")) {
            return;
          }
          String name = columns.get(0);
          String kind = columns.size() > 1 ? columns.get(1) : "";
          if (name.isEmpty()) {
            throw new BadVocabulary(
                file, number, "no name in the first column", "write one, or remove the line");
          }
          if (!KINDS.contains(kind)) {
            throw new BadVocabulary(
                file,
                number,
                "\"" + kind + "\" in the second column is no kind",
                "leave it empty or write one of drug, class, combination, placebo, metabolite");
          }
          List<String> names = new ArrayList<>(List.of(name));
          names.addAll(parts(columns, 3));
          SortedMap<String, String> ids = new TreeMap<>();
          for (String id : parts(columns, 4)) {
            int equals = id.indexOf('=');
            if (equals < 1) {
              throw new BadVocabulary(
                  file,
                  number,
                  "\"" + id + "\" in the fifth column is no code",
                  "write it as vocabulary=code");
            }
            ids.put(id.substring(0, equals), id.substring(equals + 1));
          }
          String group = columns.size() > 2 ? columns.get(2) : "";
          drugs.accept(new DrugEntry(name, kind.isEmpty() ? "drug" : kind, group, ids), names);
        });
  }

  private static List<String> parts(List<String> columns, int column) {
    if (column >= columns.size()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (String part : columns.get(column).split("\\|", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
