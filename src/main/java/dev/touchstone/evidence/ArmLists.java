package dev.touchstone.evidence;

import dev.touchstone.mention.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows of values whose arms stand in a list of their own: {@code 5.1 and 4.9 months for A and B},
 * {@code A and B (61% vs 46%)}; and rows in which each arm has a run of values: {@code 6.0 and 5.9
 * with A and 4.8 and 4.6 with B}.
 */
final class ArmLists {

  private static final Pattern VERSUS =
      Pattern.compile(
          "(?is).*(?<![\\p{L}])(?:versus|vs\\.?|v\\.?|compared|against|than|respectively)(?![\\p{L}]).*");
  private static final Pattern FROM_TO = Pattern.compile("(?is)[^,;()]{0,16}\\bto\\s[^,;()]{0,20}");

  private final String text;
  private final Sentence sentence;
  private final List<Statement> row;
  private final List<Statement> all;
  private final List<ArmNames.Naming> names;

  ArmLists(
      String text,
      Sentence sentence,
      List<Statement> row,
      List<Statement> all,
      List<ArmNames.Naming> names) {
    this.text = text;
    this.sentence = sentence;
    this.row = row;
    this.all = all;
    this.names = names;
  }

  /** The names in the order of the values; empty where the row is no such list. */
  List<Attached> read() {
    int n = row.size();
    int first = row.get(0).start();
    int last = row.get(n - 1).end();
    List<ArmNames.Naming> within = between(first, last);
    if (!within.isEmpty()) {
      return runs();
    }
    List<ArmNames.Naming> behind = distinct(between(last, nextStatement(last)));
    if (behind.size() == n && !opensClause(last, behind.get(0))) {
      return attached(behind, "list behind the values, in order");
    }
    List<ArmNames.Naming> ahead = distinct(between(sentence.start(), first));
    if (ahead.size() == n && behind.isEmpty()) {
      return attached(ahead, "list ahead of the values, in order");
    }
    return List.of();
  }

  /** Whether the names behind belong to what is said next. */
  private boolean opensClause(int last, ArmNames.Naming name) {
    return text.substring(last, name.start())
        .matches("(?is).*(?:;|\\b(?:while|whereas|but|although|with a|leading to)\\b).*");
  }

  private int nextStatement(int from) {
    return all.stream()
        .filter(other -> other.start() >= from && !other.compares())
        .mapToInt(Statement::start)
        .min()
        .orElse(sentence.end());
  }

  /** Values without a name between them share one: all names behind their runs, or all ahead. */
  private List<Attached> runs() {
    List<List<Statement>> runs = new ArrayList<>();
    for (Statement value : row) {
      List<Statement> run = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
      boolean same =
          !run.isEmpty() && between(run.get(run.size() - 1).end(), value.start()).isEmpty();
      if (same && !apart(run.get(run.size() - 1), value)) {
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
    boolean behind =
        !between(row.get(row.size() - 1).end(), nextStatement(row.get(row.size() - 1).end()))
            .isEmpty();
    for (int i = 0; i < runs.size(); i++) {
      List<Statement> run = runs.get(i);
      int end = run.get(run.size() - 1).end();
      int from = behind ? end : i == 0 ? sentence.start() : lastEnd(runs.get(i - 1));
      int to =
          behind
              ? i + 1 < runs.size() ? runs.get(i + 1).get(0).start() : nextStatement(end)
              : run.get(0).start();
      List<ArmNames.Naming> its = between(from, to);
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

  /** Whether two values without a name between them are set against each other. */
  private boolean apart(Statement one, Statement other) {
    String gap = text.substring(one.end(), other.start());
    return VERSUS.matcher(gap).matches() && !FROM_TO.matcher(gap).matches();
  }

  private List<ArmNames.Naming> between(int from, int to) {
    return names.stream().filter(name -> name.start() >= from && name.end() <= to).toList();
  }

  private static List<ArmNames.Naming> distinct(List<ArmNames.Naming> some) {
    Map<String, ArmNames.Naming> first = new LinkedHashMap<>();
    some.forEach(name -> first.putIfAbsent(name.arm().id(), name));
    return List.copyOf(first.values());
  }

  private static List<Attached> attached(List<ArmNames.Naming> some, String why) {
    return some.stream().map(name -> Attached.of(name, why)).toList();
  }
}
