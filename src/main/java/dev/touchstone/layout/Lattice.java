package dev.touchstone.layout;

import dev.touchstone.document.Box;
import dev.touchstone.document.Reading.Carrier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rules that cross or meet: the frame of a box, or the grid of a table. */
final class Lattice {

  private static final double SNAP = 2.5;

  /** Two lines nearer than this are the two strokes of a double line. */
  private static final double NARROW = 4.0;

  private final Box box;
  private final double[] xs;
  private final double[] ys;
  private final boolean[][] below;
  private final boolean[][] beside;

  private Lattice(List<Rule> across, List<Rule> down) {
    Box bounds = Ruling.bounds(across).cover(Ruling.bounds(down));
    this.box = bounds;
    this.xs = positions(down, bounds.x(), bounds.x() + bounds.width());
    this.ys = positions(across, bounds.y(), bounds.y() + bounds.height());
    this.below = new boolean[rows()][cols()];
    this.beside = new boolean[rows()][cols()];
    for (Rule rule : across) {
      int line = nearest(ys, rule.at());
      for (int j = 0; j < cols(); j++) {
        if (line > 0 && covers(rule.x1(), rule.x2(), xs[j], xs[j + 1])) {
          below[line - 1][j] = true;
        }
      }
    }
    for (Rule rule : down) {
      int line = nearest(xs, rule.at());
      for (int i = 0; i < rows(); i++) {
        if (line > 0 && covers(rule.y1(), rule.y2(), ys[i], ys[i + 1])) {
          beside[i][line - 1] = true;
        }
      }
    }
  }

  /** All groups of rules of a page that hang together and run both ways. */
  static List<Lattice> of(Ruling ruling) {
    List<Rule> all = new ArrayList<>(ruling.horizontal());
    int acrossCount = all.size();
    all.addAll(ruling.vertical());
    int[] group = new int[all.size()];
    Arrays.setAll(group, i -> i);
    List<Integer> byY = new ArrayList<>();
    for (int i = 0; i < acrossCount; i++) {
      byY.add(i);
    }
    byY.sort(Comparator.comparingDouble(i -> all.get(i).at()));
    double[] heights = byY.stream().mapToDouble(i -> all.get(i).at()).toArray();
    for (int v = acrossCount; v < all.size(); v++) {
      Rule down = all.get(v);
      int from = firstFrom(heights, down.y1() - SNAP);
      for (int k = from; k < heights.length && heights[k] <= down.y2() + SNAP; k++) {
        Rule across = all.get(byY.get(k));
        if (across.x1() - SNAP <= down.at() && down.at() <= across.x2() + SNAP) {
          join(group, v, byY.get(k));
        }
      }
    }
    List<List<Rule>> acrossOf = new ArrayList<>();
    List<List<Rule>> downOf = new ArrayList<>();
    int[] index = new int[all.size()];
    Arrays.fill(index, -1);
    for (int i = 0; i < all.size(); i++) {
      int root = find(group, i);
      if (index[root] < 0) {
        index[root] = acrossOf.size();
        acrossOf.add(new ArrayList<>());
        downOf.add(new ArrayList<>());
      }
      (i < acrossCount ? acrossOf : downOf).get(index[root]).add(all.get(i));
    }
    List<Lattice> found = new ArrayList<>();
    for (int i = 0; i < acrossOf.size(); i++) {
      if (acrossOf.get(i).size() + downOf.get(i).size() > 2
          && !acrossOf.get(i).isEmpty()
          && !downOf.get(i).isEmpty()) {
        found.add(new Lattice(acrossOf.get(i), downOf.get(i)));
      }
    }
    return found;
  }

  private static int firstFrom(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int find(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    for (int at = i; group[at] != root; ) {
      int next = group[at];
      group[at] = root;
      at = next;
    }
    return root;
  }

  private static void join(int[] group, int a, int b) {
    group[find(group, a)] = find(group, b);
  }

  private static double[] positions(List<Rule> rules, double low, double high) {
    double[] sorted = rules.stream().mapToDouble(Rule::at).sorted().toArray();
    List<Double> distinct = new ArrayList<>();
    distinct.add(low);
    for (double at : sorted) {
      if (at - distinct.get(distinct.size() - 1) > NARROW && high - at > NARROW) {
        distinct.add(at);
      }
    }
    distinct.add(high);
    return distinct.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int nearest(double[] positions, double at) {
    int best = 0;
    for (int i = 1; i < positions.length; i++) {
      if (Math.abs(positions[i] - at) < Math.abs(positions[best] - at)) {
        best = i;
      }
    }
    return best;
  }

  private static boolean covers(double from, double to, double low, double high) {
    return Math.min(to, high) - Math.max(from, low) > 0.6 * (high - low);
  }

  Box box() {
    return box;
  }

  int rows() {
    return ys.length - 1;
  }

  int cols() {
    return xs.length - 1;
  }

  double[] xs() {
    return xs.clone();
  }

  double[] ys() {
    return ys.clone();
  }

  /** Whether it is a frame around something, with nothing divided inside. */
  boolean frame() {
    return rows() == 1 && cols() == 1;
  }

  /** The cells with the words that stand in them. */
  Grid grid(int page, List<Line> inside, int[] fills) {
    int[][] owner = new int[rows()][cols()];
    List<int[]> cells = merged(owner);
    List<List<Line>> content = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      content.add(new ArrayList<>());
    }
    for (Line line : inside) {
      int row = slot(ys, line.middle());
      List<Word> open = new ArrayList<>();
      int openCell = -1;
      for (Word word : line.words()) {
        int cell = owner[row][slot(xs, word.centre())];
        if (cell != openCell && !open.isEmpty()) {
          content.get(openCell).add(new Line(page, open));
          open = new ArrayList<>();
        }
        openCell = cell;
        open.add(word);
      }
      content.get(openCell).add(new Line(page, open));
    }
    List<GridCell> found = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int[] at = cells.get(i);
      found.add(new GridCell(at[0], at[1], at[2] - at[0] + 1, at[3] - at[1] + 1, content.get(i)));
    }
    return GridTrimmer.trim(
        BandSplitter.split(
            ColumnSplitter.split(
                new Grid(page, box, rows(), cols(), found, fills, xs, Carrier.RULED))));
  }

  private static int slot(double[] positions, double at) {
    int slot = 0;
    while (slot < positions.length - 2 && at > positions[slot + 1]) {
      slot++;
    }
    return slot;
  }

  /** Rectangles {top, left, bottom, right} of fields that no rule divides. */
  private List<int[]> merged(int[][] owner) {
    for (int[] row : owner) {
      Arrays.fill(row, -1);
    }
    List<int[]> cells = new ArrayList<>();
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < cols(); j++) {
        if (owner[i][j] >= 0) {
          continue;
        }
        int right = j;
        while (right + 1 < cols() && !beside[i][right] && owner[i][right + 1] < 0) {
          right++;
        }
        int bottom = i;
        while (bottom + 1 < rows() && open(bottom, j, right, owner)) {
          bottom++;
        }
        for (int r = i; r <= bottom; r++) {
          Arrays.fill(owner[r], j, right + 1, cells.size());
        }
        cells.add(new int[] {i, j, bottom, right});
      }
    }
    return cells;
  }

  /** Whether the next row has the same field without a rule between or inside. */
  private boolean open(int row, int left, int right, int[][] owner) {
    for (int j = left; j <= right; j++) {
      if (below[row][j] || owner[row + 1][j] >= 0 || j < right && beside[row + 1][j]) {
        return false;
      }
    }
    return (left == 0 || beside[row + 1][left - 1])
        && (right == cols() - 1 || beside[row + 1][right]);
  }
}
