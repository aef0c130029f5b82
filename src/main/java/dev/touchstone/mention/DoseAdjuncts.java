package dev.touchstone.mention;

import dev.touchstone.mention.Dose.Amount;
import dev.touchstone.mention.Dose.Cycle;
import dev.touchstone.mention.Dose.Frequency;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.Ucum;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands next to the amounts of a unit: how often, which way, on which days, how much a day.
 * Remembers which words have found their dose.
 */
final class DoseAdjuncts {

  private static final Pattern INFUSION =
      Pattern.compile(
          "(?:given |infused |administered )?(?:over|as an?) (?:a |about |approximately )?\\d{1,3}(?:\\s?(?:-|–|to)\\s?\\d{1,3})?[- ]?(?:hours?|h|hr|min(?:ute)?s?)(?: (?:intravenous |continuous |IV )?infusion)?(?![a-z])",
          Pattern.CASE_INSENSITIVE);

  /** What an amount is dissolved in belongs to it: {@code 5 mg in 100 mL}. */
  private static final Pattern DISSOLVED =
      Pattern.compile(
          "\\s(?:(?:diluted|dissolved)\\s)?(?:in|/)\\s(?:a volume of\\s)?\\d[\\d.,]*\\s?(?:ml|mL|cc|µL|μL|L|litres?|liters?)(?![\\p{L}\\d])");

  private static final Pattern DAILY_DOSES =
      Pattern.compile("(?i)[\\s-]*(?:total )?(?:doses?|dosage)(?: of)?\\s");

  private static final Pattern TOTAL_LEAD =
      Pattern.compile("\\(?(?:i\\.e\\.,? |that is,? |= ?|total |a total of |daily dose:? ?)?");

  private static final int FARTHEST = 60;
  private static final int MOST_WORDS = 7;

  /** What belongs to an amount, and the stretch of text that it all stands in. */
  record Found(int start, int end, Schedule schedule, @Nullable Amount daily) {}

  private final Reading reading;
  private final String text;
  private final UnitReader units;
  private final Lexicon<String> filler;
  private final Set<SchedulePart> taken = new HashSet<>();

  DoseAdjuncts(Reading reading, UnitReader units, Vocabulary vocabulary) {
    this.reading = reading;
    this.text = reading.text();
    this.units = units;
    this.filler = vocabulary.cues("dose-filler");
  }

  /** What stands behind and before an amount. */
  Found beside(int start, int end, UnitReader.Found unit) {
    Gathering gathering = new Gathering(unit);
    int last = gathering.after(end);
    int first = gathering.before(start);
    return gathering.found(first, last);
  }

  /** Only what the unit itself tells: 5 mg/day is given daily. */
  Found none(int start, int end, UnitReader.Found unit) {
    return new Gathering(unit).found(start, end);
  }

  /** The schedule that begins at an offset, with the parts that follow it; null without one. */
  @Nullable Found startingAt(int start) {
    SchedulePart first = partAt(start);
    if (first == null || taken.contains(first)) {
      return null;
    }
    Gathering gathering = new Gathering(null);
    int end = gathering.after(start);
    return gathering.found(start, end);
  }

  private @Nullable SchedulePart partAt(int at) {
    for (SchedulePart schedule : reading.schedules()) {
      if (schedule.start() == at) {
        return schedule;
      }
    }
    return null;
  }

  private int skipBlanks(int at) {
    int next = at;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\u00A0')) {
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
    Optional<Draft> drug =
        reading
            .covering(MentionType.DRUG, at, at + 1)
            .filter(draft -> draft.start() == at)
            .findFirst();
    if (drug.isPresent()) {
      return drug.get().end();
    }
    int word = reading.wordAt(at);
    if (word >= reading.words().size()) {
      return at;
    }
    Word here = reading.words().get(word);
    Hit<String> hit = here.start() == at ? filler.longestAt(text, reading.words(), word) : null;
    return hit == null ? at : hit.end();
  }

  /** What one amount gathers. */
  private final class Gathering {

    private final UnitReader.@Nullable Found unit;
    private @Nullable Frequency frequency;
    private @Nullable String route;
    private @Nullable String days;
    private @Nullable Cycle cycle;
    private @Nullable Amount daily;

    Gathering(UnitReader.@Nullable Found unit) {
      this.unit = unit;
      String time = unit == null ? null : unit.time();
      this.frequency = time == null ? null : new Frequency(BigDecimal.ONE, BigDecimal.ONE, time);
    }

    Found found(int start, int end) {
      return new Found(start, end, new Schedule(frequency, route, days, cycle), daily);
    }

    /** Reads on behind an amount; returns where what belongs to it ends. */
    int after(int from) {
      Matcher dissolved = DISSOLVED.matcher(text).region(from, text.length());
      int last = unit != null && dissolved.lookingAt() ? dissolved.end() : from;
      int at = last;
      int skipped = 0;
      while (at < text.length() && skipped <= MOST_WORDS) {
        int next = skipBlanks(at);
        SchedulePart schedule = partAt(next);
        int total = unit == null ? -1 : total(next, unit);
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
     * Looks back from an amount: {@code daily doses of 200 mg}, {@code weekly paclitaxel 80 mg/m²}.
     */
    int before(int start) {
      int from = Math.max(reading.sentenceStart(start), start - FARTHEST);
      SchedulePart nearest = null;
      for (SchedulePart schedule : reading.schedules()) {
        if (schedule.end() <= start && schedule.start() >= from && !taken.contains(schedule)) {
          if (onlyFiller(schedule.end(), start) && take(schedule)) {
            nearest = nearest == null ? schedule : nearest;
          }
        }
      }
      return nearest != null && DAILY_DOSES.matcher(text.substring(nearest.end(), start)).matches()
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

    /** The end of {@code (100 mg/day)} at the offset, or -1. */
    private int total(int at, UnitReader.Found own) {
      if (at >= text.length() || text.charAt(at) != '(') {
        return -1;
      }
      Matcher lead = TOTAL_LEAD.matcher(text).region(at, text.length());
      int from = lead.lookingAt() ? lead.end() : at;
      for (PrintedNumber number : reading.numbers()) {
        if (number.start() == from) {
          UnitReader.Found other = units.at(text, number.end());
          if (other == null
              || !"d".equals(other.time())
              || "d".equals(own.time())
              || Ucum.factor(other.code(), own.code()).isEmpty()) {
            return -1;
          }
          daily = new Amount(number.number().value(), other.code());
          int close = other.end();
          return close < text.length() && text.charAt(close) == ')' ? close + 1 : close;
        }
      }
      return -1;
    }
  }
}
