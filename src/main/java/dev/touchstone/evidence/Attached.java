package dev.touchstone.evidence;

import org.jspecify.annotations.Nullable;

/**
 * An arm that values are of, with what made it so.
 *
 * @param mention id of the mention in the sentence that names it, or null where none does
 * @param why the rule, for {@code explain}
 */
record Attached(Arm arm, @Nullable String mention, String why) {

  static Attached of(ArmNames.Naming naming, String why) {
    return new Attached(naming.arm(), naming.mention(), why);
  }

  /** The arm as this place names it. */
  Arm here() {
    return mention == null
        ? arm
        : new Arm(arm.id(), arm.label(), arm.role(), arm.n(), arm.drug(), mention);
  }
}
