package dev.touchstone.evidence;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an outcome in the words that a claim compares: without how it compares, where and
 * when it was measured.
 */
final class ClaimedNames {

  /** From character to character of the reading text. */
  record Name(int start, int end) {}

  /** Behind these words a name has ended; "change in" and "satisfaction with" have not. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<![\\p{L}])(\\p{L}+)\\s(?:in|at|for|during|after|from|on|with|between|among|by|within|over|until|per|according)\\s");

  private static final Pattern FIRST = Pattern.compile("([\\p{L}-]+)\\s+(?=[\\p{L}\\d])");

  /** "Women at increased risk", "patients with low counts", "regardless of age": no comparison. */
  private static final Pattern NOT_BEFORE =
      Pattern.compile(
          "(?:\\b(?:patients?|women|men|children|subjects|participants|those|people|individuals|tumou?rs|adults|postmenopausal|premenopausal)(?:\\s\\([^)]*\\))?\\s(?:at|with|of|having|who had)\\s(?:an?\\s|the\\s)?(?:[\\p{L}-]+\\s){0,2}|\\b(?:regardless of|irrespective of|independent of|adjust(?:ed|ing|ment) for|controlling for|stratified by)\\s(?:[\\p{L}-]+,?\\s){0,6})$",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_LEAD = 80;

  private final Lexicon<String> comparison;
  private final Lexicon<String> noOutcome;
  private final Lexicon<String> otherHead;
  private final Lexicon<String> changes;

  ClaimedNames(Vocabulary vocabulary) {
    comparison = vocabulary.cues("no-modifier");
    noOutcome = vocabulary.cues("no-outcome");
    otherHead = vocabulary.cues("other-head");
    changes = vocabulary.cues("change-noun");
  }

  /** The name within the words; null where they name nothing that is measured. */
  @Nullable Name of(String text, int from, int to) {
    String lead = text.substring(Math.max(0, from - LONGEST_LEAD), from);
    if (NOT_BEFORE.matcher(lead).find()) {
      return null;
    }
    int start = withoutComparison(text, from, to);
    int end = beforePlace(text, start, to);
    String words = text.substring(start, end);
    String head = words.substring(words.lastIndexOf(' ') + 1);
    boolean none =
        words.matches("(?i)(?:be|have|[\\d.+-].*)")
            || noOutcome.get(words) != null
            || otherHead.get(head) != null && !words.contains(" of ")
            || noOutcome.get(head) != null && isPlain(words);
    return none ? null : new Name(start, end);
  }

  private int withoutComparison(String text, int from, int to) {
    int start = from;
    Matcher first = FIRST.matcher(text).region(start, to);
    while (first.lookingAt() && comparison.get(first.group(1)) != null) {
      start = first.end();
      first.region(start, to);
    }
    return start;
  }

  private int beforePlace(String text, int from, int to) {
    Matcher place = PLACE.matcher(text).region(from, to);
    while (place.find()) {
      boolean part =
          changes.get(place.group(1)) != null
              || place.group(1).matches("(?i)satisfaction|compliance|effects?|impact");
      if (!part) {
        return place.end(1);
      }
    }
    return to;
  }

  /**
   * Whether all words before the last are as empty: {@code percent change}, {@code baseline data}.
   */
  private boolean isPlain(String words) {
    String[] each = words.split("\\s+", -1);
    for (int i = 0; i < each.length - 1; i++) {
      if (noOutcome.get(each[i]) == null && comparison.get(each[i]) == null) {
        return false;
      }
    }
    return true;
  }
}
