package dev.touchstone.consistency.check;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Words compared without regard to how they are set. */
final class Words {

  private static final Set<String> SMALL =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "at",
          "in",
          "on",
          "with",
          "and",
          "or",
          "to",
          "for",
          "by",
          "rate",
          "median",
          "mean",
          "patients",
          "patient",
          "all",
          "population",
          "n",
          "group",
          "arm",
          "subgroup",
          "cohort");

  private Words() {}

  /** Without case, white space and the kinds of dashes. */
  static String fold(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{Pd}|\u2212", "-")
        .replaceAll("\\s+", "");
  }

  /** The words that carry the meaning, in lower case and without plural endings. */
  static Set<String> content(String words) {
    Set<String> kept = new LinkedHashSet<>();
    Arrays.stream(
            Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\d.]+"))
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .filter(word -> !word.isEmpty() && !SMALL.contains(word))
        .forEach(kept::add);
    return kept;
  }

  /** Whether one text says no more than the other. */
  static boolean within(String one, String other) {
    Set<String> a = content(one);
    Set<String> b = content(other);
    return !a.isEmpty() && !b.isEmpty() && (a.containsAll(b) || b.containsAll(a));
  }
}
