package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Means with their spread: {@code 2.8 ± 1.2}, {@code 25.9 (±8.1) mm Hg}, and {@code 6.9 (3.0) mm
 * Hg} where the sentence has said what its brackets hold.
 */
final class MeanFinder extends FigureReader {

  private static final Pattern SIGN = Pattern.compile("\\s?(?<bracket>[(\\[])?" + PLUS_MINUS);
  private static final Pattern SAYS_SPREAD =
      Pattern.compile(
          WORD_START
              + "(?:(SDs?|standard deviations?|s\\.d\\.)|SEM?|SEs|standard errors?(?: of the mean)?)"
              + WORD_END,
          FLAGS);

  MeanFinder(Figures figures) {
    super(figures);
  }

  void find() {
    for (int i = 0; i + 1 < numbers.size(); i++) {
      if (!used[i] && !used[i + 1]) {
        one(i);
      }
    }
    for (int i = numbers.size() - 1; i >= 0; i--) {
      passUnitTo(i);
    }
  }

  private void one(int i) {
    PrintedNumber mean = numbers.get(i);
    PrintedNumber spread = numbers.get(i + 1);
    UnitReader.Found own = units.at(text, mean.end());
    int from = own == null ? mean.end() : own.end();
    if (spread.start() < from) {
      return;
    }
    String gap = text.substring(from, spread.start());
    Matcher sign = SIGN.matcher(gap);
    boolean signed = sign.matches();
    boolean bracket = signed ? sign.group("bracket") != null : OPENING.matcher(gap).matches();
    UnitReader.Found inside = units.at(text, spread.end());
    int close = bracket ? closing(inside == null ? spread.end() : inside.end()) : -1;
    Kind kind = signed ? Kind.SD : bracket && close > 0 ? spreadSaid(mean) : null;
    boolean printedAlike =
        mean.number().decimals() > 0 && mean.number().decimals() == spread.number().decimals();
    if (kind == null && close > 0 && own == null && inside == null && printedAlike) {
      kind = measuredBehind(close) ? Kind.SD : null;
    }
    if (kind == null || !signed && inside != null && inside.dimension().equals("percent")) {
      return;
    }
    UnitReader.Found unit = own != null ? own : close > 0 ? units.at(text, close) : inside;
    String code = unit == null ? null : unit.code();
    put(i, mean.start(), from, plain(Kind.MEAN, mean.number(), code), "mean with spread");
    int end = close < 0 && own == null && unit != null ? unit.end() : spread.end();
    put(i + 1, spread.start(), end, plain(kind, spread.number(), code), "mean with spread");
  }

  private int closing(int from) {
    Matcher closing = CLOSING.matcher(text).region(from, text.length());
    return closing.lookingAt() ? closing.end() : -1;
  }

  /** {@code 6.9 (4.8) mmHg}: one unit for both, which no count and no share has. */
  private boolean measuredBehind(int close) {
    UnitReader.Found unit = units.at(text, close);
    return unit != null && !unit.dimension().equals("percent") && !unit.dimension().equals("time");
  }

  /** What the sentence says that a figure in brackets behind a mean is; null where it does not. */
  private @Nullable Kind spreadSaid(PrintedNumber mean) {
    Matcher said =
        SAYS_SPREAD.matcher(text).region(reading.sentenceStart(mean.start()), mean.start());
    Kind kind = null;
    while (said.find()) {
      kind = said.group(1) != null ? Kind.SD : Kind.STATISTIC;
    }
    return kind;
  }

  /** {@code 22.7±2.0 and 22.1±2.6 mmHg}: the unit of a list's last member is that of all. */
  private void passUnitTo(int i) {
    Value mean = values[i];
    Value spread = i + 1 < values.length ? values[i + 1] : null;
    if (mean == null || spread == null || i + 2 >= values.length || !isBareMean(mean)) {
      return;
    }
    Value next = values[i + 2];
    int end = Math.max(spread.end(), closing(spread.end()));
    if (next != null
        && next.measure().kind() == Kind.MEAN
        && next.measure().unit() != null
        && next.start() >= end
        && JOINS.matcher(text.substring(end, next.start())).matches()) {
      values[i] = withUnit(mean, next.measure().unit());
      values[i + 1] = withUnit(spread, next.measure().unit());
    }
  }

  private static boolean isBareMean(Value value) {
    return value.measure().kind() == Kind.MEAN
        && value.measure().unit() == null
        && value.measure().value() != null;
  }

  private static Value withUnit(Value value, @Nullable String unit) {
    return new Value(value.start(), value.end(), value.measure().withUnit(unit), value.origin());
  }
}
