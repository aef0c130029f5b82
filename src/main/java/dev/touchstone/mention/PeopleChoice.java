package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses for all numbers of a document at once whom they count. Every number has a weight for each
 * role that it may have, every two that follow each other one for their roles; numbers that count
 * nobody weigh nothing. Of all ways to give roles the heaviest is taken: the best path through the
 * numbers, found in one pass since no more than {@link #MOST_BETWEEN} of them are passed over at
 * once.
 */
final class PeopleChoice {

  /** Weights of features; see {@code people-weights.tsv}. */
  interface Weights {

    /** Of a number of people, by whether it counts all or an arm. */
    double of(Collection<String> features, PeopleRole role);

    /** Of two roles that follow each other. */
    double ofPair(Collection<String> features);
  }

  private static final int MOST_BETWEEN = 24;
  private static final PeopleRole[] ROLES = PeopleRole.values();

  private final int size;
  private final PeopleContext context;
  private final PeoplePairs pairs;
  private final Weights weights;
  private final double[][] best;
  private final int[][] from;

  /** For each number the heaviest path that ends with it or before it, by its end; -1 for none. */
  private final int[] older;

  PeopleChoice(List<PeopleCandidate> all, PeopleContext context, Weights weights) {
    this.size = all.size();
    this.context = context;
    this.pairs = new PeoplePairs(all, context);
    this.weights = weights;
    best = new double[size][ROLES.length];
    from = new int[size][ROLES.length];
    older = new int[size];
  }

  /** The role of each number; null for one that counts no people. */
  List<@Nullable PeopleRole> choose() {
    for (int i = 0; i < size; i++) {
      for (PeopleRole role : ROLES) {
        reach(i, role);
      }
      older[i] = i > 0 ? older[i - 1] : -1;
      for (PeopleRole role : ROLES) {
        int end = i * ROLES.length + role.ordinal();
        if (value(end) > (older[i] < 0 ? 0 : value(older[i]))) {
          older[i] = end;
        }
      }
    }
    return path();
  }

  private void reach(int at, PeopleRole role) {
    double own = weights.of(context.features(at), role);
    double most = weights.ofPair(PeoplePairs.first(role));
    int back = -1;
    int near = Math.max(0, at - 1 - MOST_BETWEEN);
    if (near > 0 && older[near - 1] >= 0 && value(older[near - 1]) > most) {
      most = value(older[near - 1]);
      back = older[near - 1];
    }
    for (int one = near; one < at; one++) {
      for (PeopleRole before : ROLES) {
        double sum = best[one][before.ordinal()] + weights.ofPair(pairs.of(one, before, at, role));
        if (sum > most) {
          most = sum;
          back = one * ROLES.length + before.ordinal();
        }
      }
    }
    best[at][role.ordinal()] = own + most;
    from[at][role.ordinal()] = back;
  }

  private double value(int end) {
    return best[end / ROLES.length][end % ROLES.length];
  }

  private List<@Nullable PeopleRole> path() {
    @Nullable PeopleRole[] roles = new PeopleRole[size];
    int at = size > 0 ? older[size - 1] : -1;
    while (at >= 0) {
      int number = at / ROLES.length;
      PeopleRole role = ROLES[at % ROLES.length];
      roles[number] = role;
      at = from[number][role.ordinal()];
    }
    return new ArrayList<>(Arrays.asList(roles));
  }
}
