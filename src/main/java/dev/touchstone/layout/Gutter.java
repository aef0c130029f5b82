package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The white space between two columns of running text.
 *
 * @param left its left edge
 * @param right its right edge
 */
record Gutter(double left, double right, double textLeft, double textRight) {

  /** How many lines may cross a gutter, as shares of those that cross a usual place. */
  private static final double[] SHARES = {0.02, 0.1, 0.2, 0.35, 0.5, 0.62};

  private static final int FEWEST_BESIDE = 4;
  private static final double NEAR = 3;
  private static final double NARROWEST = 7;
  private static final double NARROWEST_COLUMN = 80;

  /** Lines of a text that is set in columns, and those that stand across. */
  record Sides(List<Line> left, List<Line> right, List<Line> across) {}

  double middle() {
    return (left + right) / 2;
  }

  boolean beside(Box box) {
    return box.x() >= middle() || box.x() + box.width() <= middle();
  }

  boolean crossedBy(Rule rule) {
    return rule.x1() < left && rule.x2() > right && rule.length() > 0.6 * (textRight - textLeft);
  }

  /** The gutter of a text set in two columns or more; null if there is one column only. */
  static @Nullable Gutter find(List<Line> lines) {
    if (lines.size() < 6) {
      return null;
    }
    double from = lines.stream().mapToDouble(Line::left).min().orElse(0);
    double to = lines.stream().mapToDouble(Line::right).max().orElse(0);
    int bins = (int) Math.ceil(to - from) + 1;
    if (bins < 2 * NARROWEST_COLUMN || bins > 20_000) {
      return null;
    }
    int[] covered = new int[bins];
    for (Line line : lines) {
      for (Line phrase : line.phrases(0.55 * line.size())) {
        int first = Math.max(0, (int) Math.floor(phrase.left() - from));
        int last = Math.min(bins - 1, (int) Math.ceil(phrase.right() - from));
        for (int i = first; i <= last; i++) {
          covered[i]++;
        }
      }
    }
    int[] sorted = covered.clone();
    Arrays.sort(sorted);
    int usual = sorted[bins * 6 / 10];
    Gutter best = null;
    double bestScore = 0;
    for (double share : SHARES) {
      for (Gutter candidate : valleys(covered, (int) (share * usual), from, to)) {
        double score = candidate.tight(lines).score(lines);
        if (score > bestScore) {
          bestScore = score;
          best = candidate.tight(lines);
        }
      }
    }
    return best;
  }

  /**
   * Whether a page with too little running text to show its columns is set in those of the others:
   * lines stand on both sides, beside one another, and begin where the columns do.
   */
  boolean parts(List<Line> lines) {
    Sides sides = part(lines);
    if (Math.min(sides.left().size(), sides.right().size()) < FEWEST_BESIDE
        || !sideBySide(sides)
        || starting(sides.right(), right) < FEWEST_BESIDE
        || starting(sides.left(), textLeft) < FEWEST_BESIDE) {
      return false;
    }
    double top = Math.max(top(sides.left()), top(sides.right()));
    double bottom = Math.min(bottom(sides.left()), bottom(sides.right()));
    long between =
        sides.across().stream().filter(l -> l.top() >= top && l.bottom() <= bottom).count();
    return between * 8 <= sides.left().size() + sides.right().size();
  }

  private static long starting(List<Line> lines, double left) {
    return lines.stream().filter(line -> Math.abs(line.left() - left) < NEAR).count();
  }

  /** The gutter in the same place on most of the pages with running text; null if there is none. */
  static @Nullable Gutter common(List<Sheet> sheets) {
    List<Gutter> found = new ArrayList<>();
    int pages = 0;
    for (Sheet sheet : sheets) {
      if (sheet.lines().size() > 15) {
        pages++;
        Gutter gutter = find(sheet.lines());
        if (gutter != null) {
          found.add(gutter);
        }
      }
    }
    Gutter best = null;
    long most = 0;
    for (int i = 0; i < Math.min(found.size(), 40); i++) {
      double middle = found.get(i).middle();
      long same = found.stream().filter(g -> Math.abs(g.middle() - middle) < 8).count();
      if (same > most) {
        most = same;
        best = found.get(i);
      }
    }
    return most * 2 >= pages ? best : null;
  }

  /** Stretches that at most so many lines cross, without the margins. */
  private static List<Gutter> valleys(int[] covered, int most, double from, double to) {
    List<Gutter> found = new ArrayList<>();
    int i = (int) NARROWEST_COLUMN;
    int end = covered.length - (int) NARROWEST_COLUMN;
    while (i < end) {
      int start = i;
      while (i < end && covered[i] <= most) {
        i++;
      }
      if (i - start >= NARROWEST) {
        found.add(new Gutter(from + start, from + i, from, to));
      }
      i++;
    }
    return found;
  }

  /** The same gutter up to the words on both sides of it. */
  private Gutter tight(List<Line> lines) {
    double end = textLeft;
    double start = textRight;
    for (Line line : lines) {
      double before = Double.NEGATIVE_INFINITY;
      double behind = Double.POSITIVE_INFINITY;
      boolean crossed = false;
      for (Word word : line.words()) {
        crossed |= word.left() < middle() && word.right() > middle();
        if (word.right() <= middle()) {
          before = Math.max(before, word.right());
        } else if (word.left() >= middle()) {
          behind = Math.min(behind, word.left());
        }
      }
      if (!crossed && behind - before > 0.8 * line.size()) {
        end = Math.max(end, before);
        start = Math.min(start, behind);
      }
    }
    return start - end < NARROWEST || start < middle() || end > middle()
        ? this
        : new Gutter(end, start, textLeft, textRight);
  }

  /** How much running text stands on both sides; 0 if it is no gutter. */
  private double score(List<Line> lines) {
    Sides sides = part(lines);
    if (!isProse(sides.left(), left - textLeft)
        || !isProse(sides.right(), textRight - right)
        || !sideBySide(sides)) {
      return 0;
    }
    double columns = Math.min(sides.left().size(), sides.right().size());
    return columns * Math.min(12, right - left) / (1 + 0.4 * sides.across().size());
  }

  private static boolean sideBySide(Sides sides) {
    double top = Math.max(top(sides.left()), top(sides.right()));
    double bottom = Math.min(bottom(sides.left()), bottom(sides.right()));
    long left = sides.left().stream().filter(l -> l.top() >= top && l.bottom() <= bottom).count();
    long right = sides.right().stream().filter(l -> l.top() >= top && l.bottom() <= bottom).count();
    return Math.min(left, right) >= 2 && bottom > top;
  }

  private static double top(List<Line> lines) {
    return lines.stream().mapToDouble(Line::top).min().orElse(0) - 1;
  }

  private static double bottom(List<Line> lines) {
    return lines.stream().mapToDouble(Line::bottom).max().orElse(0) + 1;
  }

  private static boolean isProse(List<Line> lines, double width) {
    if (lines.size() < 4) {
      return false;
    }
    double widest = lines.stream().mapToDouble(Line::width).max().orElse(width);
    int filling = 0;
    int words = 0;
    for (Line line : lines) {
      filling += line.width() > 0.7 * Math.min(widest, width) && line.words().size() > 2 ? 1 : 0;
      words += line.words().size();
    }
    return filling * 10 >= lines.size() * 4 && words >= 3.2 * lines.size() && widest > 0.5 * width;
  }

  /** Parts the lines at the gutter. */
  Sides part(List<Line> lines) {
    List<Line> leftLines = new ArrayList<>();
    List<Line> rightLines = new ArrayList<>();
    List<Line> across = new ArrayList<>();
    for (Line line : lines) {
      List<Word> before = new ArrayList<>();
      List<Word> behind = new ArrayList<>();
      for (Word word : line.words()) {
        (word.centre() < middle() ? before : behind).add(word);
      }
      if (behind.isEmpty() && line.right() < right) {
        leftLines.add(line);
      } else if (before.isEmpty() && line.left() > left) {
        rightLines.add(line);
      } else if (!before.isEmpty() && !behind.isEmpty() && parted(before, behind)) {
        leftLines.add(new Line(line.page(), before));
        rightLines.add(new Line(line.page(), behind));
      } else {
        across.add(line);
      }
    }
    joinNeighbours(leftLines, rightLines, across);
    across.sort(Comparator.comparingDouble(Line::baseline));
    return new Sides(leftLines, rightLines, across);
  }

  private boolean parted(List<Word> before, List<Word> behind) {
    double end = before.get(before.size() - 1).right();
    double start = behind.get(0).left();
    return start - end > Math.max(0.7 * (right - left), 0.6 * before.get(0).size());
  }

  /** The short last line of a title or paragraph across goes with the lines above it. */
  private static void joinNeighbours(List<Line> left, List<Line> right, List<Line> across) {
    for (int i = 0; i < across.size() && i < 500; i++) {
      Line whole = across.get(i);
      Line next = null;
      for (Line line : left) {
        double step = line.baseline() - whole.baseline();
        if (step > 0.5 * line.size()
            && step < 1.6 * line.size()
            && Math.abs(line.size() - whole.size()) < 0.05 * line.size()
            && line.allBold() == whole.allBold()
            && right.stream()
                .noneMatch(r -> Math.abs(r.baseline() - line.baseline()) < 0.6 * line.size())) {
          next = line;
        }
      }
      if (next != null) {
        left.remove(next);
        across.add(next);
      }
    }
  }
}
