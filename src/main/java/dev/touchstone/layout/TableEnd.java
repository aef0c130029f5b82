package dev.touchstone.layout;

import java.util.List;

/** Tells how many of the lines below a table go on with it, when no rule closes it. */
final class TableEnd {

  /** Lines over several columns that may stand between two rows, as headings of groups do. */
  private static final int MOST_BETWEEN = 2;

  private TableEnd() {}

  /**
   * @param below lines within the width of the table, from top to bottom
   * @param from where the table ends so far
   * @param limit lines below this do not belong to it
   * @param xs edges of the columns; two where they are not known
   * @param size of the table's type; 0 where it is not known
   * @return the bottom of the last line that belongs to it; {@code from} if none does
   */
  static double below(List<Line> below, double from, double limit, double[] xs, double size) {
    double bottom = from;
    double baseline = from;
    double usual = 0;
    int open = 0;
    boolean any = false;
    boolean boldNames = false;
    for (Line line : below) {
      double step = line.baseline() - baseline;
      double most = usual == 0 ? 2.8 * line.size() : Math.max(1.8 * usual, 2.1 * line.size());
      boolean otherSize = size > 0 && (line.size() < 0.9 * size || line.size() > 1.12 * size);
      if (line.middle() > limit || step > most || otherSize || Labels.isAny(line)) {
        break;
      }
      Fit fit = fit(line, xs);
      boolean tight = step < 1.35 * line.size();
      if (fit == Fit.NONE || open >= MOST_BETWEEN && fit == Fit.ONE_PHRASE && !tight) {
        break;
      }
      usual = any ? Math.max(usual, step) : 0;
      any = true;
      baseline = line.baseline();
      boolean wrap = tight && open == 0 && fit == Fit.ONE_PHRASE && (boldNames || !line.allBold());
      if (fit == Fit.ROW) {
        boldNames = phrases(line).get(0).allBold();
      }
      open = fit == Fit.ROW ? 0 : wrap ? 0 : open + 1;
      if (open == 0) {
        bottom = line.bottom() + 1;
      }
    }
    return bottom;
  }

  private enum Fit {
    ROW,
    ONE_PHRASE,
    NONE
  }

  private static Fit fit(Line line, double[] xs) {
    List<Line> phrases = phrases(line);
    if (phrases.size() == 1) {
      boolean inFirst = line.right() < xs[1] + 1 || xs.length == 2;
      boolean starts = line.left() < xs[0] + 2.5 * line.size();
      return inFirst && line.words().size() < 10 || starts && line.words().size() < 14
          ? Fit.ONE_PHRASE
          : xs.length > 2 && within(line, xs) ? Fit.ONE_PHRASE : Fit.NONE;
    }
    if (xs.length == 2) {
      return line.words().size() < 6 * phrases.size() ? Fit.ROW : Fit.NONE;
    }
    int crossing = 0;
    int columns = 0;
    int before = -1;
    for (Line phrase : phrases) {
      int first = Columns.slot(xs, phrase.left() + 1);
      crossing += within(phrase, xs) ? 0 : 1;
      columns += first != before ? 1 : 0;
      before = first;
    }
    boolean apart = crossing == 0 || crossing == 1 && phrases.size() > 3;
    return apart && columns > 1 ? Fit.ROW : Fit.NONE;
  }

  private static List<Line> phrases(Line line) {
    return line.phrases(Columns.PHRASE * line.size());
  }

  private static boolean within(Line phrase, double[] xs) {
    return Columns.slot(xs, phrase.left() + 1) == Columns.slot(xs, phrase.right() - 1);
  }
}
