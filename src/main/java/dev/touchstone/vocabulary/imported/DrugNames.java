package dev.touchstone.vocabulary.imported;

import dev.touchstone.vocabulary.DrugEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the drugs of one kind of file. */
interface DrugNames {

  /**
   * Hands over each drug with its spellings, the preferred one first, in an order that depends on
   * nothing but the file.
   */
  void read(Path file, BiConsumer<DrugEntry, List<String>> drugs) throws IOException, BadVocabulary;
}
