package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a name begins that has more before it than its noun phrase: {@code distant or [regional
 * recurrence]}, {@code mean (SD) [reduction]}.
 */
record NameStarts(TaggedSentence sentence, OutcomeWords words) {

  private static final Pattern STATISTIC =
      Pattern.compile(
          "(?:(?:overall|adjusted|total)\\s)?(?:mean|median|average)\\s\\((?:[±+/ -]*)(?:SDs?|SE|SEM|IQR|range|standard (?:deviation|error)[^)]{0,24})\\)\\s$",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_STATISTIC = 60;

  /** The first token of the name that has begun with a token so far, not before another. */
  int of(int first, int floor) {
    return statistic(amount(coordinated(first, floor), floor), floor);
  }

  /** "Complete and [partial response]" names two of a kind. */
  private int coordinated(int from, int floor) {
    int first = from;
    boolean joined = isPlainAdjective(first) && sentence.lower(first - 1).matches("and|or");
    while (joined && first - 2 >= floor) {
      int before = sentence.lower(first - 2).equals(",") ? first - 3 : first - 2;
      if (before < floor || !isPlainAdjective(before)) {
        return first;
      }
      first = before;
      joined = sentence.lower(first - 1).equals(",");
    }
    return first;
  }

  /** "Number and intensity of hot flushes". */
  private int amount(int first, int floor) {
    boolean amount =
        words.is(Group.AMOUNT_NOUN, sentence.lower(first))
            && sentence.lower(first + 1).equals("of")
            && sentence.lower(first - 1).matches("and|or")
            && words.is(Group.AMOUNT_NOUN, sentence.lower(first - 2))
            && first - 2 >= floor;
    return amount ? first - 2 : first;
  }

  private boolean isPlainAdjective(int at) {
    return sentence.tag(at).equals("JJ")
        && !words.is(Group.NO_MODIFIER, sentence.lower(at))
        && !sentence.has(MentionType.DRUG, at);
  }

  private int statistic(int first, int floor) {
    int start = sentence.tokens().get(first).start();
    String before =
        sentence.reading().text().substring(Math.max(0, start - LONGEST_STATISTIC), start);
    Matcher statistic = STATISTIC.matcher(before);
    if (!statistic.find()) {
      return first;
    }
    int at = first;
    int opening = start - before.length() + statistic.start();
    while (at > floor && sentence.tokens().get(at - 1).start() >= opening) {
      at--;
    }
    return at;
  }
}
