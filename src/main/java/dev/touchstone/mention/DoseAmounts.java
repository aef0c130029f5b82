package dev.touchstone.mention;

import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells amounts of drugs from concentrations, weights, volumes and strengths. */
final class DoseAmounts {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s(?:eye ?drops?|drops|ophthalmic|solution|suspension|cream|ointment|gel|lotion|foam|mouthwash|spray"
              + "|shampoo|(?:(?:once|twice|three times|four times)\\s(?:a day|daily|weekly))|[bt]\\.?i\\.?d\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MEASURED =
      Pattern.compile("1\\.73|\\.h$|\\.min$|^L(?:/|$)|^d?L/|^mL/min|^m?g/cm2");

  /** {@code 14.5 ± 3.2 mg}: a spread before the amount, or behind it. */
  private static final Pattern SPREAD_BEFORE =
      Pattern.compile(FigureReader.PLUS_MINUS + "[(\\[]?\\s?$");

  private static final Pattern SPREAD_BEHIND = Pattern.compile(FigureReader.PLUS_MINUS + "\\d");

  /** {@code 6 mg [range 0-30 mg]}, {@code (95% CI 2 to 9 mg)}. */
  private static final Pattern INTERVAL_BEHIND =
      Pattern.compile(
          "\\s?[(\\[]\\s?(?:(?:inter-?quartile\\s)?range|IQR|\\d\\d\\s?%\\s?(?:CI|confidence)|SDs?\\b|\\d[\\d.]*\\s?(?:[-–—]|to)\\s?\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPENS_INTERVAL =
      Pattern.compile(
          "(?:range|IQR|CI|SD)[\\s:,=]*(?:[\\d.]+\\s?(?:[-–—]|to)\\s?)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> ALWAYS = Set.of("mass", "radiation");

  private static final Set<String> WITH_CUE = Set.of("activity", "amount", "volume", "form");

  private final UnitReader units;
  private final Lexicon<String> dosing;
  private final Lexicon<String> usedAmounts;

  DoseAmounts(Vocabulary vocabulary, UnitReader units) {
    this.units = units;
    this.dosing = vocabulary.cues("dosing");
    this.usedAmounts = vocabulary.cues("used-amount");
  }

  boolean isDose(Reading reading, PrintedNumber number, UnitReader.Found unit) {
    if (isOfSchedule(reading, number)) {
      return false;
    }
    // A flow per body surface, an area under a curve and a volume of breath are measured.
    if (MEASURED.matcher(unit.code()).find() || isMeasured(reading, number, unit)) {
      return false;
    }
    boolean perBody = unit.below().equals("weight") || unit.below().equals("area");
    if (!unit.below().isEmpty() && !perBody && !unit.below().equals("time")) {
      return false;
    }
    if (unit.dimension().equals("percent")) {
      return isStrength(reading, number, unit);
    }
    if (ALWAYS.contains(unit.dimension()) || (perBody && WITH_CUE.contains(unit.dimension()))) {
      boolean heavy = unit.code().equals("g");
      return !heavy || unit.time() != null || isGiven(reading, number);
    }
    if (unit.dimension().equals("form") && isWeighed(reading, number)) {
      return false;
    }
    // The drug of a cell stands in its header; a schedule beside the amount shows a dose.
    boolean scheduled =
        reading.isCell()
            && unit.dimension().equals("activity")
            && reading.schedules().stream().anyMatch(part -> part.frequency() != null);
    return WITH_CUE.contains(unit.dimension())
        && unit.below().isEmpty()
        && (scheduled || isGiven(reading, number));
  }

  /**
   * What was used up comes as a mean with a spread, or as a median with a range behind a word for
   * its use.
   */
  private boolean isMeasured(Reading reading, PrintedNumber number, UnitReader.Found unit) {
    String text = reading.text();
    String before = text.substring(Math.max(0, number.start() - 20), number.start());
    if (SPREAD_BEFORE.matcher(before).find()
        || SPREAD_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt()
        || SPREAD_BEHIND.matcher(text).region(unit.end(), text.length()).lookingAt()) {
      return true;
    }
    boolean interval =
        OPENS_INTERVAL.matcher(before).find()
            || INTERVAL_BEHIND.matcher(text).region(unit.end(), text.length()).lookingAt();
    return interval
        && says(usedAmounts, reading, reading.sentenceStart(number.start()), number.start());
  }

  private static boolean isOfSchedule(Reading reading, PrintedNumber number) {
    return reading.isSpent(number.start(), number.start() + 1)
        && reading.schedules().stream()
            .anyMatch(s -> s.start() <= number.start() && number.end() <= s.end());
  }

  /** A percentage is a strength between a drug and its form: {@code timolol 0.5% eye drops}. */
  private static boolean isStrength(Reading reading, PrintedNumber number, UnitReader.Found unit) {
    return reading.has(MentionType.DRUG, Math.max(0, number.start() - 2), number.start())
        && FORM.matcher(reading.text()).region(unit.end(), reading.text().length()).lookingAt();
  }

  /** Whether the sentence tells the amount in milligrams: 160 mg is four tablets. */
  private boolean isWeighed(Reading reading, PrintedNumber number) {
    int from = reading.sentenceStart(number.start());
    int to = reading.sentenceEnd(number.start());
    for (PrintedNumber other : reading.numbers()) {
      if (other.start() >= from && other.end() <= to) {
        UnitReader.Found unit = units.at(reading.text(), other.end());
        if (unit != null && unit.dimension().equals("mass") && unit.below().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the sentence names a drug near the number, or says that something is given. */
  private boolean isGiven(Reading reading, PrintedNumber number) {
    int from = Math.max(reading.sentenceStart(number.start()), number.start() - 90);
    int to = Math.min(reading.sentenceEnd(number.start()), number.end() + 90);
    if (reading.has(MentionType.DRUG, from, to)) {
      return true;
    }
    return says(dosing, reading, from, to);
  }

  private static boolean says(Lexicon<String> words, Reading reading, int from, int to) {
    for (int i = reading.wordAt(from);
        i < reading.words().size() && reading.words().get(i).start() < to;
        i++) {
      if (words.longestAt(reading.text(), reading.words(), i) != null) {
        return true;
      }
    }
    return false;
  }
}
