package dev.touchstone.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a value is.
 *
 * @param arms one, or the two that a value compares; none where the text does not say
 * @param here the same as the sentence names them
 * @param candidates ids of the arms that it may be of, where the text leaves it open
 * @param why the rule, or null where there is no arm
 */
record Whose(List<Arm> arms, List<Arm> here, List<String> candidates, @Nullable String why) {

  Whose {
    arms = List.copyOf(arms);
    here = List.copyOf(here);
    candidates = List.copyOf(candidates);
  }

  static Whose of(@Nullable Attached one) {
    return one == null
        ? new Whose(List.of(), List.of(), List.of(), null)
        : new Whose(List.of(one.arm()), List.of(one.here()), List.of(), one.why());
  }

  static Whose both(List<Arm> arms) {
    return new Whose(arms, arms, List.of(), arms.isEmpty() ? null : "compares both arms");
  }

  /** The first of two arms, since nobody is named. */
  static Whose open(List<Arm> pair) {
    return new Whose(
        List.of(pair.get(0)),
        List.of(pair.get(0)),
        pair.stream().map(Arm::id).toList(),
        "nobody is named");
  }
}
