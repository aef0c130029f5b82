package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the phrases of a sentence that may be outcomes, and keeps those that are. */
final class FreeOutcomes {

  private static final int LONGEST = 14;

  /** Nothing that is measured begins with a figure or with who was treated, or is a unit. */
  private static final Pattern NOT_IN_IT =
      Pattern.compile(
          "(?i)^[\\d.,<>=±%-]|\\d\\s?%|^(?:eyes|patients|women|men|children|subjects|participants|those)\\b.*\\b(?:receiving|treated|given|assigned|with|in|on)\\b|^(?:mm|mm ?hg|mg/m|j/cm|kg|ml|microm|bpm|min|minutes?|mg|significant|significance)$|^(?:baseline|[DWMV]\\d{1,3})$|\\bvs\\b");

  private static final Pattern DOSING =
      Pattern.compile(
          "(?is).*\\b(?:dose|doses|dosage)\\b(?!\\s(?:intensity|reduction|modification)).*");

  /** {@code arm B}, {@code group 2}, {@code B}: sides of a comparison. */
  private static final Pattern SIDE =
      Pattern.compile("(?:(?i:arm|group|cohort|stratum|study)s?\\s)?(?:[A-Z]|\\d|I{1,3})");

  private final TaggedSentence sentence;
  private final OutcomeWords words;
  private final MentionType type;

  /**
   * @param type as what they are added: outcomes, or what may be one
   */
  FreeOutcomes(TaggedSentence sentence, OutcomeWords words, MentionType type) {
    this.sentence = sentence;
    this.words = words;
    this.type = type;
  }

  /**
   * Adds a phrase to the sentence's outcomes if it may be one.
   *
   * @param use {@code endpoint}, {@code result} or null where neither is known
   * @return whether it was added
   */
  boolean add(int from, int end, String origin, @Nullable String use) {
    int plain = withoutComparison(from, end);
    int first = plain < end ? new NameStarts(sentence, words).of(plain, 0) : plain;
    if (first >= end || end - first > LONGEST) {
      return false;
    }
    Reading reading = sentence.reading();
    int start = sentence.tokens().get(first).start();
    int last = sentence.tokens().get(end - 1).end();
    int stop = Initials.end(reading.text(), start, last);
    String label = reading.text().substring(start, stop).replaceAll("\\s+", " ");
    if (isTaken(start, stop) || isNone(first, end, label)) {
      return false;
    }
    Outcome outcome =
        new Outcome(
            "OTHER",
            label,
            StatisticWords.in(label),
            null,
            null,
            reading.text().substring(start, last).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT),
            null,
            use);
    reading.add(new Draft(type, start, stop, origin, outcome));
    return true;
  }

  /** Adds words that judge an outcome without naming it. */
  void verdict(int first, int end, String code, String origin) {
    int start = sentence.tokens().get(first).start();
    int stop = sentence.tokens().get(end - 1).end();
    if (!isTaken(start, stop)) {
      String label = sentence.reading().text().substring(start, stop).replaceAll("\\s+", " ");
      Outcome outcome = new Outcome(code, label, null, null, null, null, null, null);
      sentence.reading().add(new Draft(type, start, stop, origin, outcome));
    }
  }

  /** "Significantly lower incidence": how it compares is no part of its name. */
  private int withoutComparison(int from, int end) {
    int first = from;
    while (first < end - 1
        && (words.is(Group.NO_MODIFIER, sentence.lower(first))
            || Clause.isTitle(sentence.tokens().get(first))
            || sentence.tag(first).matches("RB.?|DT|PRP\\$|CC|JJR|RBR"))) {
      first++;
    }
    return first;
  }

  private boolean isTaken(int start, int stop) {
    Reading reading = sentence.reading();
    return reading.has(MentionType.OUTCOME, start, stop)
        || reading.has(MentionType.NAMED_OUTCOME, start, stop)
        || type == MentionType.NAMED_OUTCOME && reading.has(MentionType.MEASURE, start, stop)
        || reading.has(MentionType.DOSE, start, stop)
        || reading.has(MentionType.STUDY, start, stop)
        || reading.has(MentionType.PARTICIPANTS, start, stop)
        || reading
            .covering(MentionType.DRUG, start, stop)
            .anyMatch(draft -> draft.start() <= start && draft.end() >= stop);
  }

  private boolean isNone(int first, int end, String label) {
    String head = sentence.lower(end - 1);
    boolean unit =
        sentence.tag(first - 1).equals("CD") && end - first <= 2 && !sentence.isNoun(first - 1);
    return unit
        || NOT_IN_IT.matcher(label).find()
        || DOSING.matcher(label).matches()
        || SIDE.matcher(label).matches()
        || Somebody.isHead(head)
        || words.is(Group.OTHER_HEAD, head)
            && !sentence.tag(first).startsWith("VB")
            && !label.contains(" of ")
        || words.is(Group.NO_OUTCOME, label)
        || end - first == 1 && words.is(Group.NO_OUTCOME, head)
        || words.is(Group.NO_OUTCOME, head) && isPlain(first, end - 1);
  }

  /**
   * Whether nothing before the head names a thing: {@code similar results}, {@code the mean rate}.
   */
  private boolean isPlain(int first, int head) {
    for (int i = first; i < head; i++) {
      boolean plain =
          words.is(Group.NO_MODIFIER, sentence.lower(i))
              || words.is(Group.NO_OUTCOME, sentence.lower(i))
              || sentence.tag(i).matches("RB.?|CD|DT|JJR|JJS");
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
