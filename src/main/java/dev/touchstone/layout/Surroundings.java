package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the caption above and the notes below a table that stands across the columns with it, where
 * they are too short to stand across themselves.
 */
final class Surroundings {

  private static final double NEAR = 2.2;
  private static final int MOST = 5;

  private Surroundings() {}

  /**
   * @param sides lines that belong to the table are moved to those across
   */
  static void takeAcross(Gutter.Sides sides, Grid table) {
    move(sides, caption(sides, table));
    move(sides, notes(sides, table));
  }

  private static void move(Gutter.Sides sides, List<Line> lines) {
    sides.left().removeAll(lines);
    sides.across().addAll(lines);
    sides.across().sort(Comparator.comparingDouble(Line::baseline));
  }

  private static List<Line> caption(Gutter.Sides sides, Grid table) {
    List<Line> above = new ArrayList<>(sides.left());
    above.addAll(sides.across());
    above.removeIf(line -> line.baseline() > table.box().y() + 2);
    above.sort(Comparator.comparingDouble(line -> -line.baseline()));
    List<Line> found = new ArrayList<>();
    double top = table.box().y();
    for (Line line : above) {
      if (found.size() == MOST
          || top - line.baseline() > NEAR * line.size()
          || beside(sides, line)) {
        return List.of();
      }
      found.add(line);
      top = line.top();
      if (Labels.isTable(line)) {
        return found.stream().filter(sides.left()::contains).toList();
      }
    }
    return List.of();
  }

  private static List<Line> notes(Gutter.Sides sides, Grid table) {
    double end = table.box().y() + table.box().height();
    double usual =
        sides.left().stream()
            .mapToDouble(Line::size)
            .sorted()
            .skip(sides.left().size() / 2)
            .findFirst()
            .orElse(0);
    List<Line> below = new ArrayList<>(sides.left());
    below.addAll(sides.across());
    below.removeIf(line -> line.baseline() < end - 1);
    below.sort(Comparator.comparingDouble(Line::baseline));
    List<Line> found = new ArrayList<>();
    double bottom = end;
    for (Line line : below) {
      boolean small = line.size() < 0.93 * usual;
      if (!small || line.top() - bottom > NEAR * line.size() || beside(sides, line)) {
        break;
      }
      found.add(line);
      bottom = line.bottom();
    }
    return found.stream().filter(sides.left()::contains).toList();
  }

  private static boolean beside(Gutter.Sides sides, Line line) {
    return sides.right().stream()
        .anyMatch(other -> Math.abs(other.baseline() - line.baseline()) < 0.7 * line.size());
  }
}
