package dev.touchstone.evidence;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import java.util.List;

/**
 * Values of a sentence that are printed as one: {@code 3 patients (9.5%)}, {@code 5.2 months (95%
 * CI 4.2–6.2)}, {@code hazard ratio 1.22, 95% CI 0.85–1.74, p=0.28}.
 *
 * @param values measure and dose mentions in the order of the text
 * @param start first character in the reading text of the unit, opening bracket left out
 * @param end one past the last, closing bracket included where its opening one is
 * @param compares whether they compare arms: a ratio, a difference, a p-value
 */
record Statement(List<Mention> values, int start, int end, boolean compares) {

  Statement {
    values = List.copyOf(values);
  }

  Kind kind() {
    return values.get(0).measure().kind();
  }

  boolean has(Kind kind) {
    return values.stream().anyMatch(value -> value.measure().kind() == kind);
  }

  /** Whether both report the same sort of value, so that they may be a pair. */
  boolean resembles(Statement other) {
    if (compares != other.compares) {
      return false;
    }
    String unit = values.get(0).measure().unit();
    String otherUnit = other.values.get(0).measure().unit();
    boolean oneUnit = unit == null || otherUnit == null || unit.equals(otherUnit);
    return share() && other.share()
        || (kind() == other.kind() || magnitude() && other.magnitude()) && oneUnit;
  }

  /** A value of a scale or a time, whatever it is called; not a share. */
  private boolean magnitude() {
    return switch (kind()) {
      case MEAN, MEDIAN, NUMBER, DURATION -> true;
      default -> false;
    };
  }

  /** A count, a percentage or a fraction of people. */
  boolean share() {
    return kind() == Kind.COUNT || kind() == Kind.PERCENT || kind() == Kind.FRACTION;
  }

  static boolean compares(Kind kind) {
    return kind.isRatio()
        || kind == Kind.P_VALUE
        || kind == Kind.DIFFERENCE
        || kind == Kind.STATISTIC;
  }
}
