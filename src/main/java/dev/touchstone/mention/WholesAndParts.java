package dev.touchstone.mention;

import java.util.Comparator;
import java.util.List;

/**
 * Weighs the numbers of people of a paragraph against each other, once each has its side. Whoever
 * the numbers behind him make up is the whole: {@code 170 were assigned to A (n = 85) or B (n =
 * 85)}. A whole is not smaller than one of its arms, and a handful out of an arm is none.
 */
final class WholesAndParts {

  private static final int FARTHEST = 400;
  private static final int MOST_PARTS = 4;

  /** Those who drop out of an arm leave more than this share of it. */
  private static final double LEFT_OF_ARM = 0.8;

  /** Times that a whole, or an arm, outnumbers those of whom something is told. */
  private static final int OUTNUMBERED = 5;

  private static final int HANDFUL = 10;

  private WholesAndParts() {}

  /** Corrects the roles of the people of a piece. */
  static void weigh(Reading reading) {
    if (reading.isCell()) {
      return;
    }
    List<Draft> people = sorted(reading);
    int arm = 0;
    int whole = 0;
    for (int i = 0; i < people.size(); i++) {
      Draft draft = people.get(i);
      int size = size(draft);
      int parts = role(draft).equals("subgroup") ? 0 : parts(people, i);
      if (parts > 0) {
        give(reading, draft, "total");
        if (parts == 2) {
          sides(reading, people.get(i + 1), people.get(i + 2));
        }
        people = sorted(reading);
        whole = Math.max(whole, size);
      } else if (role(draft).equals("total")) {
        if (size < arm * LEFT_OF_ARM || size * OUTNUMBERED < whole) {
          give(reading, draft, "subgroup");
        }
        whole = Math.max(whole, size);
      } else if (isArm(draft)) {
        if (size < HANDFUL && size * OUTNUMBERED < arm) {
          give(reading, draft, "subgroup");
        }
        arm = Math.max(arm, size);
      }
    }
  }

  private static List<Draft> sorted(Reading reading) {
    return reading.drafts(MentionType.PARTICIPANTS).stream()
        .sorted(Comparator.comparingInt(Draft::start))
        .toList();
  }

  /** Of two parts of a whole neither is a whole; the first named is tried. */
  private static void sides(Reading reading, Draft one, Draft other) {
    boolean first = role(one).equals("total");
    boolean second = role(other).equals("total");
    if (first && second) {
      give(reading, one, "intervention");
      give(reading, other, "control");
    } else if (first) {
      give(reading, one, beside(other));
    } else if (second) {
      give(reading, other, beside(one));
    }
  }

  private static String beside(Draft known) {
    return switch (role(known)) {
      case "control" -> "intervention";
      case "intervention" -> "control";
      default -> "subgroup";
    };
  }

  /**
   * How many numbers that follow, two to four, add up to this one; 0 for none. In {@code 90, of
   * whom 45, 20 and 25} the 45 are no whole.
   */
  private static int parts(List<Draft> people, int at) {
    int sum = 0;
    if (people.subList(0, at).stream().anyMatch(one -> size(one) == 2 * size(people.get(at)))) {
      return 0;
    }
    for (int i = at + 1; i < people.size() && i <= at + MOST_PARTS; i++) {
      if (people.get(i).end() - people.get(at).start() > FARTHEST) {
        return 0;
      }
      sum += size(people.get(i));
      if (sum == size(people.get(at)) && i > at + 1) {
        return i - at;
      }
    }
    return 0;
  }

  private static boolean isArm(Draft draft) {
    return role(draft).equals("intervention") || role(draft).equals("control");
  }

  private static int size(Draft draft) {
    return ((Participants) draft.normal()).n().value().intValue();
  }

  private static String role(Draft draft) {
    return ((Participants) draft.normal()).role();
  }

  private static void give(Reading reading, Draft draft, String role) {
    Participants people = (Participants) draft.normal();
    if (!people.role().equals(role)) {
      reading.replace(draft, draft.with(new Participants(people.n(), role, people.label())));
    }
  }
}
