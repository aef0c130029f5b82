package dev.touchstone.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way of giving the values of a contrast to arms.
 *
 * @param bids one for each value, null where it has no arm
 */
record Way(List<@Nullable Bid> bids, int cost) {

  static final Way NOTHING = new Way(List.of(), 0);

  Way {
    bids = Collections.unmodifiableList(new ArrayList<>(bids));
  }

  /** The way with one more value. */
  Way with(@Nullable Bid bid, int more) {
    List<@Nullable Bid> longer = new ArrayList<>(bids);
    longer.add(bid);
    return new Way(longer, cost + more);
  }

  Way costing(int other) {
    return new Way(bids, other);
  }

  @Nullable Bid last() {
    return bids.isEmpty() ? null : bids.get(bids.size() - 1);
  }

  /** The ids of its arms in order. */
  String key() {
    return bids.stream()
        .map(bid -> bid == null ? "-" : bid.arm().id())
        .collect(Collectors.joining(" "));
  }
}
