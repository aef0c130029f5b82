package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hazard, odds and risk ratios and differences, with an interval in brackets behind them. */
final class RatioFinder extends FigureReader {

  private static final Pattern RATIO =
      Pattern.compile(
          WORD_START
              + "(?:(hazards? ratios?|HRs?|aHR)|(odds ratios?|ORs?|aOR)|(risk ratios?|relative risks?|rate ratios?|incidence rate ratios?|RRs?|IRR))"
              + WORD_END
              + "([^\\d;%<>=≤≥~≈±.]{0,80}?)([=<>≤≥~≈])?\\s?(?=[.\\d])");
  private static final Pattern DIFFERENCE =
      Pattern.compile(
          WORD_START
              + "(?:(?:mean|median|absolute|risk|treatment|adjusted|between-group|placebo-adjusted|least[- ]squares) )+"
              + "(?:differences?|changes?)[\\s,:=]{1,3}(?:(?:of|was|is) )?(?=[-−–.\\d])",
          FLAGS);

  private static final Pattern BEHIND = Pattern.compile("\\s?[,;]|\\s\\(");

  RatioFinder(Figures figures) {
    super(figures);
  }

  void ratios() {
    Matcher matcher = RATIO.matcher(text);
    while (matcher.find()) {
      int index = indexAt(matcher.end());
      if (index < 0 || used[index]) {
        continue;
      }
      PrintedNumber number = numbers.get(index);
      UnitReader.Found unit = units.at(text, number.end());
      boolean far = matcher.group(4).length() > 4 && matcher.group(5) == null;
      boolean response =
          matcher.group(3) != null && matcher.group(3).startsWith("R") && unit != null
              || far && number.number().decimals() == 0
              || matcher.group(4).startsWith("-");
      if (response || (unit != null && unit.dimension().equals("percent"))) {
        continue;
      }
      Kind kind =
          matcher.group(1) != null
              ? Kind.HAZARD_RATIO
              : matcher.group(2) != null ? Kind.ODDS_RATIO : Kind.RISK_RATIO;
      Measure measure =
          new Measure(
              kind,
              number.number(),
              null,
              null,
              null,
              comparator(matcher.group(5)),
              null,
              null,
              null);
      put(index, number.start(), number.end(), measure, "ratio");
      bracketInterval(index);
    }
  }

  /** {@code mean change -4.2, 95% CI -5.1 to -3.3}: the interval is that of the change. */
  void differences() {
    Matcher matcher = DIFFERENCE.matcher(text);
    while (matcher.find()) {
      int index = indexAt(matcher.end());
      if (index < 0
          || index + 1 >= numbers.size()
          || used[index]
          || units.at(text, numbers.get(index).end()) != null
          || !BEHIND.matcher(text).region(numbers.get(index).end(), text.length()).lookingAt()) {
        continue;
      }
      PrintedNumber number = numbers.get(index);
      Measure measure = plain(Kind.DIFFERENCE, number.number(), null);
      put(index, number.start(), number.end(), measure, "difference");
    }
  }

  /**
   * An interval in brackets behind an estimate, though nothing calls it one: {@code HR 0.71
   * (0.53-0.97)}.
   */
  private void bracketInterval(int index) {
    PrintedNumber number = numbers.get(index);
    if (index + 2 < numbers.size()
        && !used[index + 1]
        && text.startsWith(" (", number.end())
        && numbers.get(index + 1).start() <= number.end() + 2) {
      pair(index + 1, Kind.CI, null, numbers.get(index + 1).start());
    }
  }
}
