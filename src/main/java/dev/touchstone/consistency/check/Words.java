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

  private static final Pattern DASHES = Pattern.compile("\\p{Pd}|\u2212");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Words() {}

  /** Without case, white space and the kinds of dashes. */
  static String fold(String words) {
    String plain = lower(words);
    return BLANKS.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll("");
  }

  /** The words that carry the meaning, in lower case and without plural endings. */
  static Set<String> content(String words) {
    Set<String> kept = new LinkedHashSet<>();
    String text = lower(words);
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !isOfWord(text.charAt(at))) {
        if (at > from) {
          String word = text.substring(from, at);
          word = at - from > 3 && word.endsWith("s") ? text.substring(from, at - 1) : word;
          if (!SMALL.contains(word)) {
            kept.add(word);
          }
        }
        from = at + 1;
      }
    }
    return kept;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || Character.isLetter(c);
  }

  /** In lower case and normal form, which plain letters have already. */
  private static String lower(String words) {
    boolean plain = words.chars().allMatch(c -> c < 128);
    return (plain ? words : Normalizer.normalize(words, Normalizer.Form.NFKC))
        .toLowerCase(Locale.ROOT);
  }

  /** Whether one text says no more than the other. */
  static boolean within(String one, String other) {
    Set<String> a = content(one);
    Set<String> b = content(other);
    return !a.isEmpty() && !b.isEmpty() && (a.containsAll(b) || b.containsAll(a));
  }
}
