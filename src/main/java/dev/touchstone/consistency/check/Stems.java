package dev.touchstone.consistency.check;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that say what it is about, cut to their beginnings. */
final class Stems {

  private static final int LENGTH = 6;
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  /** Words that stand in every report of a trial. */
  private static final Set<String> COMMON =
      Set.of(
          "the",
          "and",
          "with",
          "were",
          "was",
          "for",
          "from",
          "that",
          "this",
          "than",
          "between",
          "versus",
          "group",
          "groups",
          "patients",
          "patient",
          "participants",
          "subjects",
          "study",
          "trial",
          "treatment",
          "arm",
          "arms",
          "had",
          "have",
          "has",
          "been",
          "both",
          "their",
          "there",
          "these",
          "those",
          "which",
          "after",
          "before",
          "during",
          "among",
          "compared",
          "respectively",
          "mean",
          "median",
          "value",
          "values",
          "also",
          "when",
          "more",
          "less",
          "each",
          "other",
          "total",
          "number",
          "percent",
          "baseline",
          "only",
          "not",
          "but",
          "significant",
          "significantly",
          "difference",
          "differences",
          "statistically",
          "confidence",
          "interval",
          "ratio",
          "table",
          "higher",
          "lower",
          "rate",
          "rates",
          "all",
          "any",
          "into",
          "month",
          "months",
          "week",
          "weeks",
          "day",
          "days",
          "year",
          "years",
          "hour",
          "hours",
          "are",
          "who",
          "did");

  private Stems() {}

  static Set<String> of(String text) {
    Set<String> stems = new TreeSet<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      if (!COMMON.contains(word)) {
        stems.add(word.length() > LENGTH ? word.substring(0, LENGTH) : word);
      }
    }
    return stems;
  }

  static int shared(Set<String> one, Set<String> other) {
    Set<String> smaller = one.size() < other.size() ? one : other;
    Set<String> larger = smaller == one ? other : one;
    return (int) smaller.stream().filter(larger::contains).count();
  }
}
