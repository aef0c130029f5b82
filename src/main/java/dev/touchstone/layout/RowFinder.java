package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where the rows of a table end when no rule tells: lines of one cell stand closer together
 * than those of two rows, or, where all stand alike, a line that goes on from the one above leaves
 * most of its columns empty.
 */
final class RowFinder {

  /** A base line of the table: what stands on it, by column. */
  private static final class Row {
    final double top;
    final double bottom;
    final double baseline;
    final double size;
    final List<Line>[] cells;
    int filled;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Row(Line line, int cols) {
      top = line.top();
      bottom = line.bottom();
      baseline = line.baseline();
      size = line.size();
      cells = new List[cols];
      for (int i = 0; i < cols; i++) {
        cells[i] = List.of();
      }
    }

    boolean has(int col) {
      return !cells[col].isEmpty();
    }

    boolean subsetOf(Row other) {
      for (int i = 0; i < cells.length; i++) {
        if (has(i) && !other.has(i)) {
          return false;
        }
      }
      return true;
    }

    boolean disjoint(Row other) {
      for (int i = 0; i < cells.length; i++) {
        if (has(i) && other.has(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Lines looser than this, in multiples of their size, are no lines of one paragraph. */
  private static final double LOOSE = 1.5;

  private final double[] xs;
  private final List<Row> rows = new ArrayList<>();
  private final boolean single;

  private RowFinder(List<Line> lines, double[] xs) {
    this.xs = xs;
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(Line::baseline));
    for (Line line : sorted) {
      Row row = new Row(line, xs.length - 1);
      for (Line phrase : line.phrases(0.7 * line.size())) {
        int first = Columns.slot(xs, phrase.left() + 1);
        int last = Columns.slot(xs, phrase.right() - 1);
        for (int i = first; i <= last; i++) {
          if (row.cells[i].isEmpty()) {
            row.cells[i] = new ArrayList<>();
            row.filled++;
          }
          row.cells[i].add(phrase);
        }
      }
      rows.add(row);
    }
    this.single = rows.size() < 2;
  }

  /**
   * Heights between the rows, from top to bottom.
   *
   * @param lines of one band of the table, between two rules
   * @param xs the edges of the columns
   * @param header whether they name the columns, so that each has one name of one or more lines
   */
  static List<Double> separators(List<Line> lines, double[] xs, boolean header) {
    RowFinder finder = new RowFinder(lines, xs);
    if (finder.single) {
      return List.of();
    }
    double tight = finder.tightPitch();
    boolean[] joined;
    if (header) {
      joined = finder.joinNames();
    } else {
      joined = finder.wrapsShow(tight) ? finder.joinTight(tight) : finder.joinContinuations();
    }
    List<Double> between = new ArrayList<>();
    for (int i = 0; i + 1 < finder.rows.size(); i++) {
      if (!joined[i]) {
        Row above = finder.rows.get(i);
        Row below = finder.rows.get(i + 1);
        between.add((Math.max(above.bottom, above.baseline) + below.top) / 2);
      }
    }
    return between;
  }

  /** The smallest distance that lines of one cell have here. */
  private double tightPitch() {
    double least = Double.MAX_VALUE;
    for (int col = 0; col < xs.length - 1; col++) {
      Row above = null;
      for (Row row : rows) {
        if (!row.has(col)) {
          continue;
        }
        if (above != null) {
          double pitch = (row.baseline - above.baseline) / Math.max(row.size, above.size);
          if (pitch > 0.85) {
            least = Math.min(least, pitch);
          }
        }
        above = row;
      }
    }
    return least;
  }

  /** Whether there are two distances, and the smaller one is that of lines within a cell. */
  private boolean wrapsShow(double tight) {
    if (tight > LOOSE) {
      return false;
    }
    int close = 0;
    int partial = 0;
    int wide = 0;
    Row head = rows.get(0);
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row above = rows.get(i);
      Row below = rows.get(i + 1);
      double pitch = (below.baseline - above.baseline) / Math.max(above.size, below.size);
      if (pitch < 0.85) {
        continue;
      }
      if (pitch <= tight * 1.13) {
        close++;
        boolean part = below.filled < head.filled && below.subsetOf(above);
        boolean first = above.filled < below.filled && above.subsetOf(below);
        partial += part || first || below.filled == 1 ? 1 : 0;
      } else {
        wide++;
        head = below;
      }
    }
    return close > 0 && wide > 0 && partial * 2 >= close;
  }

  /** Names of columns go on over several lines, unless a line names several columns together. */
  private boolean[] joinNames() {
    boolean[] joined = new boolean[rows.size()];
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row above = rows.get(i);
      Row below = rows.get(i + 1);
      double pitch = (below.baseline - above.baseline) / Math.max(above.size, below.size);
      joined[i] = pitch < LOOSE && !namesSeveral(above, below);
    }
    return joined;
  }

  /** Whether a phrase of the upper line stands over several phrases of the lower. */
  private boolean namesSeveral(Row above, Row below) {
    for (int col = 0; col < xs.length - 1; col++) {
      for (Line upper : above.cells[col]) {
        int under = 0;
        Line before = null;
        for (int other = 0; other < xs.length - 1; other++) {
          for (Line lower : below.cells[other]) {
            double shared =
                Math.min(upper.right(), lower.right()) - Math.max(upper.left(), lower.left());
            if (lower != before && shared > 0) {
              under++;
            }
            before = lower;
          }
        }
        if (under > 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cells of lines that stand close; rows end where no cell crosses. */
  private boolean[] joinTight(double tight) {
    boolean[] joined = new boolean[rows.size()];
    for (int col = 0; col < xs.length - 1; col++) {
      int above = -1;
      for (int i = 0; i < rows.size(); i++) {
        if (!rows.get(i).has(col)) {
          continue;
        }
        if (above >= 0) {
          Row before = rows.get(above);
          Row row = rows.get(i);
          double pitch = (row.baseline - before.baseline) / Math.max(row.size, before.size);
          if (pitch <= tight * 1.13) {
            Arrays.fill(joined, above, i, true);
          }
        }
        above = i;
      }
    }
    joinOverlapping(joined);
    return joined;
  }

  /** Base lines nearer than a line's height belong to one row whose cells are set off. */
  private void joinOverlapping(boolean[] joined) {
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row above = rows.get(i);
      Row below = rows.get(i + 1);
      double pitch = (below.baseline - above.baseline) / Math.max(above.size, below.size);
      if (pitch < 0.85) {
        joined[i] = true;
      }
    }
  }

  private boolean[] joinContinuations() {
    boolean[] joined = new boolean[rows.size()];
    joinOverlapping(joined);
    for (int i = 0; i + 1 < rows.size(); i++) {
      if (!joined[i] && continues(rows.get(i), rows.get(i + 1))) {
        joined[i] = true;
      }
    }
    return joined;
  }

  private boolean continues(Row above, Row below) {
    double pitch = (below.baseline - above.baseline) / Math.max(above.size, below.size);
    if (pitch > LOOSE || below.filled >= above.filled && above.filled > 1) {
      return false;
    }
    // Each of its words must go on from a line that was full.
    for (int col = 0; col < xs.length - 1; col++) {
      if (!below.has(col)) {
        continue;
      }
      if (!above.has(col)) {
        return false;
      }
      Line upper = above.cells[col].get(above.cells[col].size() - 1);
      Line lower = below.cells[col].get(0);
      double room = xs[col + 1] - upper.right();
      boolean full = room < lower.first().width() + 0.8 * lower.size();
      boolean lowerCase = Character.isLowerCase(lower.text().charAt(0));
      if (!full && !lowerCase || isFigure(lower.text()) || opensItem(upper, lower)) {
        return false;
      }
    }
    return below.filled == 1 || below.filled * 2 <= above.filled;
  }

  /** Whether a line is set so that it cannot go on from the one above: bolder, or further left. */
  private static boolean opensItem(Line upper, Line lower) {
    boolean outdented =
        lower.left() < upper.left() - 0.3 * lower.size()
            && Math.abs(lower.left() + lower.right() - upper.left() - upper.right()) > 2
            && Math.abs(lower.right() - upper.right()) > 1;
    return outdented
        || lower.allBold() != upper.allBold()
        || upper.text().endsWith(":") && Character.isUpperCase(lower.text().charAt(0));
  }

  static boolean isFigure(String text) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits > 0 && letters <= digits;
  }
}
