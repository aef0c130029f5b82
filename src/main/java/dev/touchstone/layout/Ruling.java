package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rules of a page, pieces of the same line joined. */
record Ruling(List<Rule> horizontal, List<Rule> vertical, List<Joint> joints) {

  /** Where two pieces of a horizontal rule meet: mostly the border between two cells. */
  record Joint(double x, double y) {}

  /** Pieces on the same line within this distance are one rule; dots of a dotted rule too. */
  private static final double JOIN = 3.2;

  private static final double SAME = 1.3;
  private static final double TOUCH = 1.1;

  static Ruling of(List<Rule> rules) {
    List<Rule> across = new ArrayList<>();
    List<Rule> down = new ArrayList<>();
    for (Rule rule : rules) {
      (rule.horizontal() ? across : down).add(rule);
    }
    List<Joint> joints = new ArrayList<>();
    List<Rule> horizontal = joined(across, joints);
    return new Ruling(horizontal, joined(down, new ArrayList<>()), joints);
  }

  private static List<Rule> joined(List<Rule> rules, List<Joint> joints) {
    List<Rule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparingDouble(Rule::at));
    List<Rule> result = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).at() - sorted.get(i - 1).at() > SAME) {
        joinLine(sorted.subList(from, i), result, joints);
        from = i;
      }
    }
    return result;
  }

  private static void joinLine(List<Rule> line, List<Rule> result, List<Joint> joints) {
    List<Rule> sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingDouble(Ruling::start));
    Rule open = null;
    for (Rule rule : sorted) {
      if (open != null && start(rule) - end(open) <= JOIN) {
        if (Math.abs(start(rule) - end(open)) < TOUCH) {
          joints.add(new Joint(start(rule), rule.at()));
        }
        open =
            new Rule(
                Math.min(open.x1(), rule.x1()),
                Math.min(open.y1(), rule.y1()),
                Math.max(open.x2(), rule.x2()),
                Math.max(open.y2(), rule.y2()),
                Math.max(open.thickness(), rule.thickness()));
      } else {
        if (open != null) {
          result.add(open);
        }
        open = rule;
      }
    }
    if (open != null) {
      result.add(open);
    }
  }

  private static double start(Rule rule) {
    return rule.horizontal() ? rule.x1() : rule.y1();
  }

  private static double end(Rule rule) {
    return rule.horizontal() ? rule.x2() : rule.y2();
  }

  /** Without the horizontal rules between two heights that no vertical rule meets. */
  Ruling withoutAcross(double from, double to) {
    List<Rule> kept =
        horizontal.stream()
            .filter(
                rule ->
                    rule.at() <= from
                        || rule.at() >= to
                        || vertical.stream()
                            .anyMatch(v -> v.y1() - 2 < rule.at() && rule.at() < v.y2() + 2))
            .toList();
    return new Ruling(kept, vertical, joints);
  }

  static Box bounds(List<Rule> rules) {
    Box all = null;
    for (Rule rule : rules) {
      Box box = new Box(rule.x1(), rule.y1(), rule.x2() - rule.x1(), rule.y2() - rule.y1());
      all = all == null ? box : all.cover(box);
    }
    return all == null ? new Box(0, 0, 0, 0) : all;
  }
}
