package dev.touchstone.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The short names of a document and the words that they stand for, where a bracket behind the words
 * says so: {@code whole-brain radiotherapy (WBRT)}.
 */
final class ShortNames {

  private static final int LONGEST_FORM = 120;
  private static final Pattern ABBREVIATION =
      Pattern.compile("\\s?\\(\\s?(\\p{Lu}[\\p{L}\\d+/-]{1,9})\\s?[,;)]");

  private static final Pattern DRUG_LINK =
      Pattern.compile("\\s?(?:[+/&-]|plus|and|combined with|in combination with|with)\\s?");

  private static final Set<String> OF_ANY_DRUG =
      Set.of("chemotherapy", "immunotherapy", "combination", "regimens", "adjuvant", "neoadjuvant");

  private final Map<String, ArmWords> expansions = new HashMap<>();

  /** {@code whole-brain radiotherapy (WBRT)}: the short form has the words of the long one. */
  void read(Reading reading) {
    Matcher bracket = ABBREVIATION.matcher(reading.text());
    while (bracket.find()) {
      int from = longForm(reading.text(), bracket.start(), bracket.group(1));
      from = from < 0 ? drugsBefore(reading, bracket.start()) : from;
      if (from >= 0) {
        String brief = word(bracket.group(1));
        ArmWords words = ArmWords.of(reading, from, bracket.start());
        if (!words.others().contains(brief)) {
          expansions.putIfAbsent(brief, words);
        }
      }
    }
  }

  /** Where drugs begin that are joined and end here: {@code vinorelbine/capecitabine (NX)}. */
  private static int drugsBefore(Reading reading, int end) {
    int start = end;
    boolean more = true;
    while (more) {
      int at = start;
      Draft drug =
          reading.drafts(MentionType.DRUG).stream()
              .filter(draft -> draft.end() <= at)
              .filter(
                  draft ->
                      at == end
                          ? end == draft.end()
                          : DRUG_LINK.matcher(reading.text().substring(draft.end(), at)).matches())
              .reduce((one, other) -> other)
              .orElse(null);
      more = drug != null;
      start = drug == null ? start : drug.start();
    }
    return start == end ? -1 : start;
  }

  /** Where the words begin whose letters the short form has in their order; negative for none. */
  private static int longForm(String text, int end, String brief) {
    String letters = brief.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    int at = end - 1;
    int words = 2 * letters.length() + 1;
    for (int i = letters.length() - 1; i >= 0; i--) {
      boolean first = i == 0;
      while (at >= 0
          && end - at < LONGEST_FORM
          && (Character.toLowerCase(text.charAt(at)) != letters.charAt(i)
              || first && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
        words -= text.charAt(at) == ' ' ? 1 : 0;
        // The last letter stands for the last word.
        boolean last = i == letters.length() - 1 && text.charAt(at) == ' ';
        if (".;(".indexOf(text.charAt(at)) >= 0 || words < 0 || last) {
          return -1;
        }
        at--;
      }
      if (at < 0 || end - at >= LONGEST_FORM) {
        return -1;
      }
      at -= first ? 0 : 1;
    }
    return at;
  }

  /** What a short name stands for. */
  ArmWords meant(ArmWords words) {
    if (!words.drugs().isEmpty()) {
      return words;
    }
    // "NX chemotherapy" is NX.
    List<String> telling =
        words.others().stream().filter(word -> !OF_ANY_DRUG.contains(word)).toList();
    ArmWords whole = telling.size() == 1 ? expansions.get(telling.get(0)) : null;
    return whole == null || words.others().size() > 1 && whole.drugs().isEmpty() ? words : whole;
  }

  /** The code in brackets behind a name and its dose, as a word of an arm; null for none. */
  static @Nullable String behind(Reading reading, int end) {
    Matcher code =
        ABBREVIATION
            .matcher(reading.text())
            .region(reading.behindDose(end), reading.text().length());
    return code.lookingAt() ? word(code.group(1)) : null;
  }

  private static String word(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
