package dev.touchstone.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest ways of giving the values of one contrast to arms, by what stands around them
 * alone: the names beside each value, lists of names, the order of the names, the arms that the
 * study has.
 */
final class ContrastWays {

  /** How many ways are kept; a contrast of two values and five arms has 35. */
  private static final int KEPT = 60;

  private static final int SAME_TWICE = 12;
  private static final int SAME_AGAIN = 2;
  private static final int SET_AGAINST_ITSELF = 30;
  private static final int TURNED = 3;
  private static final int UNUSUAL_ORDER = 2;
  private static final int NO_LIST = 5;
  private static final int NOT_COMPARED = 3;

  /** An arm that nobody names goes with another one. */
  private static final int ALONE = 9;

  private static final int AGAINST_ITS_WORDS = 3;
  private static final int OTHER_UNSAID = 6;

  private final NamedRow named;
  private final ArmCosts costs;
  private final Background background;
  private final List<Bid> told;
  private final int start;
  private final @Nullable Lean lean;

  /**
   * What is known before the sentence is read.
   *
   * @param pair the two arms of the study, intervention first; none where it has more or fewer
   * @param sides the only arms on their sides of the comparison
   * @param order the arms as the sentence before told their values
   * @param asBefore whether that order goes before the one of the study
   */
  record Background(List<Arm> pair, List<Arm> sides, List<Arm> order, boolean asBefore) {

    Background {
      pair = List.copyOf(pair);
      sides = List.copyOf(sides);
      order = List.copyOf(order);
    }

    /** The usual order of that many arms. */
    private List<Arm> usual(int n) {
      boolean before = order.size() == n && (asBefore || pair.size() != n);
      return before ? order : pair.size() == n ? pair : List.of();
    }

    /** Whether an arm is one of two that are compared, as far as that is known. */
    private boolean compares(Arm arm) {
      return pair.isEmpty() || pair.stream().anyMatch(one -> one.id().equals(arm.id()));
    }

    private String why(int n) {
      return usual(n) == pair ? "order of the study" : "order as told before";
    }
  }

  /**
   * @param told people that the sentence sets apart for a single value
   * @param before the value before, or null
   * @param next the value behind, or null
   */
  ContrastWays(
      NamedRow named,
      Background background,
      List<Bid> told,
      @Nullable Statement before,
      @Nullable Statement next) {
    this.named = named;
    this.costs = new ArmCosts(named, before, next);
    this.background = background;
    this.told = told;
    this.start = before == null ? named.sentence().start() : before.end();
    int end = next == null ? named.sentence().end() : next.start();
    this.lean = Lean.of(named, costs, costs.from(), end);
  }

  /** Whether an arm is named between the values before and these; of several, near them. */
  boolean changesArm() {
    return named.row().size() > 1
        ? named.names().stream().anyMatch(costs::isNear)
        : !named.between(start, named.start()).isEmpty();
  }

  /** The ways, the likeliest first. */
  List<Way> all() {
    List<Way> ways = List.of(Way.NOTHING);
    for (Statement value : named.row()) {
      List<@Nullable Bid> bids = bids(value);
      List<Way> longer = new ArrayList<>();
      for (Way way : ways) {
        for (Bid bid : bids) {
          longer.add(way.with(bid, cost(way, bid)));
        }
      }
      longer.sort(Comparator.comparingInt(Way::cost));
      ways = longer.subList(0, Math.min(KEPT, longer.size()));
    }
    return named.row().size() == 1 ? ways : withList(ways);
  }

  private List<Way> withList(List<Way> ways) {
    List<Attached> listed = new ArmLists(named, costs.from()).read();
    if (listed.isEmpty()) {
      return ways;
    }
    List<@Nullable Bid> bids = new ArrayList<>();
    for (Attached one : listed) {
      bids.add(new Bid(one.arm(), one.mention(), 0, 0, true, false, one.why()));
    }
    List<Way> lists = new ArrayList<>(List.of(new Way(bids, 1 + lean(bids))));
    if (bids.size() == 2 && isOtherSide(listed.get(0)) && !isOtherSide(listed.get(1))) {
      // "Compared with B, A had fewer (5% vs 9%)"
      List<@Nullable Bid> turned = Arrays.asList(bids.get(1), bids.get(0));
      lists.set(0, new Way(bids, 1 + UNUSUAL_ORDER + lean(bids)));
      lists.add(new Way(turned, 1 + lean(turned)));
    }
    List<Way> all = new ArrayList<>(lists);
    for (Way way : ways) {
      if (lists.stream().noneMatch(list -> list.key().equals(way.key()))) {
        all.add(way.costing(way.cost() + NO_LIST));
      }
    }
    return all;
  }

  private boolean isOtherSide(Attached listed) {
    return named.names().stream()
        .anyMatch(
            name -> Objects.equals(name.mention(), listed.mention()) && costs.isOtherSide(name));
  }

  private int lean(List<@Nullable Bid> bids) {
    return bids.size() == 2 ? lean(bids.get(0), bids.get(1)) : 0;
  }

  /** What it costs to turn round which of two has more. */
  private int lean(@Nullable Bid one, @Nullable Bid other) {
    if (lean == null || one == null || other == null) {
      return 0;
    }
    return (lean.value() == 0 ? other : one).arm().id().equals(lean.arm()) ? AGAINST_ITS_WORDS : 0;
  }

  /** The arms that a value may be of, the best place of each; and none. */
  private List<@Nullable Bid> bids(Statement value) {
    Map<String, Bid> best = new LinkedHashMap<>();
    for (ArmNames.Naming name : named.names()) {
      boolean near = costs.isNear(name);
      int cost = near ? costs.near(value, name) : costs.far(value, name);
      String why =
          cost == 0
              ? "named beside its value"
              : near ? "named in its clause" : "named in its sentence";
      int unknown = background.compares(name.arm()) ? 0 : NOT_COMPARED;
      boolean otherSide = costs.isOtherSide(name);
      offer(
          best,
          new Bid(name.arm(), name.mention(), cost + unknown, name.start(), near, otherSide, why));
    }
    told.forEach(bid -> offer(best, bid));
    int n = named.row().size();
    if (n > 1) {
      for (Arm arm : background.usual(n)) {
        offer(best, unnamed(arm, background.why(n)));
      }
      for (Arm arm : n == 2 && background.pair().isEmpty() ? background.sides() : List.<Arm>of()) {
        offer(best, unnamed(arm, "the only arm of its side"));
      }
    }
    List<@Nullable Bid> bids = new ArrayList<>(best.values());
    bids.add(null);
    return bids;
  }

  private static Bid unnamed(Arm arm, String why) {
    return new Bid(arm, null, ArmCosts.UNNAMED, -1, false, false, why);
  }

  private static void offer(Map<String, Bid> best, Bid bid) {
    best.merge(bid.arm().id(), bid, (one, other) -> other.cost() < one.cost() ? other : one);
  }

  /** What one more value costs. */
  private int cost(Way way, @Nullable Bid bid) {
    Bid before = way.last();
    int at = way.bids().size();
    if (bid == null) {
      return ArmCosts.NONE + (before == null || before.named() ? 0 : ALONE);
    }
    if (before == null) {
      return bid.cost() + (at == 0 || bid.named() ? 0 : ALONE);
    }
    Statement one = named.row().get(at - 1);
    Statement other = named.row().get(at);
    boolean qualified = named.qualified(one, other);
    if (before.sameArm(bid)) {
      boolean against = named.setAgainst(one, other);
      return bid.cost() + (against ? SET_AGAINST_ITSELF : qualified ? SAME_AGAIN : SAME_TWICE);
    }
    // "At the spine and at the hip" sets places against each other.
    boolean unsaid = qualified && before.named() != bid.named();
    int words = at == 1 ? lean(before, bid) : 0;
    return bid.cost() + order(before, bid) + words + (unsaid ? OTHER_UNSAID : 0);
  }

  private int order(Bid one, Bid other) {
    if (one.named() && other.named() && one.near() == other.near()) {
      boolean turned =
          one.otherSide() == other.otherSide() ? one.place() > other.place() : one.otherSide();
      return turned ? TURNED : 0;
    }
    if (one.named() != other.named()) {
      // "Higher with A (7% v 5%)": who is spoken of comes first.
      Bid named = one.named() ? one : other;
      if (background.pair().isEmpty() && one.arm().role() == other.arm().role()) {
        return SET_AGAINST_ITSELF;
      }
      return named.cost() > 0 && (named == one) == named.otherSide() ? UNUSUAL_ORDER : 0;
    }
    List<String> usual = background.usual(named.row().size()).stream().map(Arm::id).toList();
    return usual.indexOf(one.arm().id()) > usual.indexOf(other.arm().id()) ? UNUSUAL_ORDER : 0;
  }
}
