package dev.touchstone.mention;

import dev.touchstone.mention.CountedArms.Count;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the numbers of running text that may count people who took part. */
final class PeopleCandidates {

  private static final Set<Kind> OPEN = EnumSet.of(Kind.COUNT, Kind.NUMBER, Kind.FRACTION);
  private static final int LARGEST = 10_000_000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2040;

  /** What makes a number before or behind it something else. */
  private static final Pattern PART_OF_MORE =
      Pattern.compile(
          "(?s).*(?:[\\p{L}\\d][-‐‑/.]|[\\p{L}±<>≤≥×$€£/.,-]|(?<![nN]\\s?)=\\s?|[±<>≤≥]\\s)$");

  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)\\s?%|\\s?[-‐‑–/±×]|[.,]\\d|:\\d|\\s?(?:to|and)\\s\\d+(?:\\.\\d+)?\\s?(?:%|years?|months?|weeks?|days?|hours?)|\\s(?:percent|years?|months?|weeks?|days?|hours?|hr|min|minutes|cycles?|courses?|times|points?|fold|of the)\\b|\\)\\p{L}|\\p{L}");

  private static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![\\p{L}])";
  private static final Pattern BEHIND_MONTH = Pattern.compile("(?s).*" + MONTH + "\\.?\\s$");
  private static final Pattern BEFORE_MONTH = Pattern.compile("\\s" + MONTH);
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\s(?:\\(|(?:[\\p{L}-]+\\s){0,4}?(?:patients|women|men|participants|subjects|cases|people|adults|children)(?![\\p{L}]))");
  private static final int LONGEST_MONTH = 12;

  /** {@code 13 388 women}: a blank between thousands. */
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?<![\\d.,/=-]|\\d\\s)([1-9]\\d{0,2}) (\\d{3})(?=\\s(?:[\\p{L}-]+\\s){0,4}?\\p{L}{3,}|\\s?\\))(?![\\d.,]|\\s\\d)");

  private PeopleCandidates() {}

  /** Those of a piece, in the order of the text. */
  static List<PeopleCandidate> in(Reading reading, UnitReader units) {
    List<PeopleCandidate> found = new ArrayList<>();
    List<PrintedNumber> numbers = reading.numbers();
    int next = 0;
    for (Sentence sentence : reading.sentences()) {
      List<PeopleCandidate> here = new ArrayList<>();
      thousands(here, reading, sentence);
      while (next < numbers.size() && numbers.get(next).start() < sentence.start()) {
        next++;
      }
      for (; next < numbers.size() && numbers.get(next).end() <= sentence.end(); next++) {
        PrintedNumber number = numbers.get(next);
        if (here.stream()
            .noneMatch(one -> one.start() <= number.start() && number.end() <= one.end())) {
          add(here, reading, sentence, number, units);
        }
      }
      for (Count count : ArmDenominators.in(reading, sentence)) {
        ReportedNumber number = Numbers.parse(reading.text().substring(count.start(), count.end()));
        if (number != null && here.stream().noneMatch(one -> one.start() == count.start())) {
          here.add(
              new PeopleCandidate(
                  reading, sentence, count.start(), count.end(), number, null, true));
        }
      }
      found.addAll(here);
    }
    found.sort(Comparator.comparingInt(PeopleCandidate::start));
    return found;
  }

  private static void add(
      List<PeopleCandidate> found,
      Reading reading,
      Sentence sentence,
      PrintedNumber number,
      UnitReader units) {
    Draft people =
        reading
            .covering(MentionType.PARTICIPANTS, number.start(), number.end())
            .findFirst()
            .orElse(null);
    if (people != null || isOpen(reading, number, units)) {
      found.add(
          new PeopleCandidate(
              reading,
              sentence,
              number.start(),
              number.end(),
              number.number(),
              people,
              isDenominator(reading, number)));
    }
  }

  private static void thousands(List<PeopleCandidate> found, Reading reading, Sentence sentence) {
    Matcher parted = THOUSANDS.matcher(reading.text()).region(sentence.start(), sentence.end());
    while (parted.find()) {
      List<Draft> people =
          reading.covering(MentionType.PARTICIPANTS, parted.start(), parted.end()).toList();
      if (!people.isEmpty()) {
        people.forEach(reading::remove);
        ReportedNumber number = ReportedNumber.of(parted.group(1) + parted.group(2));
        Draft whole =
            new Draft(
                MentionType.PARTICIPANTS,
                parted.start(),
                parted.end(),
                people.get(0).origin(),
                new Participants(
                    number, PeopleRole.OTHERS, ((Participants) people.get(0).normal()).label()));
        reading.add(whole);
        found.add(
            new PeopleCandidate(
                reading, sentence, parted.start(), parted.end(), number, whole, false));
      }
    }
  }

  private static boolean isDenominator(Reading reading, PrintedNumber number) {
    return reading
        .covering(MentionType.MEASURE, number.start(), number.end())
        .anyMatch(
            draft -> ((Measure) draft.normal()).of() != null && draft.start() < number.start());
  }

  /** {@code between 2003 and 2005}; people stand behind a number of people or "n =" before it. */
  static boolean isYear(String text, PrintedNumber number) {
    int value = number.number().value().intValue();
    return value >= FIRST_YEAR
        && value <= LAST_YEAR
        && number.end() - number.start() == 4
        && !COUNTED.matcher(text).region(number.end(), text.length()).lookingAt()
        && !text.substring(Math.max(0, number.start() - 5), number.start())
            .matches("(?s).*[nN]\\s?=\\s?$");
  }

  private static boolean isOpen(Reading reading, PrintedNumber number, UnitReader units) {
    String text = reading.text();
    if (number.form() == Form.FRACTION || number.number().decimals() != 0) {
      return false;
    }
    int value = number.number().value().intValue();
    String lead = text.substring(Math.max(0, number.start() - LONGEST_MONTH), number.start());
    boolean date =
        value <= 31
            && (BEHIND_MONTH.matcher(lead).matches()
                || BEFORE_MONTH.matcher(text).region(number.end(), text.length()).lookingAt());
    return value >= 2
        && !reading.isSpent(number.start(), number.end())
        && !date
        && !isYear(text, number)
        && value < LARGEST
        && text.charAt(number.start()) != '0'
        && !PART_OF_MORE
            .matcher(text.substring(Math.max(0, number.start() - 6), number.start()))
            .matches()
        && !MEASURED.matcher(text).region(number.end(), text.length()).lookingAt()
        && units.at(text, number.end()) == null
        && !reading.has(MentionType.DOSE, number.start(), number.end())
        && !reading.has(MentionType.STUDY, number.start(), number.end())
        && reading
            .covering(MentionType.MEASURE, number.start(), number.end())
            .allMatch(draft -> isOpen((Measure) draft.normal(), draft, number));
  }

  /** Of {@code 16 of 38} the second number may count an arm; the first tells how many of it. */
  private static boolean isOpen(Measure measure, Draft draft, PrintedNumber number) {
    return OPEN.contains(measure.kind())
        && (measure.of() == null || draft.start() < number.start());
  }
}
