package dev.touchstone.consistency.check;

import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A count and the percentage printed with it.
 *
 * @param countRecord the record of the count
 * @param percentRecord the record of the percentage
 */
record Share(
    ReportedNumber count,
    ReportedNumber percent,
    EvidenceRecord countRecord,
    EvidenceRecord percentRecord) {

  private static final Pattern COUNT_IN_WORDS =
      Pattern.compile(
          "(?<x>\\d{1,3}(?:\\.\\d+)?)\\s?%\\s?[(\\[]\\s?(?:n\\s?=\\s?)?(?<n>\\d{1,6})(?:\\s?(?:patients?|participants?|subjects?|pts?\\.?))\\s?[)\\]]\\W{0,2}");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The pair in a statement, or null where it has none or where it is not clear which belong. */
  static @Nullable Share of(List<EvidenceRecord> statement) {
    EvidenceRecord count = null;
    EvidenceRecord percent = null;
    for (EvidenceRecord record : statement) {
      Measure measure = record.value();
      if (measure.value() == null || measure.comparator() != Measure.Comparator.EQUAL) {
        continue;
      }
      if (measure.kind() == Measure.Kind.COUNT) {
        if (count != null) {
          return null;
        }
        count = record;
      } else if (measure.kind() == Measure.Kind.PERCENT) {
        if (percent != null) {
          return null;
        }
        percent = record;
      }
    }
    if (count == null || percent == null || count.isComparison() || percent.isComparison()) {
      return null;
    }
    ReportedNumber number = count.value().value();
    ReportedNumber share = percent.value().value();
    if (number == null || share == null || number.decimals() > 0 || number.value().signum() < 0) {
      return null;
    }
    return new Share(number, share, count, percent);
  }

  /**
   * The pair of a cell that says its count in words: {@code 2.6% (1 patient)}, where the percentage
   * alone became a record.
   */
  static @Nullable Share inCell(NoteReading reading, List<EvidenceRecord> statement) {
    EvidenceRecord percent = statement.get(0);
    CellAddress cell = percent.source().cell();
    Unit unit = cell == null ? null : reading.unitAt(cell);
    ReportedNumber value = percent.value().value();
    if (unit == null
        || value == null
        || statement.size() > 1
        || percent.isComparison()
        || percent.value().kind() != Measure.Kind.PERCENT) {
      return null;
    }
    Matcher m = COUNT_IN_WORDS.matcher(unit.reading().text().strip());
    return m.matches() && new BigDecimal(m.group("x")).compareTo(value.value()) == 0
        ? new Share(ReportedNumber.of(m.group("n")), value, percent, percent)
        : null;
  }

  /** The ids of its records tell a share; all that the records hold is much to compare. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Share share
        && countRecord.id().equals(share.countRecord.id())
        && percentRecord.id().equals(share.percentRecord.id());
  }

  @Override
  public int hashCode() {
    return countRecord.id().hashCode();
  }

  boolean fits(int n) {
    return percent.roundingInterval().contains(exact(n));
  }

  /** Whether the printed percentage is the exact one with its last digits cut off. */
  boolean cutOff(int n) {
    return exact(n).setScale(percent.decimals(), RoundingMode.DOWN).compareTo(percent.value()) == 0;
  }

  /** Whether there is a number that the percentage is of when its last digits are cut off. */
  boolean mayBeCutOff() {
    BigDecimal hundredfold = count.value().multiply(HUNDRED);
    BigDecimal next = percent.value().add(BigDecimal.ONE.movePointLeft(percent.decimals()));
    if (percent.value().signum() <= 0) {
      return true;
    }
    BigDecimal most = hundredfold.divide(percent.value(), 0, RoundingMode.FLOOR);
    BigDecimal bound = hundredfold.divide(next, MathContext.DECIMAL64);
    return most.compareTo(bound) > 0;
  }

  /** Whether the printed percentage is one unit of its last digit off, as when rounded twice. */
  boolean nearly(int n) {
    BigDecimal gap = exact(n).subtract(percent.value()).abs();
    BigDecimal reach = new BigDecimal("1.5").movePointLeft(percent.decimals());
    return gap.compareTo(reach) <= 0;
  }

  /** Whether there is a number of which the printed percentage is one unit off. */
  boolean isNearlySome() {
    if (percent.value().signum() <= 0) {
      return false;
    }
    BigDecimal middle =
        count.value().multiply(HUNDRED).divide(percent.value(), 0, RoundingMode.HALF_UP);
    return middle.compareTo(count.value()) >= 0 && nearly(middle.intValue());
  }

  /** Whether the printed percentage is the exact one with two neighbouring digits exchanged. */
  boolean isTransposed(int n) {
    String printed = digits(percent.value());
    String right = digits(exact(n).setScale(percent.decimals(), RoundingMode.HALF_UP));
    if (printed.length() < 3 || printed.length() != right.length()) {
      return false;
    }
    int at = 0;
    while (at < right.length() && printed.charAt(at) == right.charAt(at)) {
      at++;
    }
    return at + 1 < right.length()
        && printed.charAt(at) == right.charAt(at + 1)
        && printed.charAt(at + 1) == right.charAt(at)
        && printed.substring(at + 2).equals(right.substring(at + 2));
  }

  private static String digits(BigDecimal number) {
    return number.unscaledValue().toString();
  }

  BigDecimal exact(int n) {
    return count.value().multiply(HUNDRED).divide(BigDecimal.valueOf(n), MathContext.DECIMAL64);
  }

  /** The exact percentage with as many decimals as the printed one, and one at least. */
  String printed(int n) {
    return exact(n).setScale(Math.max(1, percent.decimals()), RoundingMode.HALF_UP).toPlainString()
        + "%";
  }

  /**
   * The whole numbers that the percentage may be counted from, lowest and highest; null where there
   * is none.
   */
  @Nullable Range denominators() {
    if (count.value().signum() == 0) {
      return null;
    }
    Interval range = percent.roundingInterval();
    BigDecimal least = count.value().multiply(HUNDRED);
    int low = least.divide(range.high(), 0, RoundingMode.CEILING).intValue();
    int high =
        range.low().signum() <= 0
            ? Integer.MAX_VALUE
            : least.divide(range.low(), 0, RoundingMode.FLOOR).intValue();
    low = Math.max(low, count.value().intValue());
    return low > high ? null : new Range(low, high);
  }

  /** Whole numbers from low to high. */
  record Range(int low, int high) {

    @Nullable Range with(Range other) {
      int from = Math.max(low, other.low);
      int to = Math.min(high, other.high);
      return from > to ? null : new Range(from, to);
    }

    boolean contains(int n) {
      return low <= n && n <= high;
    }

    String words() {
      return low == high ? Figures.plain(low) : Figures.plain(low) + " to " + Figures.plain(high);
    }
  }
}
