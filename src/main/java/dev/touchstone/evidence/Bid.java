package dev.touchstone.evidence;

import org.jspecify.annotations.Nullable;

/**
 * An arm that a value may be of, with what speaks against it.
 *
 * @param mention id of the mention in the sentence that names it, or null where none does
 * @param cost the lower, the likelier; in the unit of {@link ArmCosts}
 * @param place where the sentence names it; negative where it does not
 * @param near whether it is named between the values before and behind
 * @param otherSide whether that is what another is compared with: {@code than with B}
 * @param why the rule, for {@code explain}
 */
record Bid(
    Arm arm,
    @Nullable String mention,
    int cost,
    int place,
    boolean near,
    boolean otherSide,
    String why) {

  boolean named() {
    return place >= 0;
  }

  boolean sameArm(Bid other) {
    return arm.id().equals(other.arm.id());
  }
}
