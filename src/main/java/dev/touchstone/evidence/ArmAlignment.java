package dev.touchstone.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the arms that a sentence names each of its parallel values is of: the cheapest way of
 * giving every value a name. A name right behind its value or right before its bracket costs
 * nothing; every value, name and clause that stands between costs something, and so does turning
 * the order round. A value stays without an arm where every name is dearer than that.
 */
final class ArmAlignment {

  /** What a value without an arm costs, in the same arbitrary unit as the costs below. */
  private static final int NONE = 9;

  private static final int CLAUSE = 5;
  private static final int OTHER_VALUE = 6;
  private static final int SAME_TWICE = 12;
  private static final int SAME_AGAIN = 2;
  private static final int WAYS = 20_000;

  /** What stands between a value and the arm behind it. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:\\s*%)?(?:\\s*[\\[(][^()\\[\\]]{0,60}[)\\]])?[\\s)\\]]*(?:of (?:the |all )?(?:\\d[\\d,]* )?)?(?:[\\p{L}-]+ )?(?:(?:patients|pts|participants|women|men|subjects|those|people|eyes|cases|children|months|weeks))?\\s*(?:who (?:were |had )?)?"
              + "(?:with|in|on|for|given|receiving|received|treated with|randomi[sz]ed to|allocated to|under|after|following|among|assigned to|taking|of|at|from|by|\\()?\\s*(?:the|an?)?\\s*(?:(?:patients|participants|women|men|subjects|those|group)\\s(?:in|on|with|receiving|given|taking|treated with|assigned to|that underwent|who (?:had )?received)\\s(?:the\\s)?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INTO_BRACKET =
      Pattern.compile(
          "\\s?(?:arm|group|patients)?s?\\s?(?:[\\[(:=]|was|were|had|,)\\s?(?:[nN]\\s?=\\s?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEW_CLAUSE =
      Pattern.compile(
          "[;]|(?<![\\p{L}])(?:while|whereas|but|although|though)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_SIDE =
      Pattern.compile(
          "(?is).*(?<![\\p{L}])(?:compared (?:with|to)|relative to|than|versus|vs\\.?|over|against)\\s(?:with\\s|for\\s|in\\s|on\\s)?(?:the\\s|an?\\s|those\\s)?(?:\\p{L}+\\s(?:in|on|with|receiving)\\s(?:the\\s)?)?$");

  private final NamedRow named;
  private final String text;
  private final List<Statement> row;
  private final List<ArmNames.Naming> names;

  ArmAlignment(NamedRow named) {
    this.named = named;
    this.text = named.text();
    this.row = named.row();
    this.names = named.names();
  }

  /** For each value of the row its name; null where none is near enough. */
  List<ArmNames.@Nullable Naming> cheapest() {
    int[][] costs = new int[row.size()][names.size()];
    for (int v = 0; v < row.size(); v++) {
      for (int a = 0; a < names.size(); a++) {
        costs[v][a] = cost(row.get(v), names.get(a));
      }
    }
    boolean few = Math.pow(names.size() + 1.0, row.size()) <= WAYS;
    int[] best = few ? search(costs) : greedy(costs);
    List<ArmNames.@Nullable Naming> chosen = new ArrayList<>();
    for (int a : best) {
      chosen.add(a < 0 ? null : names.get(a));
    }
    return chosen;
  }

  private int[] search(int[][] costs) {
    int[] way = new int[row.size()];
    int[] best = new int[row.size()];
    java.util.Arrays.fill(best, -1);
    int[] least = {Integer.MAX_VALUE};
    step(costs, way, 0, 0, best, least);
    return best;
  }

  private void step(int[][] costs, int[] way, int at, int sum, int[] best, int[] least) {
    if (sum >= least[0]) {
      return;
    }
    if (at == way.length) {
      least[0] = sum;
      System.arraycopy(way, 0, best, 0, way.length);
      return;
    }
    for (int a = 0; a <= names.size(); a++) {
      boolean none = a == names.size();
      way[at] = none ? -1 : a;
      int more = none ? NONE : costs[at][a] + (at == 0 ? 0 : together(at, way[at - 1], a));
      if (none || costs[at][a] < NONE) {
        step(costs, way, at + 1, sum + more, best, least);
      }
    }
  }

  private int[] greedy(int[][] costs) {
    int[] best = new int[row.size()];
    for (int v = 0; v < best.length; v++) {
      best[v] = -1;
      for (int a = 0; a < names.size(); a++) {
        if (costs[v][a] < NONE && (best[v] < 0 || costs[v][a] < costs[v][best[v]])) {
          best[v] = a;
        }
      }
    }
    return best;
  }

  /** What it costs that a value has the one name and the next value the other. */
  private int together(int at, int one, int other) {
    if (one < 0) {
      return 0;
    }
    if (names.get(one).arm().id().equals(names.get(other).arm().id())) {
      return named.qualified(row.get(at - 1), row.get(at)) ? SAME_AGAIN : SAME_TWICE;
    }
    return one > other ? 3 : 0;
  }

  /** What it costs to give a value a name. */
  int cost(Statement value, ArmNames.Naming name) {
    if (name.start() >= value.end()) {
      return behind(value, name);
    }
    return name.end() <= value.start() ? before(value, name) : 0;
  }

  private int behind(Statement value, ArmNames.Naming name) {
    String gap = text.substring(value.end(), name.start());
    if (BEHIND.matcher(gap).matches()) {
      return 0;
    }
    boolean list = name.start() >= row.get(row.size() - 1).end();
    int cost = 4 + between(value.end(), name.start(), list) + gap.length() / 80;
    if (opensClause(value.end(), name.start())) {
      cost += CLAUSE;
    }
    return OTHER_SIDE.matcher(gap).matches() ? cost + 3 : cost;
  }

  private int before(Statement value, ArmNames.Naming name) {
    String gap = text.substring(name.end(), value.start());
    if (INTO_BRACKET.matcher(gap).matches()) {
      return 0;
    }
    boolean list = name.end() <= row.get(0).start();
    int cost = 2 + between(name.end(), value.start(), list) + gap.length() / 120;
    if (opensClause(name.end(), value.start())) {
      cost += CLAUSE;
    }
    String lead = text.substring(named.sentence().start(), name.start());
    return row.size() == 1 && OTHER_SIDE.matcher(lead).matches() ? cost + 3 : cost;
  }

  private boolean opensClause(int from, int to) {
    return NEW_CLAUSE.matcher(OpenText.between(text, from, to)).find();
  }

  /**
   * Values and names that are passed over; in a list of names and a list of values each passes
   * some.
   */
  private int between(int from, int to, boolean list) {
    int cost = 0;
    for (Statement other : named.all()) {
      if (!other.compares() && other.start() >= from && other.end() <= to) {
        cost += list && row.contains(other) ? 1 : OTHER_VALUE;
      }
    }
    for (ArmNames.Naming other : names) {
      if (other.start() >= from && other.end() <= to) {
        cost += 1;
      }
    }
    return cost;
  }
}
