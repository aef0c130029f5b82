package dev.touchstone.vocabulary.imported;

import dev.touchstone.vocabulary.DrugEntry;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** DrugBank's open vocabulary: a CSV file with a header line, synonyms between bars. */
final class DrugBankNames implements DrugNames {

  private static final String CURE =
      "give \"drugbank vocabulary.csv\" of DrugBank's open data, unpacked and unchanged";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @Override
  public void read(Path file, BiConsumer<DrugEntry, List<String>> drugs)
      throws IOException, BadVocabulary {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(reader)) {
      for (String column : List.of("DrugBank ID", "Common name", "Synonyms")) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new BadVocabulary(file, 1, "no column \"" + column + "\"", CURE);
        }
      }
      for (CSVRecord row : rows) {
        if (!row.isConsistent()) {
          throw new BadVocabulary(
              file, rows.getCurrentLineNumber(), row.size() + " columns, unlike the header", CURE);
        }
        drug(row, drugs);
      }
    } catch (UncheckedIOException e) {
      throw new BadVocabulary(file, "no CSV that can be read (" + e.getMessage() + ")", CURE);
    } catch (java.nio.charset.CharacterCodingException notUtf8) {
      throw new BadVocabulary(file, "not UTF-8", CURE);
    }
  }

  private static void drug(CSVRecord row, BiConsumer<DrugEntry, List<String>> drugs) {
    String name = row.get("Common name").strip();
    if (name.isEmpty()) {
      return;
    }
    SortedMap<String, String> ids =
        new TreeMap<>(Map.of("drugbank", row.get("DrugBank ID").strip()));
    if (row.isMapped("UNII") && !row.get("UNII").isBlank()) {
      ids.put("unii", row.get("UNII").strip());
    }
    List<String> names = new ArrayList<>(List.of(name));
    for (String synonym : row.get("Synonyms").split("\\|", -1)) {
      if (!synonym.isBlank()) {
        names.add(synonym.strip());
      }
    }
    drugs.accept(new DrugEntry(name, "drug", "", ids), names);
  }
}
