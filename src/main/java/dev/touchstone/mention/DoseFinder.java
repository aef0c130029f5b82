package dev.touchstone.mention;

import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds amounts of drugs with the schedule that stands next to them, and doses in words. */
final class DoseFinder {

  private static final Pattern RANGE = Pattern.compile("\\s?(?:[-–—]|to\\b|through\\b)\\s?");
  private static final Pattern LIST =
      Pattern.compile(
          "\\s?(?:,|/|;|or\\b|and\\b|, ?or\\b|, ?and\\b|, ?then\\b|versus\\b|vs\\.?)\\s?");
  private static final Pattern FROM =
      Pattern.compile("(?:from|between|range:?|ranging from)\\s$", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:reduc|increas|escalat|decreas|lower|titrat|rais|chang)\\p{L}*\\W+(?:\\p{L}+\\W+){0,4}from\\s$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AUC =
      Pattern.compile(
          "(?:AUC|area under the (?:concentration[- ](?:time )?)?curve)(?: of| ?=|:)?\\s?(\\d(?:\\.\\d)?)(?![\\d.%])");

  private final UnitReader units;
  private final DoseAmounts amounts;
  private final WordedDoses words;
  private final Vocabulary vocabulary;

  DoseFinder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    units = new UnitReader(vocabulary.units());
    amounts = new DoseAmounts(vocabulary, units);
    words = new WordedDoses(vocabulary);
  }

  void find(Reading reading) {
    DoseAdjuncts adjuncts = new DoseAdjuncts(reading, units, vocabulary);
    new Search(reading, adjuncts).run();
    words.find(reading, adjuncts);
  }

  /** One unit's search for amounts. */
  private final class Search {

    private final Reading reading;
    private final DoseAdjuncts adjuncts;
    private final String text;
    private final List<PrintedNumber> numbers;
    private int end;

    Search(Reading reading, DoseAdjuncts adjuncts) {
      this.reading = reading;
      this.adjuncts = adjuncts;
      this.text = reading.text();
      this.numbers = reading.numbers();
    }

    void run() {
      for (int i = 0; i < numbers.size(); i++) {
        PrintedNumber number = numbers.get(i);
        if (number.start() < end || number.form() == PrintedNumber.Form.FRACTION) {
          continue;
        }
        UnitReader.Found unit = units.at(text, number.end());
        if (unit != null && amounts.isDose(reading, number, unit)) {
          amount(i, unit);
        }
      }
      areaUnderCurve();
    }

    private void amount(int index, UnitReader.Found unit) {
      PrintedNumber number = numbers.get(index);
      int read = end;
      PrintedNumber low = lowEnd(index);
      for (int i = index - 1; low == null && i >= 0 && isListed(i, read); i--) {
        PrintedNumber listed = numbers.get(i);
        emit(listed.start(), listed.end(), listed.number(), null, unit, false);
      }
      if (low == null && rangeFrom(index, unit)) {
        return;
      }
      int start = low == null ? number.start() : low.start();
      emit(start, unit.end(), number.number(), low == null ? null : low.number(), unit, true);
    }

    /** The number before where it is the low end of a range that has its unit once. */
    private @Nullable PrintedNumber lowEnd(int index) {
      PrintedNumber number = numbers.get(index);
      PrintedNumber before = index > 0 ? numbers.get(index - 1) : null;
      if (before == null) {
        return null;
      }
      String gap = text.substring(before.end(), number.start());
      boolean range =
          RANGE.matcher(gap).matches()
              && before.number().value().compareTo(number.number().value()) < 0
              && !isChange(before.start());
      boolean between =
          FROM.matcher(text.substring(Math.max(0, before.start() - 16), before.start())).find()
              && gap.matches("\\s?and\\s");
      return range || between ? before : null;
    }

    /**
     * From 0.15 mg/kg to 7.5 mg/kg is a range, unless a dose was raised or lowered from the one to
     * the other.
     */
    private boolean rangeFrom(int index, UnitReader.Found unit) {
      if (index + 1 >= numbers.size()) {
        return false;
      }
      PrintedNumber number = numbers.get(index);
      PrintedNumber next = numbers.get(index + 1);
      UnitReader.Found other = units.at(text, next.end());
      String lead = text.substring(Math.max(0, number.start() - 60), number.start());
      String gap = text.substring(Math.min(unit.end(), next.start()), next.start());
      boolean hyphen = gap.matches("\\s?[-–—]\\s?");
      if (other == null
          || !other.code().equals(unit.code())
          || !RANGE.matcher(gap).matches()
          || !(hyphen || FROM.matcher(lead).find())
          || isChange(number.start())) {
        return false;
      }
      emit(number.start(), other.end(), next.number(), number.number(), other, true);
      return true;
    }

    /** Whether a dose is said to be raised or lowered from the one that begins here. */
    private boolean isChange(int start) {
      return CHANGE.matcher(text.substring(Math.max(0, start - 60), start)).find();
    }

    /**
     * Whether a number is the earlier part of a list whose last member has the unit: {@code 80, 120
     * or 160 mg}.
     */
    private boolean isListed(int i, int read) {
      String gap = text.substring(numbers.get(i).end(), numbers.get(i + 1).start());
      boolean joined =
          LIST.matcher(gap).matches()
              || (RANGE.matcher(gap).matches() && isChange(numbers.get(i).start()));
      return numbers.get(i).start() >= read
          && joined
          && numbers.get(i).form() == PrintedNumber.Form.DIGITS
          && !reading.isSpent(numbers.get(i).start(), numbers.get(i).end());
    }

    private void emit(
        int start,
        int amountEnd,
        ReportedNumber value,
        @Nullable ReportedNumber low,
        UnitReader.Found unit,
        boolean schedule) {
      Dose bare =
          new Dose(
              low == null ? value : null,
              low,
              low == null ? null : value,
              unit.code(),
              null,
              null,
              null,
              null,
              null,
              null);
      DoseAdjuncts.Found beside =
          schedule
              ? adjuncts.beside(start, amountEnd, unit)
              : adjuncts.none(start, amountEnd, unit);
      Dose dose = bare.with(beside.schedule());
      dose = dose.withDaily(beside.daily() != null ? beside.daily() : perDay(dose));
      reading.add(
          new Draft(MentionType.DOSE, beside.start(), beside.end(), "amount with unit", dose));
      reading.spend(beside.start(), beside.end());
      end = Math.max(end, beside.end());
    }

    private static Dose.@Nullable Amount perDay(Dose dose) {
      var value = dose.value();
      var frequency = dose.frequency();
      var unit = dose.unit();
      var times = frequency == null ? null : frequency.perDay();
      return value == null || unit == null || times == null
          ? null
          : new Dose.Amount(value.value().multiply(times), unit);
    }

    private void areaUnderCurve() {
      Matcher auc = AUC.matcher(text);
      while (auc.find()) {
        int from = reading.sentenceStart(auc.start());
        int to = reading.sentenceEnd(auc.start());
        boolean platinum =
            reading
                .covering(MentionType.DRUG, from, to)
                .anyMatch(draft -> ((Drug) draft.normal()).name().endsWith("platin"));
        if (platinum && units.at(text, auc.end(1)) == null) {
          UnitReader.Found unit =
              new UnitReader.Found(auc.end(), "mg.min/mL", "mass", "volume", null);
          emit(auc.start(), auc.end(), ReportedNumber.of(auc.group(1)), null, unit, true);
        }
      }
    }
  }
}
