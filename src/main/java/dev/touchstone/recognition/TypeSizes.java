package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The few sizes of type that a document is set in. A size measured in pixels is off by some
 * percent; it is taken for the size that stands next to it.
 */
final class TypeSizes {

  private static final double SAME = 0.07;
  private static final double NEAR = 0.11;

  private static final class Size {
    final double points;
    final int weight;

    Size(double points, int weight) {
      this.points = points;
      this.weight = weight;
    }
  }

  private final List<Double> known = new ArrayList<>();
  private final List<Size> measured = new ArrayList<>();

  void add(double points, int characters) {
    measured.add(new Size(points, characters));
  }

  /** Ends a page: what it has that no page before had becomes a size of its own. */
  void learn() {
    List<Size> left = new ArrayList<>(measured);
    left.removeIf(size -> known.stream().anyMatch(it -> near(size.points, it, SAME)));
    while (!left.isEmpty()) {
      Size heaviest =
          left.stream()
              .max(
                  Comparator.comparingInt((Size size) -> around(left, size.points))
                      .thenComparing(size -> -size.points))
              .orElseThrow();
      List<Size> same =
          left.stream().filter(size -> near(size.points, heaviest.points, SAME)).toList();
      double sum = 0;
      int weight = 0;
      for (Size size : same) {
        sum += size.points * size.weight;
        weight += size.weight;
      }
      known.add(Math.round(2 * sum / weight) / 2.0);
      left.removeAll(same);
      double added = known.get(known.size() - 1);
      // Few characters say little of their size.
      left.removeIf(
          size ->
              near(size.points, added, SAME) || size.weight < 12 && near(size.points, added, NEAR));
    }
    measured.clear();
  }

  private static int around(List<Size> sizes, double points) {
    return sizes.stream()
        .filter(size -> near(size.points, points, SAME))
        .mapToInt(size -> size.weight)
        .sum();
  }

  double nearest(double points) {
    return known.stream()
        .min(
            Comparator.comparingDouble((Double size) -> Math.abs(Math.log(size / points)))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(points);
  }

  private static boolean near(double one, double other, double share) {
    return Math.abs(one - other) < share * other;
  }
}
