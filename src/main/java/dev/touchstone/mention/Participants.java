package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;

/**
 * A number of people.
 *
 * @param role {@code total}, {@code intervention}, {@code control}, {@code subgroup}, {@code
 *     evaluable}
 * @param label who they are, in the document's words
 * @param why what spoke for the role, for an explanation; empty where nothing was weighed
 */
public record Participants(ReportedNumber n, String role, String label, String why)
    implements Normal {

  /** Origin of people whom only a count tells: 208 in {@code 109 of 208 patients with A}. */
  public static final String DENOMINATOR = "denominator of an arm";

  /** People whose role nothing was weighed for. */
  public Participants(ReportedNumber n, String role, String label) {
    this(n, role, label, "");
  }
}
