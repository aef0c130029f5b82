package dev.touchstone.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives all values of a sentence to arms at once: of all ways of reading its contrasts the one that
 * costs least. A contrast by itself is read by what stands around it ({@link ContrastWays});
 * between neighbours it costs something to turn the order of the arms round, and to leave the arm
 * that a list of values is about. The search goes from contrast to contrast and keeps the cheapest
 * way into each reading (Viterbi 1967), so it is exact over the ways that are kept, and linear in
 * the number of contrasts.
 */
final class ArmAssignment {

  /** Another reading that costs no more than this on top is as likely. */
  private static final int MARGIN = 0;

  private static final int TURNS_ROUND = 6;
  private static final int TURNS_ROUND_BY_NAME = 2;
  private static final int LEAVES_ARM = 5;

  private final List<List<Way>> ways = new ArrayList<>();
  private final List<Boolean> changesArm = new ArrayList<>();

  /**
   * What a value was given.
   *
   * @param bid null where it stays without an arm
   * @param others arms that it may be of as well
   */
  record Given(@Nullable Bid bid, List<Arm> others) {}

  /** Adds the next contrast of the sentence. */
  void add(ContrastWays contrast) {
    ways.add(contrast.all());
    changesArm.add(contrast.changesArm());
  }

  /** For each contrast what its values were given. */
  List<List<Given>> cheapest() {
    int n = ways.size();
    int[][] upTo = new int[n][];
    for (int i = 0; i < n; i++) {
      upTo[i] = new int[ways.get(i).size()];
      for (int w = 0; w < upTo[i].length; w++) {
        int least = i == 0 ? 0 : Integer.MAX_VALUE;
        for (int v = 0; i > 0 && v < upTo[i - 1].length; v++) {
          least = Math.min(least, upTo[i - 1][v] + step(i, v, w));
        }
        upTo[i][w] = least + ways.get(i).get(w).cost();
      }
    }
    int[][] from = new int[n][];
    for (int i = n - 1; i >= 0; i--) {
      from[i] = new int[ways.get(i).size()];
      for (int w = 0; w < from[i].length; w++) {
        int least = i == n - 1 ? 0 : Integer.MAX_VALUE;
        for (int v = 0; i < n - 1 && v < from[i + 1].length; v++) {
          least =
              Math.min(least, step(i + 1, w, v) + ways.get(i + 1).get(v).cost() + from[i + 1][v]);
        }
        from[i][w] = least;
      }
    }
    List<List<Given>> given = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < n; i++) {
      int best = -1;
      int least = Integer.MAX_VALUE;
      for (int w = 0; w < upTo[i].length; w++) {
        int cost = (i == 0 ? 0 : step(i, last, w)) + ways.get(i).get(w).cost() + from[i][w];
        if (cost < least) {
          least = cost;
          best = w;
        }
      }
      given.add(given(i, best, upTo[i], from[i]));
      last = best;
    }
    return given;
  }

  private List<Given> given(int contrast, int best, int[] upTo, int[] from) {
    List<Way> its = ways.get(contrast);
    int least = upTo[best] + from[best];
    List<Given> given = new ArrayList<>();
    for (int value = 0; value < its.get(best).bids().size(); value++) {
      Bid bid = its.get(best).bids().get(value);
      Set<Arm> others = new LinkedHashSet<>();
      for (int w = 0; w < its.size() && bid != null; w++) {
        Bid other = its.get(w).bids().get(value);
        if (other != null && !other.sameArm(bid) && upTo[w] + from[w] <= least + MARGIN) {
          others.add(other.arm());
        }
      }
      given.add(new Given(bid, List.copyOf(others)));
    }
    return given;
  }

  /** What it costs to read a contrast one way after the one before it was read the other way. */
  private int step(int contrast, int before, int way) {
    List<@Nullable Bid> one = ways.get(contrast - 1).get(before).bids();
    List<@Nullable Bid> other = ways.get(contrast).get(way).bids();
    boolean changes = changesArm.get(contrast);
    if (one.size() != other.size()) {
      return 0;
    }
    boolean same = true;
    for (int i = 0; i < one.size(); i++) {
      Bid a = one.get(i);
      Bid b = other.get(i);
      same &= a == null || b == null || a.sameArm(b);
    }
    if (same) {
      return 0;
    }
    if (one.size() == 1) {
      return changes ? 0 : LEAVES_ARM;
    }
    return changes ? TURNS_ROUND_BY_NAME : TURNS_ROUND;
  }
}
