package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.regex.Pattern;

/**
 * Counts of what happened: {@code 107 deaths}, {@code 11 partial responses}, and figures that go on
 * from a count: {@code six patients in the first group and three in the second}.
 */
final class EventCounts extends FigureReader {

  private static final int REACH = 160;

  private static final Pattern ADJECTIVES =
      Pattern.compile("\\s(?:[\\p{L}][\\p{L}/-]{2,}\\s){0,2}");
  private static final Pattern OPENS_OTHERWISE =
      Pattern.compile(
          "\\s(?:of|in|and|or|with|to|for|the|was|were|had|as|versus|from|by|at|on|per|than|after|before)"
              + WORD_END,
          FLAGS);
  private static final Pattern NOT_COUNTED =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:the|these|those|both|all|our|other|grades?|phases?|stages?|levels?|types?|groups?|arms?|cycles?|days?|weeks?|months?|years?|tables?|figures?|at|every|each|per|score|study|trial|part|step|version|CD|item|question|first|last)\\s?|[-–/.,]|\\bgrade[^.;]{0,20})$",
          FLAGS);
  private static final Pattern GOES_ON_LEAD =
      Pattern.compile(
          "(?:[,;:]|"
              + WORD_START
              + "(?:and|or|vs\\.?|versus|v\\.?|compared (?:with|to)|than|while|whereas|but))\\s(?:only\\s|in\\s|by\\s|to\\s)?$",
          FLAGS);
  private static final Pattern GOES_ON_TAIL =
      Pattern.compile(
          "\\s?(?:\\([^()]{1,24}\\)\\s?)?(?:in|with|on|for|from|after|receiving|who|taking|given|assigned|allocated|treated|randomi[sz]ed|had|of the|of those)"
              + WORD_END,
          FLAGS);

  private static final String ORIGIN = "count of events";
  private static final Pattern BRACKET_OF_COUNTS =
      Pattern.compile(
          WORD_START
              + "(?:more|fewer|numbers?|deaths|events|cases|episodes|patients|women|men|children)"
              + WORD_END
              + "[^.;()]{0,120}[(\\[]\\s?$",
          FLAGS);
  private static final Pattern OF_A_SCALE =
      Pattern.compile(
          WORD_START
              + "(?:scores?|scales?|levels?|means?|medians?|averages?|index|points?|pain|age|aged|mean number|median number)"
              + WORD_END,
          FLAGS);
  private static final Pattern COUNT_TAIL =
      Pattern.compile("\\s?(?:[)\\]]|(?:vs\\.?|versus|v)\\s\\d+\\s?[);,\\]])", FLAGS);
  private static final Pattern AGAINST = Pattern.compile("\\s(?:vs\\.?|versus|v)\\s", FLAGS);

  private final Lexicon<String> events;

  EventCounts(Figures figures, Vocabulary vocabulary) {
    super(figures);
    this.events = vocabulary.cues("event");
  }

  void find() {
    boolean prose =
        !reading.isCell()
            && reading.piece().part() != Unit.Part.HEADING
            && reading.piece().part() != Unit.Part.CAPTION;
    for (int i = 0; prose && i < numbers.size(); i++) {
      if (isOpen(i)
          && (isOfEvents(numbers.get(i)) || goesOn(i) || isInBracket(i) || isAgainst(i))) {
        PrintedNumber number = numbers.get(i);
        Measure count = compared(Kind.COUNT, number, null);
        put(i, number.start(), number.end(), count, ORIGIN);
      }
    }
  }

  private boolean isOpen(int i) {
    PrintedNumber number = numbers.get(i);
    boolean bare =
        values[i] != null
            && values[i].measure().kind() == Kind.NUMBER
            && values[i].measure().unit() == null;
    String lead = text.substring(Math.max(0, number.start() - 30), number.start());
    return (bare || !used[i])
        && isCount(number.number())
        && number.form() != Form.FRACTION
        && !isAdjective(number)
        && units.at(text, number.end()) == null
        && isExact(number)
        && !NOT_COUNTED.matcher(lead).find();
  }

  /** "At least one infection" says what was counted, not how many. */
  private boolean isExact(PrintedNumber number) {
    return switch (comparatorBefore(number.start())) {
      case EQUAL, ABOUT -> true;
      default -> false;
    };
  }

  private boolean isOfEvents(PrintedNumber number) {
    if (OPENS_OTHERWISE.matcher(text).region(number.end(), text.length()).lookingAt()) {
      return false;
    }
    int word = reading.wordAt(number.end());
    for (int i = word; i < word + 3; i++) {
      Hit<String> event = events.longestAt(text, reading.words(), i);
      if (event != null
          && ADJECTIVES.matcher(text.substring(number.end(), event.start())).matches()) {
        return true;
      }
    }
    return reading
        .covering(MentionType.OUTCOME, number.end(), Math.min(text.length(), number.end() + 40))
        .filter(outcome -> outcome.start() > number.end())
        .filter(outcome -> !"endpoint".equals(((Outcome) outcome.normal()).use()))
        .anyMatch(
            outcome -> ADJECTIVES.matcher(text.substring(number.end(), outcome.start())).matches());
  }

  /** {@code fewer deaths in the A group (68 vs 120)}. */
  private boolean isInBracket(int i) {
    PrintedNumber number = numbers.get(i);
    int from = Math.max(reading.sentenceStart(number.start()), number.start() - REACH);
    String lead = text.substring(from, number.start());
    return BRACKET_OF_COUNTS.matcher(lead).find()
        && !OF_A_SCALE.matcher(lead).find()
        && COUNT_TAIL.matcher(text).region(number.end(), text.length()).lookingAt();
  }

  /** The figure that a count in brackets is set against. */
  private boolean isAgainst(int i) {
    Value before = i == 0 ? null : values[i - 1];
    return before != null
        && before.measure().kind() == Kind.COUNT
        && before.origin().equals(ORIGIN)
        && AGAINST
            .matcher(text.substring(before.end(), Math.max(before.end(), numbers.get(i).start())))
            .matches();
  }

  private boolean goesOn(int i) {
    PrintedNumber number = numbers.get(i);
    int sentence = Math.max(reading.sentenceStart(number.start()), number.start() - REACH);
    boolean counted = false;
    for (int j = i - 1; j >= 0 && numbers.get(j).start() >= sentence && !counted; j--) {
      counted = values[j] != null && values[j].measure().kind() == Kind.COUNT;
    }
    return counted
        && GOES_ON_LEAD.matcher(text.substring(sentence, number.start())).find()
        && GOES_ON_TAIL.matcher(text).region(number.end(), text.length()).lookingAt();
  }
}
