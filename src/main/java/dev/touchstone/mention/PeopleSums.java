package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sums that the numbers of a document make: {@code 90 (44 A, 46 B)}. */
final class PeopleSums {

  private static final int FARTHEST_PARTS = 420;
  private static final int MOST_PARTS = 4;
  private static final int MOST_BEHIND = 7;
  private static final int LEAST_SUM = 10;

  private final List<PeopleCandidate> all;
  private final List<Set<String>> features;

  /** For each number the whole that it makes up with its neighbours, or -1. */
  private final int[] wholes;

  /**
   * @param features of each number; those that its sums tell are added
   */
  PeopleSums(List<PeopleCandidate> all, List<Set<String>> features) {
    this.all = all;
    this.features = features;
    wholes = new int[all.size()];
    Arrays.fill(wholes, -1);
    sums();
    farSums();
  }

  /** Whether a number is one of those that add up to the other. */
  boolean isPartOf(int part, int whole) {
    return wholes[part] == whole;
  }

  /** Whether two numbers add up, alone or with others, to one that stands before them. */
  boolean areParts(int one, int other) {
    return wholes[one] >= 0 && wholes[one] == wholes[other];
  }

  private void sums() {
    for (int i = 0; i < all.size(); i++) {
      PeopleCandidate whole = all.get(i);
      if (!whole.denominator() && whole.size() >= LEAST_SUM) {
        sum(i, behind(i));
      }
    }
  }

  private List<Integer> behind(int whole) {
    List<Integer> behind = new ArrayList<>();
    PeopleCandidate one = all.get(whole);
    for (int j = whole + 1; j < all.size() && behind.size() < MOST_BEHIND; j++) {
      PeopleCandidate part = all.get(j);
      if (part.reading() != one.reading() || part.start() - one.end() > FARTHEST_PARTS) {
        break;
      }
      if (!part.denominator() && part.size() < one.size()) {
        behind.add(j);
      }
    }
    return behind;
  }

  private void sum(int whole, List<Integer> behind) {
    for (int first = 0; first < behind.size(); first++) {
      int sum = 0;
      for (int last = first; last < behind.size() && last < first + MOST_PARTS; last++) {
        sum += all.get(behind.get(last)).size();
        if (sum == all.get(whole).size() && last > first) {
          features.get(whole).add("parts behind it add up to it");
          boolean bracket =
              behind.subList(first, last + 1).stream()
                  .allMatch(part -> features.get(part).contains("in a bracket"));
          boolean next = first == 0 && last - first == behind.get(last) - behind.get(first);
          PeopleFeatures.say(features.get(whole), bracket, "parts in a bracket add up to it");
          PeopleFeatures.say(features.get(whole), next, "the next numbers add up to it");
          for (int part : behind.subList(first, last + 1)) {
            wholes[part] = whole;
            features.get(part).add("adds up with others to one before");
            PeopleFeatures.say(features.get(part), bracket, "adds up with others in a bracket");
            PeopleFeatures.say(
                features.get(part), next, "adds up with its neighbours to the number before");
            PeopleFeatures.say(
                features.get(part), last - first > 1, "one of three or more that add up");
            PeopleFeatures.say(
                features.get(part),
                all.get(part).draft() == null,
                "a number that adds up with others");
          }
          return;
        }
      }
    }
  }

  /** Neighbours that add up to people who were counted long before. */
  private void farSums() {
    Map<Integer, Integer> counted = new HashMap<>();
    for (int i = 0; i + 1 < all.size(); i++) {
      PeopleCandidate one = all.get(i);
      PeopleCandidate next = all.get(i + 1);
      Integer whole = counted.get(one.size() + next.size());
      if (whole != null
          && !one.denominator()
          && !next.denominator()
          && one.sentence() == next.sentence()) {
        features.get(i).add("adds up with its neighbour to one anywhere before");
        features.get(i + 1).add("adds up with its neighbour to one anywhere before");
        features.get(whole).add("neighbours anywhere behind add up to it");
        if (wholes[i] < 0 && wholes[i + 1] < 0) {
          wholes[i] = whole;
          wholes[i + 1] = whole;
        }
      }
      if (one.draft() != null) {
        counted.putIfAbsent(one.size(), i);
      }
    }
  }
}
