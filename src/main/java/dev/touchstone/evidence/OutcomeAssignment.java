package dev.touchstone.evidence;

import dev.touchstone.evidence.OutcomeOffers.Offer;
import dev.touchstone.mention.Mention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives all rows of a sentence to outcomes at once: of all ways the one that costs least. A row by
 * itself is read by what stands around it ({@link OutcomeOffers}); between neighbours it costs
 * something to leave the outcome that was told last for one that was passed over before. The search
 * goes from row to row and keeps the cheapest way into each reading (Viterbi 1967).
 */
final class OutcomeAssignment {

  private static final int GOES_BACK = 3;

  private final OutcomeOffers offers;
  private final List<Mention> outcomes;

  /**
   * @param outcomes of the sentence that are known to be some
   */
  OutcomeAssignment(OutcomeOffers offers, List<Mention> outcomes) {
    this.offers = offers;
    this.outcomes = outcomes;
  }

  /** For each row the outcome that it reports; null where nothing is offered to it. */
  List<@Nullable Offer> of(List<ValueRows.Stretch> rows) {
    List<List<Offer>> offered = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      offered.add(isCompared(rows, i) ? List.of() : offers.of(rows.get(i)));
    }
    List<@Nullable Offer> told = cheapest(rows, offered);
    for (int i = 1; i < rows.size(); i++) {
      Offer compared = told.get(i - 1);
      if (isCompared(rows, i)) {
        told.set(
            i,
            compared == null
                ? cheapest(List.of(rows.get(i)), List.of(offers.of(rows.get(i)))).get(0)
                : new Offer(compared.outcome(), 0, "of the values that it compares"));
      }
    }
    return told;
  }

  /** Whether a row compares the values of the row before it. */
  private boolean isCompared(List<ValueRows.Stretch> rows, int i) {
    return i > 0
        && rows.get(i).row().get(0).compares()
        && outcomes.stream()
            .noneMatch(
                outcome ->
                    outcome.start() >= rows.get(i - 1).end()
                        && outcome.end() <= rows.get(i).start());
  }

  private static List<@Nullable Offer> cheapest(
      List<ValueRows.Stretch> rows, List<List<Offer>> offers) {
    List<@Nullable Offer> best = new ArrayList<>();
    int[][] upTo = new int[rows.size()][];
    int[][] back = new int[rows.size()][];
    int last = -1;
    for (int i = 0; i < rows.size(); i++) {
      best.add(null);
      int n = offers.get(i).size();
      upTo[i] = new int[n];
      back[i] = new int[n];
      for (int o = 0; o < n; o++) {
        Offer offer = offers.get(i).get(o);
        int least = last < 0 ? 0 : Integer.MAX_VALUE;
        for (int p = 0; last >= 0 && p < upTo[last].length; p++) {
          int cost = upTo[last][p] + step(rows.get(last), offers.get(last).get(p), offer);
          if (cost < least) {
            least = cost;
            back[i][o] = p;
          }
        }
        upTo[i][o] = least + offer.cost();
      }
      last = n > 0 ? i : last;
    }
    int next = -1;
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (upTo[i].length > 0) {
        next = next < 0 ? least(upTo[i]) : next;
        best.set(i, offers.get(i).get(next));
        next = back[i][next];
      }
    }
    return best;
  }

  private static int least(int[] costs) {
    int least = 0;
    for (int i = 1; i < costs.length; i++) {
      least = costs[i] < costs[least] ? i : least;
    }
    return least;
  }

  private static int step(ValueRows.Stretch row, Offer before, Offer offer) {
    boolean back = offer.outcome().end() <= row.start();
    return back && !offer.outcome().id().equals(before.outcome().id()) ? GOES_BACK : 0;
  }
}
