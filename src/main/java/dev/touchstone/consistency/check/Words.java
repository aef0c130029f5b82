package dev.touchstone.consistency.check;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d.]+");
  private static final Pattern DASHES = Pattern.compile("\\p{Pd}|\u2212");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Words() {}

  /** Without case, white space and the kinds of dashes. */
  static String fold(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll("");
  }

  /** The words that carry the meaning, in lower case and without plural endings. */
  static Set<String> content(String words) {
    Set<String> kept = new LinkedHashSet<>();
    NO_WORD
        .splitAsStream(Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
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
