package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Dose.Amount;
import dev.touchstone.mention.Dose.Cycle;
import dev.touchstone.mention.Dose.Frequency;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds amounts of drugs with the schedule that stands next to them. */
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
  private static final Pattern BESIDE =
      Pattern.compile("\\s?(?:of|at|was|is|:)?\\s?(?:\\p{L}+\\s(?:at\\s)?)?");
  private static final Pattern INFUSION =
      Pattern.compile(
          "(?:given |infused |administered )?(?:over|as an?) (?:a |about |approximately )?\\d{1,3}(?:\\s?(?:-|–|to)\\s?\\d{1,3})?[- ]?(?:hours?|h|hr|min(?:ute)?s?)(?: (?:intravenous |continuous |IV )?infusion)?(?![a-z])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AUC =
      Pattern.compile("AUC(?: of| =|=|:)?\\s?(\\d(?:\\.\\d)?)(?![\\d.%])");
  private static final Pattern FORM =
      Pattern.compile(
          "\\s(?:eye ?drops?|drops|ophthalmic|solution|suspension|cream|ointment|gel|lotion|foam|mouthwash|spray"
              + "|shampoo|(?:(?:once|twice|three times|four times)\\s(?:a day|daily|weekly))|[bt]\\.?i\\.?d\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> ALWAYS = Set.of("mass", "radiation");
  private static final Set<String> WITH_CUE = Set.of("activity", "amount", "volume", "form");

  private final UnitReader units;
  private final Lexicon<String> dosing;
  private final Lexicon<String> filler;
  private final DoseWords words;

  DoseFinder(Vocabulary vocabulary) {
    units = new UnitReader(vocabulary.units());
    dosing = vocabulary.cues("dosing");
    filler = vocabulary.cues("dose-filler");
    words = new DoseWords(vocabulary);
  }

  void find(Reading reading) {
    new Search(reading).run();
  }

  /** One unit's search; remembers which schedules have found their dose. */
  private final class Search {

    private final Reading reading;
    private final String text;
    private final List<PrintedNumber> numbers;
    private final Set<SchedulePart> taken = new HashSet<>();
    private int end;

    Search(Reading reading) {
      this.reading = reading;
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
        if (unit != null && isDose(number, unit)) {
          amount(i, unit);
        }
      }
      areaUnderCurve();
      inWords();
    }

    private boolean isDose(PrintedNumber number, UnitReader.Found unit) {
      if (reading.isSpent(number.start(), number.start() + 1)
          && reading.schedules().stream()
              .anyMatch(s -> s.start() <= number.start() && number.end() <= s.end())) {
        return false;
      }
      boolean perBody = unit.below().equals("weight") || unit.below().equals("area");
      if (!unit.below().isEmpty() && !perBody && !unit.below().equals("time")) {
        return false;
      }
      if (unit.dimension().equals("percent")) {
        return isStrength(number, unit);
      }
      if (ALWAYS.contains(unit.dimension()) || (perBody && WITH_CUE.contains(unit.dimension()))) {
        boolean heavy = unit.code().equals("g");
        return !heavy || unit.time() != null || isGiven(number);
      }
      if (unit.dimension().equals("form") && weighed(number)) {
        return false;
      }
      return WITH_CUE.contains(unit.dimension()) && unit.below().isEmpty() && isGiven(number);
    }

    /** A percentage is a strength between a drug and its form: {@code timolol 0.5% eye drops}. */
    private boolean isStrength(PrintedNumber number, UnitReader.Found unit) {
      return reading.has(MentionType.DRUG, Math.max(0, number.start() - 2), number.start())
          && FORM.matcher(text).region(unit.end(), text.length()).lookingAt();
    }

    /** Whether the sentence tells the amount in milligrams: 160 mg is four tablets. */
    private boolean weighed(PrintedNumber number) {
      int to = reading.sentenceEnd(number.start());
      for (PrintedNumber other : numbers) {
        if (other.start() >= reading.sentenceStart(number.start()) && other.end() <= to) {
          UnitReader.Found unit = units.at(text, other.end());
          if (unit != null && unit.dimension().equals("mass") && unit.below().isEmpty()) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether the sentence names a drug near the number, or says that something is given. */
    private boolean isGiven(PrintedNumber number) {
      int from = Math.max(reading.sentenceStart(number.start()), number.start() - 90);
      int to = Math.min(reading.sentenceEnd(number.start()), number.end() + 90);
      if (reading.has(MentionType.DRUG, from, to)) {
        return true;
      }
      for (int i = reading.wordAt(from);
          i < reading.words().size() && reading.words().get(i).start() < to;
          i++) {
        if (dosing.longestAt(text, reading.words(), i) != null) {
          return true;
        }
      }
      return false;
    }

    private void amount(int index, UnitReader.Found unit) {
      PrintedNumber number = numbers.get(index);
      int read = end;
      PrintedNumber low = null;
      int first = index;
      PrintedNumber before = index > 0 ? numbers.get(index - 1) : null;
      if (before != null
          && RANGE.matcher(text.substring(before.end(), number.start())).matches()
          && before.number().value().compareTo(number.number().value()) < 0) {
        low = before;
        first = index - 1;
      } else if (before != null
          && FROM.matcher(text.substring(Math.max(0, before.start() - 16), before.start())).find()
          && text.substring(before.end(), number.start()).matches("\\s?and\\s")) {
        low = before;
        first = index - 1;
      }
      for (int i = first - 1; low == null && i >= 0 && isListed(i, read); i--) {
        emit(
            numbers.get(i).start(),
            numbers.get(i).end(),
            numbers.get(i).number(),
            null,
            unit,
            false);
      }
      // From 0.15 mg/kg to 7.5 mg/kg is a range, unless a dose was raised or lowered from the one
      // to the other.
      if (low == null && index + 1 < numbers.size()) {
        PrintedNumber next = numbers.get(index + 1);
        UnitReader.Found other = units.at(text, next.end());
        String lead = text.substring(Math.max(0, number.start() - 60), number.start());
        String gap = text.substring(Math.min(unit.end(), next.start()), next.start());
        boolean hyphen = gap.matches("\\s?[-–—]\\s?");
        if (other != null
            && other.code().equals(unit.code())
            && RANGE.matcher(gap).matches()
            && (hyphen || FROM.matcher(lead).find())
            && !CHANGE.matcher(lead).find()) {
          emit(number.start(), other.end(), next.number(), number.number(), other, true);
          return;
        }
      }
      int start = low == null ? number.start() : low.start();
      emit(start, unit.end(), number.number(), low == null ? null : low.number(), unit, true);
    }

    /**
     * Whether a number is the earlier part of a list whose last member has the unit: {@code 80, 120
     * or 160 mg}.
     */
    private boolean isListed(int i, int read) {
      String gap = text.substring(numbers.get(i).end(), numbers.get(i + 1).start());
      return numbers.get(i).start() >= read
          && LIST.matcher(gap).matches()
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
      Frequency frequency =
          unit.time() == null ? null : new Frequency(BigDecimal.ONE, BigDecimal.ONE, unit.time());
      Adjuncts adjuncts = new Adjuncts(frequency);
      int last = amountEnd;
      if (schedule) {
        last = adjuncts.after(amountEnd, unit);
        start = adjuncts.before(start);
      }
      Amount daily =
          adjuncts.daily != null
              ? adjuncts.daily
              : perDay(value, low, unit.code(), adjuncts.frequency);
      Dose dose =
          new Dose(
              low == null ? value : null,
              low,
              low == null ? null : value,
              unit.code(),
              adjuncts.frequency,
              adjuncts.route,
              adjuncts.days,
              adjuncts.cycle,
              daily,
              null);
      reading.add(new Draft(MentionType.DOSE, start, last, "amount with unit", dose));
      reading.spend(start, last);
      end = Math.max(end, last);
    }

    private @Nullable Amount perDay(
        ReportedNumber value,
        @Nullable ReportedNumber low,
        String unit,
        @Nullable Frequency frequency) {
      if (low != null || frequency == null) {
        return null;
      }
      if (frequency.unit().equals("d") && frequency.per().compareTo(BigDecimal.ONE) == 0) {
        return new Amount(value.value().multiply(frequency.times()), unit);
      }
      BigDecimal day = BigDecimal.valueOf(24);
      if (frequency.unit().equals("h") && day.remainder(frequency.per()).signum() == 0) {
        BigDecimal times = day.divide(frequency.per()).multiply(frequency.times());
        return new Amount(value.value().multiply(times), unit);
      }
      return null;
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

    private void inWords() {
      for (Span phrase : words.in(reading)) {
        int from = reading.sentenceStart(phrase.start());
        int to = reading.sentenceEnd(phrase.start());
        if (describesAmount(phrase) || !reading.has(MentionType.DRUG, from, to)) {
          continue;
        }
        if (!reading.has(MentionType.DOSE, phrase.start(), phrase.end())) {
          String as = text.substring(phrase.start(), phrase.end()).toLowerCase(Locale.ROOT);
          Dose dose = new Dose(null, null, null, null, null, null, null, null, null, as);
          reading.add(
              new Draft(
                  MentionType.DOSE, phrase.start(), phrase.end(), "triggers.tsv: dose-word", dose));
        }
      }
    }

    /** A loading dose of 8 mg/kg is one dose: its words go to the amount beside them. */
    private boolean describesAmount(Span hit) {
      for (Draft draft : reading.drafts(MentionType.DOSE)) {
        boolean before =
            draft.start() >= hit.end()
                && BESIDE.matcher(text.substring(hit.end(), draft.start())).matches();
        boolean after =
            draft.end() <= hit.start() && text.substring(draft.end(), hit.start()).isBlank();
        Dose dose = (Dose) draft.normal();
        if ((before || after) && dose.value() != null && dose.as() == null) {
          String as = text.substring(hit.start(), hit.end()).toLowerCase(Locale.ROOT);
          Dose described =
              new Dose(
                  dose.value(),
                  dose.low(),
                  dose.high(),
                  dose.unit(),
                  dose.frequency(),
                  dose.route(),
                  dose.days(),
                  dose.cycle(),
                  dose.daily(),
                  as);
          reading.replace(draft, draft.with(described));
          return true;
        }
      }
      return false;
    }

    /** What stands next to an amount: how often, which way, on which days, how much a day. */
    private final class Adjuncts {

      private @Nullable Frequency frequency;
      private @Nullable String route;
      private @Nullable String days;
      private @Nullable Cycle cycle;
      private @Nullable Amount daily;

      Adjuncts(@Nullable Frequency frequency) {
        this.frequency = frequency;
      }

      /** Reads on behind an amount; returns where what belongs to it ends. */
      int after(int from, UnitReader.Found unit) {
        int last = from;
        int at = from;
        int skipped = 0;
        while (at < text.length() && skipped <= 7) {
          int next = skipBlanks(at);
          SchedulePart schedule = startingAt(next);
          int total = total(next, unit);
          int skip;
          if (schedule != null) {
            if (!take(schedule)) {
              break;
            }
            last = schedule.end();
            at = last;
            skipped = 0;
          } else if (total > 0) {
            last = total;
            at = total;
            skipped = 0;
          } else if ((skip = skippable(next)) > next) {
            at = skip;
            skipped++;
          } else {
            break;
          }
        }
        return last;
      }

      /**
       * Looks back from an amount: {@code daily doses of 200 mg}, {@code weekly paclitaxel 80
       * mg/m²}.
       */
      int before(int start) {
        int from = Math.max(reading.sentenceStart(start), start - 60);
        SchedulePart nearest = null;
        for (SchedulePart schedule : reading.schedules()) {
          if (schedule.end() <= start && schedule.start() >= from && !taken.contains(schedule)) {
            if (onlyFiller(schedule.end(), start) && take(schedule)) {
              nearest = nearest == null ? schedule : nearest;
            }
          }
        }
        if (nearest == null) {
          return start;
        }
        String between = text.substring(nearest.end(), start);
        return between.matches("(?i)[\\s-]*(?:total )?(?:doses?|dosage)(?: of)?\\s")
            ? nearest.start()
            : start;
      }

      private boolean onlyFiller(int from, int to) {
        int at = skipBlanks(from);
        for (int steps = 0; at < to && steps < 6; steps++) {
          int next = skippable(at);
          if (next <= at || text.substring(at, next).contains(",")) {
            return false;
          }
          at = skipBlanks(next);
        }
        return at >= to;
      }

      private boolean take(SchedulePart schedule) {
        if (taken.contains(schedule)
            || (schedule.frequency() != null && frequency != null)
            || (schedule.days() != null && days != null)) {
          // "Once daily on 5 days a week" keeps the first.
          return false;
        }
        taken.add(schedule);
        if (schedule.frequency() != null) {
          frequency = schedule.frequency();
        }
        route = schedule.route() != null && route == null ? schedule.route() : route;
        days = schedule.days() != null ? schedule.days() : days;
        cycle = Schedules.merge(cycle, schedule.cycle());
        return true;
      }

      private @Nullable SchedulePart startingAt(int at) {
        for (SchedulePart schedule : reading.schedules()) {
          if (schedule.start() == at) {
            return schedule;
          }
        }
        return null;
      }

      private static final String TOTAL_LEAD =
          "\\(?(?:i\\.e\\.,? |that is,? |= ?|total |a total of |daily dose:? ?)?";

      /** The end of {@code (100 mg/day)} at the offset, or -1. */
      private int total(int at, UnitReader.Found unit) {
        if (at >= text.length() || text.charAt(at) != '(') {
          return -1;
        }
        Matcher lead = Pattern.compile(TOTAL_LEAD).matcher(text).region(at, text.length());
        int from = lead.lookingAt() ? lead.end() : at;
        for (PrintedNumber number : numbers) {
          if (number.start() == from) {
            UnitReader.Found other = units.at(text, number.end());
            if (other == null
                || !"d".equals(other.time())
                || "d".equals(unit.time())
                || Ucum.factor(other.code(), unit.code()).isEmpty()) {
              return -1;
            }
            daily = new Amount(number.number().value(), other.code());
            int close = other.end();
            return close < text.length() && text.charAt(close) == ')' ? close + 1 : close;
          }
        }
        return -1;
      }

      private int skipBlanks(int at) {
        int next = at;
        while (next < text.length()
            && (text.charAt(next) == ' ' || text.charAt(next) == '\u00A0')) {
          next++;
        }
        return next;
      }

      /** The end of a word, a comma or a drug that may stand between an amount and its schedule. */
      private int skippable(int at) {
        if (at >= text.length()) {
          return at;
        }
        if (text.charAt(at) == ',') {
          return at + 1;
        }
        Matcher infusion = INFUSION.matcher(text).region(at, text.length());
        if (infusion.lookingAt()) {
          return infusion.end();
        }
        List<Draft> drugs = new ArrayList<>();
        reading
            .covering(MentionType.DRUG, at, at + 1)
            .filter(draft -> draft.start() == at)
            .forEach(drugs::add);
        if (!drugs.isEmpty()) {
          return drugs.get(0).end();
        }
        int word = reading.wordAt(at);
        if (word >= reading.words().size()) {
          return at;
        }
        Word here = reading.words().get(word);
        Hit<String> hit = here.start() == at ? filler.longestAt(text, reading.words(), word) : null;
        return hit == null ? at : hit.end();
      }
    }
  }
}
