package dev.touchstone.consistency.check;

import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a printed value may stand for, in a common unit, and how it reads. */
final class Printed {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  /** The shortest and the longest that a unit may be, in days: a month is four weeks to 31 days. */
  private static final Map<String, Interval> DAYS =
      Map.of(
          "d", Interval.of(1, 1),
          "wk", Interval.of(7, 7),
          "mo", Interval.of(28, 31),
          "a", Interval.of(360, 366),
          "h", new Interval(hours(), hours()));

  private static final Map<String, String> NAMES =
      Map.of("mo", "months", "wk", "weeks", "d", "days", "a", "years", "h", "hours");

  private Printed() {}

  private static BigDecimal hours() {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(24), MathContext.DECIMAL64);
  }

  /** Whether two values of one family may stand for the same; true where that cannot be told. */
  static boolean agree(Measure one, Measure other) {
    ReportedNumber a = one.value();
    ReportedNumber b = other.value();
    if (a == null || b == null) {
      return true;
    }
    if (one.kind() == Measure.Kind.P_VALUE) {
      Significance.Range p = Significance.rangeOf(one);
      Significance.Range q = Significance.rangeOf(other);
      return p.meets(q.low(), q.high());
    }
    if (isShare(one) && isShare(other)) {
      return share(one, a).meets(share(other, b));
    }
    if (one.kind() == Measure.Kind.COUNT) {
      return range(one, a).meets(range(other, b));
    }
    String unit = one.unit();
    String otherUnit = other.unit();
    if (unit == null || otherUnit == null || unit.equals(otherUnit)) {
      return range(one, a).meets(range(other, b));
    }
    return time(range(one, a), unit).meets(time(range(other, b), otherUnit));
  }

  private static boolean isShare(Measure measure) {
    return measure.kind() == Measure.Kind.PERCENT || measure.kind() == Measure.Kind.FRACTION;
  }

  private static Interval time(Interval value, String unit) {
    if (unit.equals("a")) {
      // A year is twelve months whatever their length.
      return time(new Interval(value.low().multiply(TWELVE), value.high().multiply(TWELVE)), "mo");
    }
    Interval days = DAYS.get(unit);
    if (days == null) {
      return Interval.of(Double.MIN_VALUE, Double.MAX_VALUE);
    }
    return new Interval(value.low().multiply(days.low()), value.high().multiply(days.high()));
  }

  /** In percent. */
  private static Interval share(Measure measure, ReportedNumber value) {
    boolean percent = measure.kind() == Measure.Kind.PERCENT;
    if (isInWords(value)) {
      double share = percent ? value.doubleValue() / 100 : value.doubleValue();
      return hundredfold(SimpleFraction.nearest(share).neighbourhood());
    }
    return percent ? range(measure, value) : hundredfold(range(measure, value));
  }

  private static Interval hundredfold(Interval share) {
    return new Interval(share.low().multiply(HUNDRED), share.high().multiply(HUNDRED));
  }

  /** Whether a share is written as {@code one third}, {@code two in five}, {@code 1/3}. */
  static boolean isInWords(ReportedNumber value) {
    String written = value.asWritten();
    return written.contains("/") || written.codePoints().anyMatch(Character::isLetter);
  }

  /** The rounding interval; “about” widens it to the next digit, or the next ten of a round one. */
  private static Interval range(Measure measure, ReportedNumber value) {
    if (measure.comparator() != Measure.Comparator.ABOUT) {
      return value.roundingInterval();
    }
    BigDecimal bare = value.value();
    boolean round = bare.signum() > 0 && bare.stripTrailingZeros().scale() < 0;
    BigDecimal reach =
        round
            ? BigDecimal.ONE
                .scaleByPowerOfTen(-bare.stripTrailingZeros().scale())
                .divide(BigDecimal.valueOf(2))
            : BigDecimal.ONE.movePointLeft(value.decimals());
    return new Interval(bare.subtract(reach), bare.add(reach));
  }

  /** The value as a reader would say it: {@code 5.6 months}, {@code 9.5%}, {@code P = 0.12}. */
  static String words(Measure measure) {
    ReportedNumber value = measure.value();
    if (value == null) {
      return "";
    }
    String about = measure.comparator() == Measure.Comparator.ABOUT ? "about " : "";
    String digits = value.asWritten().replace("%", "").strip();
    String unit = measure.unit();
    if (isShare(measure) && isInWords(value)) {
      return value.asWritten();
    }
    switch (measure.kind()) {
      case PERCENT:
        return about + digits + "%";
      case P_VALUE:
        return "P " + measure.comparator().symbol() + " " + digits;
      case DURATION:
      case MEDIAN:
      case MEAN:
        return about + digits + (unit == null ? "" : " " + NAMES.getOrDefault(unit, unit));
      default:
        return about + digits;
    }
  }

  /** The value in normal form, for a finding's identity. */
  static String normal(Measure measure) {
    ReportedNumber value = measure.value();
    return value == null ? "" : value.value().toPlainString() + " " + unit(measure.unit());
  }

  private static String unit(@Nullable String unit) {
    return unit == null ? "" : unit;
  }
}
