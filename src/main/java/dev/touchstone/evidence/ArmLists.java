package dev.touchstone.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of values whose arms stand in a list of their own: {@code 5.1 and 4.9 months for A and B},
 * {@code A and B (61% vs 46%)}; and rows in which each arm has a run of values: {@code 6.0 and 5.9
 * with A and 4.8 and 4.6 with B}.
 */
final class ArmLists {

  private static final Pattern OPENS_CLAUSE =
      Pattern.compile("(?is).*(?:;|\\b(?:while|whereas|but|although|with a|leading to)\\b).*");

  private final NamedRow named;
  private final List<Statement> row;
  private final int from;

  /**
   * @param from where the values before the row end
   */
  ArmLists(NamedRow named, int from) {
    this.named = named;
    this.from = from;
    this.row = named.row();
  }

  /** The names in the order of the values; empty where the row is no such list. */
  List<Attached> read() {
    int first = named.start();
    int last = named.end();
    if (!named.between(first, last).isEmpty()) {
      return runs();
    }
    List<ArmNames.Naming> behind =
        NamedRow.distinct(named.between(last, named.nextStatement(last)));
    boolean its = !behind.isEmpty() && !opensClause(last, behind.get(0));
    List<ArmNames.Naming> ahead = NamedRow.distinct(named.between(from, first));
    if (its && behind.size() == row.size()) {
      return attached(behind, "list behind the values, in order");
    }
    if (behind.isEmpty() && ahead.size() == row.size()) {
      return attached(ahead, "list ahead of the values, in order");
    }
    List<ArmNames.Naming> end = ahead.isEmpty() && behind.isEmpty() ? atEnd() : List.of();
    if (end.size() == row.size()) {
      return attached(end, "list at the end of the sentence, in order");
    }
    return repeated(its ? behind : behind.isEmpty() && !ahead.isEmpty() ? ahead : end);
  }

  /** The names behind the last value of the sentence, where they are told for all rows. */
  private List<ArmNames.Naming> atEnd() {
    int last = named.all().stream().mapToInt(Statement::end).max().orElse(named.end());
    return NamedRow.distinct(named.between(last, named.sentence().end()));
  }

  /**
   * More values than names: {@code 66% and 64% versus 12% and 7%} has a run of each arm, {@code 5%
   * vs 7% and 8% vs 9%} the arms in turns.
   */
  private List<Attached> repeated(List<ArmNames.Naming> some) {
    int k = some.size();
    int n = row.size();
    if (k < 2 || n <= k || n % k != 0) {
      return List.of();
    }
    int each = n / k;
    boolean runs = true;
    boolean turns = true;
    for (int i = 1; i < n; i++) {
      boolean against = named.setAgainst(row.get(i - 1), row.get(i));
      runs &= against == (i % each == 0);
      turns &= against == (i % k != 0);
    }
    if (runs == turns) {
      return List.of();
    }
    List<Attached> found = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      found.add(Attached.of(some.get(runs ? i / each : i % k), "more values than arms, in order"));
    }
    return found;
  }

  /** Whether the names behind belong to what is said next. */
  private boolean opensClause(int last, ArmNames.Naming name) {
    return OPENS_CLAUSE.matcher(named.text().substring(last, name.start())).matches();
  }

  /** Values without a name between them share one: all names behind their runs, or all ahead. */
  private List<Attached> runs() {
    List<List<Statement>> runs = new ArrayList<>();
    for (Statement value : row) {
      List<Statement> run = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
      boolean same =
          !run.isEmpty() && named.between(run.get(run.size() - 1).end(), value.start()).isEmpty();
      if (same && !named.setAgainst(run.get(run.size() - 1), value)) {
        run.add(value);
      } else if (same) {
        return List.of();
      } else {
        runs.add(new ArrayList<>(List.of(value)));
      }
    }
    boolean each = runs.stream().allMatch(run -> run.size() == runs.get(0).size());
    if (runs.size() < 2 || !each || runs.get(0).size() < 2) {
      return List.of();
    }
    List<Attached> found = new ArrayList<>();
    boolean behind = !named.between(named.end(), named.nextStatement(named.end())).isEmpty();
    for (int i = 0; i < runs.size(); i++) {
      List<Statement> run = runs.get(i);
      int end = run.get(run.size() - 1).end();
      int from = behind ? end : i == 0 ? named.sentence().start() : lastEnd(runs.get(i - 1));
      int to =
          behind
              ? i + 1 < runs.size() ? runs.get(i + 1).get(0).start() : named.nextStatement(end)
              : run.get(0).start();
      List<ArmNames.Naming> its = named.between(from, to);
      if (its.isEmpty()) {
        return List.of();
      }
      ArmNames.Naming name = behind ? its.get(0) : its.get(its.size() - 1);
      run.forEach(value -> found.add(Attached.of(name, "run of values of one arm")));
    }
    boolean different = found.stream().map(one -> one.arm().id()).distinct().count() == runs.size();
    return different ? found : List.of();
  }

  private static int lastEnd(List<Statement> run) {
    return run.get(run.size() - 1).end();
  }

  private static List<Attached> attached(List<ArmNames.Naming> some, String why) {
    return some.stream().map(name -> Attached.of(name, why)).toList();
  }
}
