package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the columns of a table by the white space between them. */
final class Columns {

  /** Words nearer than this, in multiples of their size, stand in one column. */
  static final double PHRASE = 0.7;

  private Columns() {}

  /** The index of the column that holds a position. */
  static int slot(double[] xs, double at) {
    int slot = 0;
    while (slot < xs.length - 2 && at > xs[slot + 1]) {
      slot++;
    }
    return slot;
  }

  /**
   * The edges of the columns, the outer ones included.
   *
   * @param lines those of the table, each on its base line
   */
  static double[] edges(List<Line> lines, double left, double right) {
    int bins = (int) Math.ceil(right - left) + 1;
    int[] covered = new int[bins];
    int[] starts = new int[bins];
    int rows = 0;
    for (Line line : lines) {
      List<Line> phrases = line.phrases(PHRASE * line.size());
      if (phrases.size() < 2) {
        continue;
      }
      rows++;
      for (Line phrase : phrases) {
        int from = Math.max(0, (int) Math.floor(phrase.left() - left + 0.3));
        int to = Math.min(bins, (int) Math.ceil(phrase.right() - left - 0.3));
        for (int i = from; i < to; i++) {
          covered[i]++;
        }
        starts[Math.min(bins - 1, from)]++;
      }
    }
    List<Double> edges = new ArrayList<>();
    edges.add(left);
    // Headings over several columns may cross a gap; words of the rows may not.
    int allowed = rows < 4 ? 0 : rows < 8 ? 1 : Math.max(2, rows / 6);
    int i = firstCovered(covered, allowed);
    while (i < bins) {
      while (i < bins && covered[i] > allowed) {
        i++;
      }
      int gap = i;
      while (i < bins && covered[i] <= allowed) {
        i++;
      }
      if (i < bins && i - gap >= 2) {
        int least = Arrays.stream(covered, gap, i).min().orElse(0);
        int from = gap;
        int bestFrom = gap;
        int bestLength = 0;
        for (int k = gap; k <= i; k++) {
          if (k == i || covered[k] > least) {
            if (k - from > bestLength) {
              bestLength = k - from;
              bestFrom = from;
            }
            from = k + 1;
          }
        }
        edges.add(left + bestFrom + bestLength / 2.0);
      }
    }
    edges.add(right);
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int firstCovered(int[] covered, int allowed) {
    int i = 0;
    while (i < covered.length && covered[i] <= allowed) {
      i++;
    }
    return i;
  }
}
