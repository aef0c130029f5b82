package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Measure.Missing;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Confidence intervals, named or in brackets behind an estimate like one that is named. */
final class IntervalFinder extends FigureReader {

  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?:(\\d{2}(?:\\.\\d{1,2})?)\\s?(?:%|percent|per cent)[\\s-]?)?"
              + WORD_START
              + "(?:CIs?|C\\.I\\.|confidence intervals?|confidence limits?|credible intervals?|CrI)"
              + WORD_END
              + "(?:[\\s,:=;]|[\\[(]\\s?CIs?\\s?[\\])]|[\\[(]|"
              + WORD_START
              + "(?:of|was|from|is|for the difference|difference|ranging from|range)"
              + WORD_END
              + ")*(?=[-−–.\\d])",
          FLAGS);

  /** A level whose limits do not follow: {@code risk ratios (95% CIs)}. */
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?<![\\d.])(\\d{2}(?:\\.\\d{1,2})?)(?:\\s?(?:%|percent|per cent))?(?:\\s?(?:and|or|,)\\s?\\d{2}(?:\\.\\d)?)?\\s?(?:%|percent|per cent)[\\s-]?(?:CIs?|confidence|credible)"
              + WORD_END,
          FLAGS);

  private static final Pattern OPEN_END =
      Pattern.compile(
          "\\s?(?:-|–|—|to|,)\\s?(?:not (?:yet )?(?:reached|estimable|evaluable)|NR|NE|NA|∞|infinity)(?![\\p{L}])");
  private static final Pattern NOT_REACHED =
      Pattern.compile(
          WORD_START
              + "(?:(?:was|were|is|has|had|have)\\s)?(?:not (?:yet |been )?(?:been )?(?:reached|estimable|evaluable|attained|met yet))|(?<=\\s)(?:has|had) yet to be reached",
          FLAGS);

  IntervalFinder(Figures figures) {
    super(figures);
  }

  void intervals() {
    levels();
    Matcher matcher = INTERVAL.matcher(text);
    while (matcher.find()) {
      ReportedNumber level = matcher.group(1) == null ? null : ReportedNumber.of(matcher.group(1));
      int low = indexAt(matcher.end());
      if (!openInterval(low, level, matcher.start())) {
        pair(low, Kind.CI, level, matcher.start());
      }
    }
  }

  /** Levels of confidence are no values. */
  private void levels() {
    Matcher level = LEVEL.matcher(text);
    while (level.find()) {
      for (int i = indexAt(level.start(1));
          i >= 0 && i < numbers.size() && numbers.get(i).end() < level.end();
          i++) {
        used[i] = true;
      }
    }
  }

  /** An interval without upper end: {@code 95% CI 5.6–not reached}. */
  private boolean openInterval(int low, @Nullable ReportedNumber level, int start) {
    if (low < 0) {
      return false;
    }
    PrintedNumber number = numbers.get(low);
    UnitReader.Found unit = units.at(text, number.end());
    int from = unit == null ? number.end() : unit.end();
    Matcher open = OPEN_END.matcher(text).region(from, text.length());
    if (!open.lookingAt()) {
      return false;
    }
    String code = unit == null ? null : unit.code();
    Measure measure =
        new Measure(
            Kind.CI,
            null,
            number.number(),
            null,
            level,
            Comparator.EQUAL,
            code,
            null,
            Missing.NOT_REACHED);
    put(low, start, open.end(), measure, "interval");
    reading.spend(start, open.end());
    return true;
  }

  /**
   * {@code 49% (95% CI 42–55) versus 35% (27–43)}: the second interval is of the kind of the first.
   */
  void unnamedIntervals() {
    for (int i = 1; i + 1 < numbers.size(); i++) {
      Value estimate = values[i - 1];
      PrintedNumber low = numbers.get(i);
      boolean bare =
          values[i] == null
              || values[i].measure().kind() == Kind.NUMBER
              || values[i].origin().equals(SingleValues.BARE);
      if (!bare
          || estimate == null
          || estimate.measure().value() == null
          || reading.isSpent(low.start(), low.end())) {
        continue;
      }
      String gap = text.substring(Math.min(estimate.end(), low.start()), low.start());
      Value named = intervalBefore(i - 1);
      if (named == null
          || !gap.matches("\\s?[(\\[]")
          || values[i + 1] != null && values[i + 1].measure().kind() == Kind.CI) {
        continue;
      }
      values[i] = null;
      used[i] = false;
      values[i + 1] = null;
      pair(i, Kind.CI, named.measure().level(), low.start());
    }
  }
}
