package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;
import org.jspecify.annotations.Nullable;

/**
 * A number of a text that may count people who took part.
 *
 * @param draft the people it is already known to count; null where it may as well count no people
 * @param denominator whether something is counted out of it: 208 in {@code 109 of 208}
 */
record PeopleCandidate(
    Reading reading,
    Sentence sentence,
    int start,
    int end,
    ReportedNumber number,
    @Nullable Draft draft,
    boolean denominator) {

  private static final int FARTHEST = 400;

  int size() {
    return number.value().intValue();
  }

  /** The words of its sentence before it, as far as they matter. */
  String lead() {
    return reading.text().substring(Math.max(sentence.start(), start - FARTHEST), start);
  }

  /** The words of its sentence behind it, as far as they matter. */
  String rest() {
    int to = Math.min(sentence.end(), end + FARTHEST);
    return reading.text().substring(end, Math.max(end, to));
  }
}
