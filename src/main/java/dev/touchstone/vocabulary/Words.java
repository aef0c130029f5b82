package dev.touchstone.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits text into words for look-up. Hyphens and blanks only separate: {@code progression- free}
 * and {@code progression-free} are the same two words. British and American spelling, singular and
 * plural share one key.
 */
public final class Words {

  /** Letters that are written out as often: {@code interferon-α}, {@code interferon alpha}. */
  private static final Map<String, String> GREEK =
      Map.of(
          "α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "ε", "epsilon", "κ", "kappa", "λ",
          "lambda", "ω", "omega");

  private Words() {}

  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 1);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c)) {
        int end = at + 1;
        while (end < text.length() && continues(text, end)) {
          end++;
        }
        words.add(new Word(at, end, key(text.substring(at, end))));
        at = end;
      } else {
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isHyphen(c)) {
          words.add(new Word(at, at + 1, c == '’' ? "'" : String.valueOf(c)));
        }
        at++;
      }
    }
    return words;
  }

  /** The keys alone, for the entries of a lexicon. */
  static List<String> keys(String text) {
    return of(text).stream().map(Word::key).toList();
  }

  /** Hyphens, dashes and the soft hyphen. */
  public static boolean isHyphen(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\u00AD';
  }

  private static boolean continues(String text, int at) {
    char c = text.charAt(at);
    // A soft hyphen stays within its word.
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\u00AD';
  }

  /**
   * Lower case, American spelling, singular; Greek letters by their names. Words of up to three
   * letters are only put in lower case.
   */
  static String key(String word) {
    String key = word.toLowerCase(Locale.ROOT).replace("\u00AD", "");
    if (key.length() == 1) {
      return GREEK.getOrDefault(key, key);
    }
    if (key.length() <= 3) {
      return key;
    }
    if (key.length() > 4) {
      key = american(key);
    }
    return singular(key);
  }

  private static String american(String key) {
    String folded = key.replace("aemi", "emi").replace("aemo", "emo").replace("haem", "hem");
    folded = folded.replace("oea", "ea").replace("oede", "ede").replace("oes", "es");
    folded = folded.replace("paed", "ped").replace("gynaec", "gynec").replace("anaes", "anes");
    folded = folded.replace("umour", "umor").replace("avour", "avor").replace("sulph", "sulf");
    folded =
        folded
            .replace("leuco", "leuko")
            .replace("isation", "ization")
            .replace("centre", "center")
            .replace("faec", "fec");
    return folded;
  }

  private static String singular(String key) {
    int n = key.length();
    if (key.endsWith("ies") && n > 5) {
      return key.substring(0, n - 3) + "y";
    }
    if (key.endsWith("s") && !key.endsWith("ss") && !key.endsWith("us") && !key.endsWith("is")) {
      return key.substring(0, n - 1);
    }
    return key;
  }
}
