package dev.touchstone.layout;

import dev.touchstone.document.Reading.Carrier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a reading of a region as a table agrees with what is printed there. Each part runs from
 * 0 to 1: cells hold one value each, stand in line with those above and below, are of one kind
 * within a column, keep to their column, are mostly filled, and have white space or rules between
 * them. A reading is as good as the mean of these and the weakest of them.
 */
final class GridScore {

  /** How much the weakest part counts; the rest is the mean of all. */
  private static final double WEAKEST = 0.5;

  /** White space between cells of a row that leaves no doubt, in multiples of the type's size. */
  private static final double CLEAR = 1.2;

  /** White space that words of one cell do not leave between them, in multiples of the size. */
  private static final double WITHIN = 2.5;

  /** Cells in line are set to the same edge or middle up to this; points. */
  private static final double SLACK = 2.5;

  /** A table may leave the rest of its fields empty. */
  private static final double USUALLY_FILLED = 0.6;

  private static final int LONGEST_PHRASE = 12;
  private static final int FEWEST_STEPS = 4;

  private final Grid grid;
  private final List<List<GridCell>> columns = new ArrayList<>();
  private final List<GridCell> body = new ArrayList<>();

  private GridScore(Grid grid) {
    this.grid = grid;
    for (int col = 0; col < grid.cols(); col++) {
      columns.add(new ArrayList<>());
    }
    int header = Math.max(1, HeaderRows.count(grid));
    for (GridCell cell : grid.cells()) {
      if (cell.row() >= header && !cell.empty()) {
        body.add(cell);
        if (cell.colSpan() == 1) {
          columns.get(cell.col()).add(cell);
        }
      }
    }
  }

  static double of(Grid grid) {
    GridScore score = new GridScore(grid);
    if (score.body.isEmpty()) {
      return 0;
    }
    double[] parts = {
      score.single(), score.aligned(), score.uniform(), score.apart(), score.filled(), score.clear()
    };
    double least = Arrays.stream(parts).min().orElse(0);
    double sum = WEAKEST * least + (1 - WEAKEST) * Arrays.stream(parts).average().orElse(0);
    return Math.max(0, Math.min(1, sum));
  }

  /**
   * Whether all its figures are those of axes: evenly stepped down every column, and nothing beside
   * them that would be the values. Steps of one are more often numbers of rows.
   */
  static boolean isAxes(Grid grid) {
    GridScore score = new GridScore(grid);
    int stepped = 0;
    for (List<GridCell> column : score.columns) {
      double[] values = figures(column);
      if (values.length >= FEWEST_STEPS) {
        if (!evenlyStepped(values)) {
          return false;
        }
        stepped++;
      }
    }
    return stepped > 0;
  }

  /** Whether a good part of its cells are figures, as in a table and not in a piece of prose. */
  static boolean holdsFigures(Grid grid) {
    GridScore score = new GridScore(grid);
    long figures =
        score.body.stream().filter(cell -> cell.col() > 0 && isShortFigure(cell.text())).count();
    long cells = score.body.stream().filter(cell -> cell.col() > 0).count();
    return figures * 3 >= cells;
  }

  private static boolean isShortFigure(String text) {
    return RowFinder.isFigure(text) || text.length() < 3;
  }

  private static double[] figures(List<GridCell> column) {
    return column.stream()
        .map(cell -> cell.text().replaceAll("[,\\s%$€]", "").replace('−', '-').replace('–', '-'))
        .filter(text -> text.matches("-?\\d{1,12}(\\.\\d{1,6})?"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static boolean evenlyStepped(double[] values) {
    double step = values[1] - values[0];
    double slack = 1e-6 * Math.max(1, Math.abs(step));
    boolean same = Math.abs(step) > slack && Math.abs(Math.abs(step) - 1) > slack;
    for (int i = 2; i < values.length && same; i++) {
      same = Math.abs(values[i] - values[i - 1] - step) < slack;
    }
    return same;
  }

  /** Cells that hold one value, or a phrase and not a piece of prose. */
  private double single() {
    double good = 0;
    for (GridCell cell : body) {
      int figures = 0;
      boolean parted = false;
      for (Line line : cell.lines()) {
        figures += RowFinder.isFigure(line.text()) ? 1 : 0;
        parted |= line.phrases(WITHIN * line.size()).size() > 1;
      }
      int words = cell.lines().stream().mapToInt(line -> line.words().size()).sum();
      boolean several = figures > 2 || parted;
      good += several ? 0 : words <= LONGEST_PHRASE ? 1 : (double) LONGEST_PHRASE / words;
    }
    return good / body.size();
  }

  private double aligned() {
    int in = 0;
    int all = 0;
    for (List<GridCell> column : columns) {
      if (column.size() < 2) {
        continue;
      }
      int best = 0;
      for (int how = 0; how < 3; how++) {
        best = Math.max(best, mostAt(column, how));
      }
      in += best;
      all += column.size();
    }
    return all == 0 ? 0.5 : (double) in / all;
  }

  /** How many cells share the commonest left edge, right edge or middle. */
  private static int mostAt(List<GridCell> column, int how) {
    double[] at =
        column.stream()
            .mapToDouble(
                cell -> {
                  double left = cell.lines().stream().mapToDouble(Line::left).min().orElse(0);
                  double right = cell.lines().stream().mapToDouble(Line::right).max().orElse(0);
                  return how == 0 ? left : how == 1 ? right : (left + right) / 2;
                })
            .sorted()
            .toArray();
    int most = 0;
    int from = 0;
    for (int i = 0; i < at.length; i++) {
      while (at[i] - at[from] > SLACK) {
        from++;
      }
      most = Math.max(most, i - from + 1);
    }
    return most;
  }

  private double uniform() {
    int in = 0;
    int all = 0;
    for (List<GridCell> column : columns) {
      int figures = 0;
      for (GridCell cell : column) {
        figures += isShortFigure(cell.text()) ? 1 : 0;
      }
      in += Math.max(figures, column.size() - figures);
      all += column.size();
    }
    return all == 0 ? 0.5 : (double) in / all;
  }

  private double apart() {
    int across = 0;
    for (GridCell cell : body) {
      across += cell.colSpan() > 1 && cell.colSpan() < grid.cols() ? 1 : 0;
    }
    return 1 - (double) across / body.size();
  }

  /** White space between neighbours in a row; rules do without it. */
  private double clear() {
    if (grid.carrier() == Carrier.RULED) {
      return 1;
    }
    double sum = 0;
    int pairs = 0;
    GridCell before = null;
    for (GridCell cell : body) {
      if (before != null && before.row() == cell.row()) {
        double end = before.lines().stream().mapToDouble(Line::right).max().orElse(0);
        double start = cell.lines().stream().mapToDouble(Line::left).min().orElse(0);
        sum += Math.max(0, Math.min(1, (start - end) / (CLEAR * cell.lines().get(0).size())));
        pairs++;
      }
      before = cell;
    }
    return pairs == 0 ? 0.5 : sum / pairs;
  }

  private double filled() {
    int header = grid.rows() - body.stream().mapToInt(GridCell::row).min().orElse(0);
    int covered = 0;
    for (GridCell cell : body) {
      covered += cell.rowSpan() * cell.colSpan();
    }
    double share = (double) covered / (Math.max(1, header) * grid.cols());
    return Math.min(1, share / USUALLY_FILLED);
  }
}
