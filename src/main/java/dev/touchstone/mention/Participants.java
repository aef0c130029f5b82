package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;

/**
 * A number of people.
 *
 * @param role {@code total}, {@code intervention}, {@code control}, {@code subgroup}, {@code
 *     evaluable}
 * @param label who they are, in the document's words
 */
public record Participants(ReportedNumber n, String role, String label) implements Normal {

  /** Origin of people whom only a count tells: 208 in {@code 109 of 208 patients with A}. */
  public static final String DENOMINATOR = "denominator of an arm";
}
