package dev.touchstone.mention;

import org.jspecify.annotations.Nullable;

/**
 * Words that say how often, on which days, for how many cycles or by which way a drug is given; one
 * of the four at least.
 *
 * @param start first character in the text that was parsed
 * @param end one past the last character
 */
record SchedulePart(
    int start,
    int end,
    Dose.@Nullable Frequency frequency,
    @Nullable String days,
    Dose.@Nullable Cycle cycle,
    @Nullable String route) {

  static SchedulePart of(int start, int end, Dose.Frequency frequency) {
    return new SchedulePart(start, end, frequency, null, null, null);
  }

  static SchedulePart of(int start, int end, Dose.Cycle cycle) {
    return new SchedulePart(start, end, null, null, cycle, null);
  }

  static SchedulePart of(int start, int end, @Nullable String days, Dose.@Nullable Cycle cycle) {
    return new SchedulePart(start, end, null, days, cycle, null);
  }

  static SchedulePart by(int start, int end, String route) {
    return new SchedulePart(start, end, null, null, null, route);
  }
}
