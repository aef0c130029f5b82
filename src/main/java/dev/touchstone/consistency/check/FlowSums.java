package dev.touchstone.consistency.check;

import java.util.List;

/** Whether counts can be told to make a total, by any reading of what belongs to it. */
final class FlowSums {

  /** More parts than this are no list that somebody added up by hand. */
  private static final int MOST = 12;

  private FlowSums() {}

  /** Whether some of the parts make the sum: one of them may be named again within another. */
  static boolean isSumOfSome(int sum, List<Integer> parts) {
    if (parts.size() > MOST) {
      return true;
    }
    for (int chosen = 1; chosen < 1 << parts.size(); chosen++) {
      int made = 0;
      for (int i = 0; i < parts.size(); i++) {
        made += (chosen >> i & 1) == 0 ? 0 : parts.get(i);
      }
      if (made == sum) {
        return true;
      }
    }
    return false;
  }

  /** Whether the parts, or one other number of the sentence with them, make the gap. */
  static boolean reconciles(int gap, List<Integer> parts, List<Integer> others) {
    if (isSumOfSome(gap, parts) || others.contains(gap)) {
      return true;
    }
    return others.stream().anyMatch(other -> isSumOfSome(gap - other, parts));
  }
}
