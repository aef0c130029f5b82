package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import org.jspecify.annotations.Nullable;

/**
 * A number of participants that a count may be counted from.
 *
 * @param place where it is printed, or null where only the arm's record has it
 */
record Denominator(int n, Rank rank, @Nullable Source place) {

  /** How closely it belongs to the count, closest first. */
  enum Rank {
    /** In the same phrase: {@code 3 of 40}. */
    PHRASE,
    /** In the header of the column or row. */
    HEADER,
    /** In a foot note, the caption or another header of the table. */
    TABLE,
    /** The arm's size. */
    ARM,
    /** The whole study, or another number of the same sentence or section. */
    CONTEXT
  }
}
