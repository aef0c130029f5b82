package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.vocabulary.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Counts that are taken apart by arm: {@code 69 deaths (33 with A, 36 with B)}, {@code of 30
 * cancers, 12 were found in one group and 18 in the other}. That they add up proves that they are
 * parts of what was counted.
 */
final class PartsOfCount {

  private static final String ORIGIN = "part of a count";
  private static final int MOST_PARTS = 4;
  private static final int MOST_NUMBERS = 24;
  private static final int BRACKET_REACH = 70;
  private static final int ARM_REACH = 45;

  private static final Pattern UNCOUNTED =
      Pattern.compile(
          "(?i)\\s?%|\\s?[/-]\\s?\\d|[-‐‑]|\\s(?:percent|per cent|years?|months?|weeks?|days?|hours?|min|mg|g|kg|mL)\\b");

  private static final Pattern OUT_OF =
      Pattern.compile("(?i)\\b(?:of|among) (?:the |these |those |all )?$");

  private final Reading reading;
  private final String text;
  private final Lexicon<String> events;
  private final Lexicon<String> verbs;

  /**
   * @param events words for what is counted
   * @param verbs words for what happens to people
   */
  PartsOfCount(Reading reading, Lexicon<String> events, Lexicon<String> verbs) {
    this.reading = reading;
    this.text = reading.text();
    this.events = events;
    this.verbs = verbs;
  }

  /** Makes the parts of each count of a piece counts. */
  void find() {
    if (reading.isCell()) {
      return;
    }
    for (int i = 0; i < reading.numbers().size(); i++) {
      PrintedNumber whole = reading.numbers().get(i);
      if (isWhole(whole)) {
        List<PrintedNumber> behind = behind(i);
        if (!partsInBracket(whole, behind) && !isPeople(whole)) {
          partsBesideArms(whole, behind);
        }
      }
    }
  }

  /** The next numbers of the sentence; parts stand near their whole. */
  private List<PrintedNumber> behind(int whole) {
    List<PrintedNumber> all = reading.numbers();
    int end = reading.sentenceEnd(all.get(whole).start());
    int last = whole + 1;
    while (last < all.size() && last <= whole + MOST_NUMBERS && all.get(last).end() <= end) {
      last++;
    }
    return all.subList(whole + 1, last);
  }

  private boolean isWhole(PrintedNumber number) {
    return isOpen(number)
        && number.number().value().intValue() > 1
        && (isPeople(number) || isCount(number) || isOfEvents(number) || isOutOf(number));
  }

  private boolean isPeople(PrintedNumber number) {
    return reading.has(MentionType.PARTICIPANTS, number.start(), number.end());
  }

  private boolean isCount(PrintedNumber number) {
    return reading
        .covering(MentionType.MEASURE, number.start(), number.end())
        .anyMatch(draft -> ((Measure) draft.normal()).kind() == Kind.COUNT);
  }

  private boolean isOutOf(PrintedNumber number) {
    int from = Math.max(reading.sentenceStart(number.start()), number.start() - 20);
    return OUT_OF.matcher(text.substring(from, number.start())).find();
  }

  private boolean isOfEvents(PrintedNumber number) {
    int word = reading.wordAt(number.end());
    for (int i = word; i < word + 4; i++) {
      if (events.longestAt(text, reading.words(), i) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean partsInBracket(PrintedNumber whole, List<PrintedNumber> behind) {
    int end = reading.sentenceEnd(whole.start());
    int open = text.indexOf('(', whole.end());
    while (open >= 0 && open < Math.min(end, whole.end() + BRACKET_REACH)) {
      int close = closing(open, end);
      int from = open;
      List<PrintedNumber> counts =
          behind.stream().filter(number -> number.end() <= close).filter(this::isOpen).toList();
      if (counts.stream().anyMatch(number -> number.start() > from)) {
        return counts.get(0).start() > from
            && (!isPeople(whole) || befell(close))
            && takeApart(whole, counts);
      }
      open = text.indexOf('(', open + 1);
    }
    return false;
  }

  /** Whether the words behind the bracket tell what happened to the people before it. */
  private boolean befell(int close) {
    int word = reading.wordAt(close + 1);
    return verbs.longestAt(text, reading.words(), word) != null;
  }

  private int closing(int open, int end) {
    int depth = 0;
    for (int at = open; at < end; at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return open;
  }

  private void partsBesideArms(PrintedNumber whole, List<PrintedNumber> behind) {
    int end = reading.sentenceEnd(whole.start());
    List<PrintedNumber> counts = new ArrayList<>();
    for (PrintedNumber number : behind) {
      if (isOpen(number)
          && reading.has(MentionType.ARM, number.end(), Math.min(end, number.end() + ARM_REACH))) {
        counts.add(number);
      }
    }
    takeApart(whole, counts);
  }

  /** Whether the first numbers of a list add up to the whole; then they are its parts. */
  private boolean takeApart(PrintedNumber whole, List<PrintedNumber> counts) {
    int size = whole.number().value().intValue();
    int sum = 0;
    for (int last = 0; last < counts.size() && last < MOST_PARTS; last++) {
      sum += counts.get(last).number().value().intValue();
      if (last > 0 && sum == size) {
        List<PrintedNumber> parts = counts.subList(0, last + 1);
        if (parts.stream().anyMatch(this::isPartOfPeople)) {
          return true;
        }
        reading.spend(whole.start(), whole.end());
        parts.forEach(this::count);
        return true;
      }
    }
    return false;
  }

  private boolean isPartOfPeople(PrintedNumber part) {
    return reading
        .covering(MentionType.PARTICIPANTS, part.start(), part.end())
        .anyMatch(draft -> draft.origin().equals(PartsOfWhole.ORIGIN));
  }

  private void count(PrintedNumber part) {
    reading.spend(part.start(), part.end());
    boolean known =
        reading
            .covering(MentionType.MEASURE, part.start(), part.end())
            .anyMatch(draft -> ((Measure) draft.normal()).kind() == Kind.COUNT);
    if (known) {
      return;
    }
    reading
        .covering(MentionType.MEASURE, part.start(), part.end())
        .toList()
        .forEach(reading::remove);
    reading
        .covering(MentionType.PARTICIPANTS, part.start(), part.end())
        .toList()
        .forEach(reading::remove);
    Measure measure = FigureReader.plain(Kind.COUNT, Objects.requireNonNull(part.number()), null);
    reading.add(new Draft(MentionType.MEASURE, part.start(), part.end(), ORIGIN, measure));
  }

  /** A whole number that stands for itself and not for a share, a time or a dose. */
  private boolean isOpen(PrintedNumber number) {
    return number.form() != Form.FRACTION
        && FigureReader.isCount(number.number())
        && !UNCOUNTED.matcher(text).region(number.end(), text.length()).lookingAt()
        && !reading.has(MentionType.DOSE, number.start(), number.end())
        && reading
            .covering(MentionType.MEASURE, number.start(), number.end())
            .allMatch(
                draft -> {
                  Measure measure = (Measure) draft.normal();
                  return measure.of() == null
                      && (measure.kind() == Kind.COUNT || measure.kind() == Kind.NUMBER);
                });
  }
}
