package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.List;

/** What speaks for and against the roles of two numbers that count people one after the other. */
final class PeoplePairs {

  private final List<PeopleCandidate> all;
  private final PeopleContext context;

  PeoplePairs(List<PeopleCandidate> all, PeopleContext context) {
    this.all = all;
    this.context = context;
  }

  /** For the first number of a document that counts people. */
  static List<String> first(PeopleRole role) {
    return List.of(role.isArm() ? "arm before any whole" : "whole before all");
  }

  /**
   * For a number behind another one, with none that counts people in between.
   *
   * @param one index of the number before
   * @param other index of the number behind
   */
  List<String> of(int one, PeopleRole before, int other, PeopleRole behind) {
    List<String> found = new ArrayList<>();
    PeopleCandidate a = all.get(one);
    PeopleCandidate b = all.get(other);
    boolean together = a.sentence() == b.sentence();
    int order = Integer.compare(b.size(), a.size());
    if (!before.isArm() && !behind.isArm()) {
      String size = order == 0 ? "whole again" : order < 0 ? "smaller whole" : "larger whole";
      found.add(size + (together ? " in its sentence" : ""));
      if (context.isJoined(other) && other == one + 1) {
        found.add("whole in a list with a whole");
      }
      if (together && order < 0 && a.size() < PeopleContext.ALIKE * b.size()) {
        found.add("little smaller whole in its sentence");
      }
    } else if (!before.isArm()) {
      found.add(together ? "arm behind a whole in its sentence" : "arm behind a whole");
      if (order >= 0) {
        found.add("arm not smaller than the whole");
      }
      if (context.isJoined(other) && other == one + 1) {
        found.add("arm in a list with a whole");
      }
      if (context.sums().isPartOf(other, one)) {
        found.add("arm that is part of the whole");
      }
      found.add(
          behind == PeopleRole.INTERVENTION ? "whole, then intervention" : "whole, then control");
    } else if (!behind.isArm()) {
      found.add(
          (together ? "whole behind an arm in its sentence" : "whole behind an arm")
              + (order > 0 ? "" : ", not larger"));
    } else {
      arms(found, one, before, other, behind);
    }
    return found;
  }

  private void arms(List<String> found, int one, PeopleRole before, int other, PeopleRole behind) {
    PeopleCandidate a = all.get(one);
    PeopleCandidate b = all.get(other);
    boolean together = a.sentence() == b.sentence();
    String sides = before == behind ? "same side" : "other side";
    found.add(sides + (together ? " in its sentence" : ""));
    if (context.isJoined(other) && other == one + 1) {
      found.add(sides + " in a list");
    }
    if (context.sums().areParts(one, other)) {
      found.add(sides + " of one whole");
    }
    if (together && context.isSeveral(other)) {
      found.add(sides + " among several");
    }
    if (a.size() == b.size()) {
      found.add(sides + ", as many");
    } else if (!together) {
      found.add(sides + ", not as many");
    }
    if (before == PeopleRole.CONTROL && behind == PeopleRole.INTERVENTION) {
      found.add(together ? "control before intervention" : "intervention in a later sentence");
    }
  }
}
