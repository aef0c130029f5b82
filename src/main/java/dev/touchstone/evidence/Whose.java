package dev.touchstone.evidence;

import java.util.List;
import java.util.stream.Stream;
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

  /**
   * The arm that is likeliest.
   *
   * @param others arms that are as likely
   */
  static Whose of(Attached one, List<Arm> others) {
    if (others.isEmpty()) {
      return of(one);
    }
    List<String> candidates =
        Stream.concat(Stream.of(one.arm()), others.stream()).map(Arm::id).distinct().toList();
    return new Whose(List.of(one.arm()), List.of(one.here()), candidates, one.why());
  }

  static Whose both(List<Arm> arms) {
    return new Whose(arms, arms, List.of(), arms.isEmpty() ? null : "compares both arms");
  }

  /** One of two arms or both of them, since nobody is named. */
  static Whose open(List<Arm> pair) {
    return new Whose(List.of(), List.of(), ids(pair), "nobody is named");
  }

  /** The first of two arms, in a note that is about its drug. */
  static Whose ofDrug(List<Arm> pair) {
    List<Arm> first = List.of(pair.get(0));
    return new Whose(first, first, ids(pair), "nobody is named in a note on its drug");
  }

  private static List<String> ids(List<Arm> arms) {
    return arms.stream().map(Arm::id).toList();
  }
}
