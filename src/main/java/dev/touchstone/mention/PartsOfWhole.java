package dev.touchstone.mention;

import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that make up a whole told before them: {@code 47 patients (25 A, 22 B)}, {@code 150
 * agreed; 77 (51.3%) had A and 73 (48.7%) had B}. That they add up proves that they count people.
 */
final class PartsOfWhole {

  static final String ORIGIN = "part of a whole";
  private static final String WHOLE = "whole of its parts";

  private static final int MOST_PARTS = 4;
  private static final int FEWEST_PEOPLE = 5;
  private static final Set<Measure.Kind> COUNTS =
      EnumSet.of(Measure.Kind.COUNT, Measure.Kind.NUMBER, Measure.Kind.FRACTION);

  /** What befell them makes them a result. */
  private static final Pattern BEFELL =
      Pattern.compile(
          "(?is).*\\b(?:died|deaths?|relaps\\w*|recurr\\w*|progress\\w*|developed|experienced|achieved|respon\\w+|discontinu\\w*|withdr\\w*|events?|positive|negative|adverse|toxicit\\w*|remission\\w*|observed|occurred|diagnosed|cases)\\b.*");

  /** What is counted that is no person. */
  private static final Pattern THINGS =
      Pattern.compile(
          "(?i)\\b(?:procedures|operations|surgeries|lesions|tumou?rs|nodes|samples|specimens|visits|sessions|cent(?:er|re)s|hospitals|trials|studies)\\b");

  /** {@code 138 (46.2%) randomised (}, {@code 2144 (}. */
  private static final Pattern BRACKET =
      Pattern.compile(
          "(?:\\s\\(\\d[\\d.]*\\s?%\\))?(?:\\s[\\p{L}\\d]+){0,4}?\\s\\((?!\\d[\\d.]*\\s?%)");

  private static final Pattern OF_TIME =
      Pattern.compile(
          "(?i)\\s?%|\\s?[/-]|\\s(?:years?|months?|weeks?|days?|hours?|min|cycles?|courses?|mg|g|mL|to)\\b|\\)\\p{L}");
  private static final Pattern ALLOTS =
      Pattern.compile(
          "(?i)\\b(?:randomi[sz]ed|randomly|assigned|allocated|compared|received|divided)\\b");

  private PartsOfWhole() {}

  /** Adds the parts of each whole of a piece. */
  static void find(Reading reading) {
    if (reading.isCell()) {
      return;
    }
    for (Draft whole : reading.drafts(MentionType.PARTICIPANTS)) {
      int size = ((Participants) whole.normal()).n().value().intValue();
      parts(reading, whole.end(), size, Integer.MAX_VALUE);
    }
    for (PrintedNumber number : reading.numbers()) {
      int close = bracketBehind(reading, number);
      if (close > 0
          && parts(reading, number.end(), number.number().value().intValue(), close)
          && !reading.has(MentionType.PARTICIPANTS, number.start(), number.end())) {
        add(reading, number, WHOLE);
      }
    }
    bracketed(reading);
  }

  /** Where the bracket closes that a number opens: {@code 2144 (1063 A, 1081 B)}; 0 for none. */
  private static int bracketBehind(Reading reading, PrintedNumber number) {
    boolean told = reading.has(MentionType.PARTICIPANTS, number.start(), number.end());
    if (!told && !isCount(reading, number)
        || number.number().value().intValue() < 2 * FEWEST_PEOPLE) {
      return 0;
    }
    Matcher open = BRACKET.matcher(reading.text()).region(number.end(), reading.text().length());
    boolean people =
        open.lookingAt()
            && !BEFELL.matcher(open.group()).matches()
            && !THINGS.matcher(open.group()).find();
    int close = people ? reading.text().indexOf(')', open.end()) : -1;
    return close < 0 ? 0 : close;
  }

  /** {@code randomised to A (149) or B (150)}: figures alone in brackets count the arms. */
  private static void bracketed(Reading reading) {
    for (Sentence sentence : reading.sentences()) {
      String words = reading.text().substring(sentence.start(), sentence.end());
      if (!ALLOTS.matcher(words).find()) {
        continue;
      }
      List<PrintedNumber> alone = new ArrayList<>();
      int sized = 0;
      for (PrintedNumber number : reading.numbers()) {
        if (number.start() < sentence.start() || number.end() > sentence.end()) {
          continue;
        }
        boolean opens = number.start() > 1 && reading.text().startsWith(" (", number.start() - 2);
        boolean behindWord =
            opens
                && number.start() > 2
                && Character.isLetter(reading.text().charAt(number.start() - 3));
        if (behindWord
            && reading.text().startsWith(")", number.end())
            && isCount(reading, number)) {
          alone.add(number);
        } else if (reading
            .text()
            .substring(sentence.start(), number.start())
            .matches("(?s).*[nN]\\s?=\\s?$")) {
          sized++;
        }
      }
      if (alone.size() + sized > 1) {
        alone.forEach(number -> add(reading, number, ORIGIN));
      }
    }
  }

  /** Whether numbers between here and there add up to the whole; then they are people. */
  private static boolean parts(Reading reading, int from, int size, int to) {
    int end = reading.sentenceEnd(from - 1);
    int further = end < reading.text().length() ? reading.sentenceEnd(end + 1) : end;
    int stop = Math.min(to, further);
    List<PrintedNumber> numbers = new ArrayList<>();
    for (PrintedNumber number : reading.numbers()) {
      if (number.start() > from
          && number.end() <= stop
          && number.number().value().compareTo(BigDecimal.valueOf(size)) < 0
          && (isCount(reading, number) || isPart(reading, number))) {
        numbers.add(number);
      }
    }
    for (int first = 0; first < numbers.size(); first++) {
      int sum = 0;
      for (int last = first; last < numbers.size() && last < first + MOST_PARTS; last++) {
        sum += numbers.get(last).number().value().intValue();
        List<PrintedNumber> parts = numbers.subList(first, last + 1);
        if (sum == size && last > first && areParts(reading, from, parts)) {
          parts.stream()
              .filter(part -> !isPart(reading, part))
              .forEach(part -> add(reading, part, ORIGIN));
          return true;
        }
      }
    }
    return false;
  }

  /** A number that is known to count some of the people. */
  private static boolean isPart(Reading reading, PrintedNumber number) {
    return reading.has(MentionType.PARTICIPANTS, number.start(), number.end());
  }

  private static boolean isCount(Reading reading, PrintedNumber number) {
    String rest =
        reading
            .text()
            .substring(number.end(), Math.min(reading.text().length(), number.end() + 10));
    boolean other =
        reading
            .covering(MentionType.MEASURE, number.start(), number.end())
            .anyMatch(
                draft ->
                    !COUNTS.contains(((Measure) draft.normal()).kind())
                        || isShare(draft) && draft.start() == number.start());
    int value = number.number().value().intValue();
    boolean year = value >= 1900 && value <= 2040 && number.end() - number.start() == 4;
    boolean told = reading.text().startsWith(" (", number.end());
    return number.form() != Form.FRACTION
        && (!year || told)
        && number.number().decimals() == 0
        && number.number().value().intValue() >= FEWEST_PEOPLE
        && !OF_TIME.matcher(rest).lookingAt()
        && !other
        && !reading.has(MentionType.DOSE, number.start(), number.end())
        && !reading.has(MentionType.PARTICIPANTS, number.start(), number.end());
  }

  /** Of {@code 16/38} the second number may count an arm; the first tells how many of it. */
  private static boolean isShare(Draft draft) {
    return ((Measure) draft.normal()).of() != null;
  }

  /** Near each other, in words that say of nobody what befell him. */
  private static boolean areParts(Reading reading, int from, List<PrintedNumber> parts) {
    int first = parts.get(0).start();
    int last = parts.get(parts.size() - 1).end();
    int close = reading.text().indexOf(')', last);
    int open = reading.text().lastIndexOf('(', first);
    boolean inBracket = open >= from && close > 0 && reading.text().indexOf(')', open) == close;
    int stop = inBracket ? close : Math.min(reading.sentenceEnd(last - 1), last + 60);
    String between = reading.text().substring(first, stop);
    String behind =
        inBracket
            ? reading.text().substring(close, Math.min(reading.text().length(), close + 24))
            : "";
    return last - from < 420
        && !BEFELL.matcher(between).matches()
        && !behind.matches(
            "(?is)\\)\\s(?:developed|died|had|experienced|relapsed|achieved|responded).*");
  }

  private static void add(Reading reading, PrintedNumber part, String origin) {
    reading
        .covering(MentionType.MEASURE, part.start(), part.end())
        .filter(draft -> ((Measure) draft.normal()).kind() != Measure.Kind.FRACTION)
        .filter(draft -> !isShare(draft))
        .toList()
        .forEach(reading::remove);
    reading.add(
        new Draft(
            MentionType.PARTICIPANTS,
            part.start(),
            part.end(),
            origin,
            new Participants(part.number(), PeopleRole.OTHERS, "")));
  }
}
