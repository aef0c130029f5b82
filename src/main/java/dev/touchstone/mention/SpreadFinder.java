package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spreads that are named, and medians with their range: {@code SD 1.2}, {@code 217 (139, 335)}. */
final class SpreadFinder extends FigureReader {

  private static final Pattern SPREAD =
      Pattern.compile(
          WORD_START
              + "(?:(IQR|interquartile ranges?|inter-quartile ranges?)|(ranges?|ranging|ranged)|(SDs?|standard deviations?|s\\.d\\.)|(SEM?|SEs|standard errors?(?: of the mean)?))"
              + WORD_END
              + "(?:[\\s,:=;\\[(]|"
              + WORD_START
              + "(?:of|was|from|is|between|IQR|SD|±)"
              + WORD_END
              + "|[\\])])*(?=[-−–.\\d])",
          FLAGS);

  /**
   * "mean (SD)", "mean +/- SD", "median [IQR]": the form in which the values behind are printed.
   */
  private static final Pattern FORM_LEAD =
      Pattern.compile(
          "(?:means?|medians?|averages?|values?)\\s?[(\\[±+/−–-]?[\\s/±+−–-]{0,4}$", FLAGS);

  private static final Pattern OWN_SPREAD =
      Pattern.compile("\\s?\\S{0,8}?\\s?(?:[(\\[]|±|\\+\\s?/?\\s?[-−–])");
  private static final Pattern BETWEEN = Pattern.compile("\\s?(?:[-−–—]|,|to)\\s?");

  SpreadFinder(Figures figures) {
    super(figures);
  }

  void spreads() {
    Matcher matcher = SPREAD.matcher(text);
    while (matcher.find()) {
      int index = indexAt(matcher.end());
      if (index < 0 || used[index] || namesForm(matcher, numbers.get(index))) {
        continue;
      }
      if (matcher.group(1) != null || matcher.group(2) != null) {
        String lead =
            text.substring(
                Math.max(reading.sentenceStart(matcher.start()), matcher.start() - 40),
                matcher.start());
        if (lead.matches("(?is).*\\bage\\b.*")) {
          spendPair(index);
          continue;
        }
        pair(index, matcher.group(1) != null ? Kind.IQR : Kind.RANGE, null, matcher.start());
      } else {
        PrintedNumber number = numbers.get(index);
        Kind kind = matcher.group(3) != null ? Kind.SD : Kind.STATISTIC;
        put(index, matcher.start(), number.end(), plain(kind, number.number(), null), "spread");
      }
    }
  }

  /** {@code mean (SD) 6.2 (0.98)}: the figure behind the name is the mean. */
  private boolean namesForm(Matcher spread, PrintedNumber number) {
    String lead = text.substring(Math.max(0, spread.start() - 24), spread.start());
    return FORM_LEAD.matcher(lead).find()
        && OWN_SPREAD.matcher(text).region(number.end(), text.length()).lookingAt();
  }

  private void spendPair(int index) {
    used[index] = true;
    if (index + 1 < used.length) {
      used[index + 1] = true;
    }
  }

  /**
   * Values before their range: {@code 217 (139, 335) minutes}, {@code 195 min (158-219 min)},
   * {@code a score of 15 [12 to 19]}.
   */
  void quartiles() {
    for (int i = 0; i + 2 < numbers.size(); i++) {
      if (!used[i] && !used[i + 1] && !used[i + 2]) {
        quartiles(i);
      }
    }
  }

  private void quartiles(int i) {
    PrintedNumber middle = numbers.get(i);
    PrintedNumber low = numbers.get(i + 1);
    PrintedNumber high = numbers.get(i + 2);
    UnitReader.Found own = units.at(text, middle.end());
    int open = own == null ? middle.end() : own.end();
    UnitReader.Found lowUnit = units.at(text, low.end());
    int to = lowUnit == null ? low.end() : lowUnit.end();
    UnitReader.Found highUnit = units.at(text, high.end());
    int last = highUnit == null ? high.end() : highUnit.end();
    Matcher closing = CLOSING.matcher(text).region(last, text.length());
    if (low.start() < open
        || high.start() < to
        || !OPENING.matcher(text.substring(open, low.start())).matches()
        || !BETWEEN.matcher(text.substring(to, high.start())).matches()
        || !closing.lookingAt()) {
      return;
    }
    UnitReader.Found behind = units.at(text, closing.end());
    UnitReader.Found unit =
        own != null ? own : highUnit != null ? highUnit : lowUnit != null ? lowUnit : behind;
    boolean time = unit != null && unit.dimension().equals("time");
    boolean percent = unit != null && unit.dimension().equals("percent");
    boolean inside =
        low.number().value().compareTo(middle.number().value()) <= 0
            && middle.number().value().compareTo(high.number().value()) <= 0;
    boolean list = text.substring(to, high.start()).contains(",");
    Kind kind = time ? Kind.DURATION : kindOf(middle);
    if (behind != null && kind == Kind.NUMBER) {
      kind = Kind.MEDIAN;
    }
    boolean measured =
        kind == Kind.MEDIAN
            || unit != null
            || !list
                && reading.has(
                    MentionType.OUTCOME, reading.sentenceStart(middle.start()), middle.start());
    // Brackets that follow a named interval are intervals like it.
    if (!inside || percent || !measured || intervalBefore(i) != null) {
      return;
    }
    String code = unit == null ? null : unit.code();
    put(i, middle.start(), open, plain(kind, middle.number(), code), "value before its range");
    Measure range =
        new Measure(
            Kind.RANGE,
            null,
            low.number(),
            high.number(),
            null,
            Comparator.EQUAL,
            code,
            null,
            null);
    put(i + 1, low.start(), last, range, "range behind a value");
    used[i + 2] = true;
  }
}
