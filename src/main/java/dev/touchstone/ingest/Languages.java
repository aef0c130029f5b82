package dev.touchstone.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Guesses a document's language by its most frequent short words. */
final class Languages {

  private static final int SAMPLE = 20_000;
  private static final int FEWEST = 3;

  private Languages() {}

  static @Nullable String of(String text, StructureRules rules) {
    Map<String, Integer> frequency = new HashMap<>();
    for (String word :
        Words.split(Words.lower(text.substring(0, Math.min(SAMPLE, text.length()))))) {
      frequency.merge(word, 1, Integer::sum);
    }
    String best = null;
    int most = FEWEST - 1;
    for (Map.Entry<String, List<String>> language : rules.languages().entrySet()) {
      int hits =
          language.getValue().stream().mapToInt(word -> frequency.getOrDefault(word, 0)).sum();
      if (hits > most) {
        most = hits;
        best = language.getKey();
      }
    }
    return best;
  }
}
