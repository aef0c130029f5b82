package dev.touchstone.ingest;

import dev.touchstone.ingest.PlainItem.Kind;
import dev.touchstone.ingest.StructureRules.Phrase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds headings where nothing marks them: short lines between blank ones that are no sentence, no
 * label with its value and no title of a figure, and that something follows.
 */
final class PlainHeadings {

  private static final int LONGEST = 150;
  private static final int MOST_WORDS = 20;
  private static final int MOST_WORDS_SENTENCE_CASE = 9;
  private static final Set<String> SMALL =
      Set.of(
          "with", "from", "into", "that", "than", "versus", "between", "after", "before", "under",
          "over", "among", "during", "without");

  private PlainHeadings() {}

  static void mark(List<PlainItem> items, StructureRules rules) {
    boolean first = true;
    for (int i = 0; i < items.size(); i++) {
      PlainItem item = items.get(i);
      if (item.kind == Kind.RESIDUE || item.kind == Kind.TITLE) {
        first &= item.kind == Kind.RESIDUE;
        continue;
      }
      if (first) {
        first = false;
        if (item.kind == Kind.TEXT && isTitle(item) && i + 1 < items.size()) {
          item.kind = Kind.TITLE;
          continue;
        }
      }
      PlainItem next = i + 1 < items.size() ? items.get(i + 1) : null;
      PlainItem previous = i > 0 ? items.get(i - 1) : null;
      if (next == null) {
        break;
      }
      if (item.kind == Kind.TEXT && isHeading(item.words.toString(), item, previous, rules)) {
        boolean figure = next.kind == Kind.RESIDUE || next.kind == Kind.CAPTION;
        item.kind = figure ? Kind.CAPTION : Kind.HEADING;
      } else if (item.kind == Kind.LIST_ITEM && isNumberedHeading(item, previous, next)) {
        item.kind = Kind.HEADING;
      }
    }
  }

  private static boolean isTitle(PlainItem item) {
    String words = item.words.toString();
    return words.length() <= 300
        && item.lineCount <= 4
        && !words.endsWith(".")
        && words.indexOf(". ") < 0;
  }

  private static boolean isHeading(
      String words, PlainItem item, @Nullable PlainItem previous, StructureRules rules) {
    if (words.length() > LONGEST
        || item.lineCount > 2
        || !Character.isLetterOrDigit(words.charAt(0))) {
      return false;
    }
    char last = words.charAt(words.length() - 1);
    if (!isWorded(words)) {
      return false;
    }
    if (".;,".indexOf(last) >= 0
        || Character.isLowerCase(words.charAt(0))
        || words.indexOf('@') >= 0) {
      return false;
    }
    if (!Citations.in(item.words).isEmpty() || hasSentenceBreak(words) || words.indexOf('[') >= 0) {
      return false;
    }
    if (isTableLabel(words, rules) || isLabelled(words, rules)) {
      return false;
    }
    boolean known = rules.ruleFor(words).isPresent();
    if (last == ':') {
      return known && Words.split(words).size() <= 8;
    }
    if (!known
        && previous != null
        && isLabelled(previous.words.toString(), rules)
        && words.indexOf(',') > 0) {
      return false;
    }
    int count = Words.split(words).size();
    if (count > MOST_WORDS) {
      return false;
    }
    return known && count <= MOST_WORDS_SENTENCE_CASE
        || isTitleCase(words)
        || (count >= 2
            && count <= MOST_WORDS_SENTENCE_CASE
            && last != '?'
            && afterSentence(previous));
  }

  /** Figures with a word between them, as {@code 12 of 38}, name nothing. */
  private static boolean isWorded(String words) {
    long letters = words.chars().filter(Character::isLetter).count();
    return 2 * letters > words.length()
        && Words.split(words).stream().anyMatch(word -> word.length() > 2);
  }

  private static boolean afterSentence(@Nullable PlainItem previous) {
    return previous == null
        || previous.kind != Kind.TEXT
        || PlainItems.endsSentence(previous.words.toString());
  }

  /**
   * {@code 2. Dosing and Administration:} above a list is a heading; between other numbered lines
   * it is an item.
   */
  private static boolean isNumberedHeading(
      PlainItem item, @Nullable PlainItem previous, PlainItem next) {
    if (item.marker == null || !item.marker.isNumber() || item.lineCount > 1) {
      return false;
    }
    String words = item.words.toString();
    if (words.length() > LONGEST / 2
        || !Character.isUpperCase(words.charAt(0))
        || next.kind == Kind.RESIDUE) {
      return false;
    }
    boolean nextNumbered = next.marker != null && next.marker.isNumber();
    boolean previousNumbered =
        previous != null
            && previous.kind == Kind.LIST_ITEM
            && previous.marker != null
            && previous.marker.isNumber();
    if (nextNumbered || previousNumbered || !Citations.in(item.words).isEmpty()) {
      return false;
    }
    char last = words.charAt(words.length() - 1);
    return last == ':'
        || (".;,?!".indexOf(last) < 0 && !hasSentenceBreak(words) && isTitleCase(words));
  }

  /** Whether most of its longer words have a capital. */
  static boolean isTitleCase(String words) {
    int capital = 0;
    int small = 0;
    for (String word : Words.split(words)) {
      String bare = word.startsWith("(") ? word.substring(1) : word;
      if (bare.length() < 4 || SMALL.contains(bare)) {
        continue;
      }
      boolean shows = bare.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
      capital += shows ? 1 : 0;
      small += shows ? 0 : 1;
    }
    return capital > 0 && capital >= 1.5 * small
        || capital + small == 0 && Character.isUpperCase(words.charAt(0));
  }

  private static boolean hasSentenceBreak(String words) {
    int from = Words.numberingEnd(words);
    for (int i = words.indexOf(' ', from); i > 0; i = words.indexOf(' ', i + 1)) {
      if (".?!".indexOf(words.charAt(i - 1)) < 0 || i + 1 >= words.length()) {
        continue;
      }
      boolean abbreviation =
          words.startsWith("vs", Math.max(0, i - 3)) || (i > 2 && words.charAt(i - 3) == ' ');
      if (!abbreviation && Character.isUpperCase(words.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTableLabel(String words, StructureRules rules) {
    return TableLabel.of(words, rules) != null;
  }

  static boolean isLabelled(String words, StructureRules rules) {
    int colon = words.indexOf(':');
    if (colon <= 0 || colon > 40) {
      return false;
    }
    String label = Words.normalise(words.substring(0, colon));
    for (Phrase kind :
        List.of(
            Phrase.AUTHOR,
            Phrase.DATE,
            Phrase.COMPOUND,
            Phrase.CATALOGUE,
            Phrase.DETAIL,
            Phrase.CONTACT,
            Phrase.CITE_AS,
            Phrase.NOTE)) {
      if (rules.isOneOf(kind, label)) {
        return true;
      }
    }
    return QuestionLabel.of(words, rules) != null;
  }
}
