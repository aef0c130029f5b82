package dev.touchstone.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A group of participants that values are reported for.
 *
 * @param id {@code a1}, {@code a2}, … unique within the document
 * @param label the document's own words
 * @param n number of participants, where stated
 * @param drug preferred name
 * @param mention id of the mention that names it first, or null
 */
public record Arm(
    String id,
    String label,
    Role role,
    @Nullable Integer n,
    @Nullable String drug,
    @Nullable String mention) {

  /** What an arm is in its study. */
  public enum Role {
    INTERVENTION,
    CONTROL,
    SINGLE,
    SUBGROUP,
    TOTAL;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The same arm where a table counts other participants of it: the treated instead of the
   * randomised.
   */
  Arm counting(@Nullable Integer participants) {
    return participants == null ? this : new Arm(id, label, role, participants, drug, mention);
  }
}
