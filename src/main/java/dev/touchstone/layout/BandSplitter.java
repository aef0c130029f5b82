package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Parts rows that rules enclose together. Lines of one cell break where the next word would not
 * fit; lines of several rows break anywhere, and stand level with those of other columns.
 */
final class BandSplitter {

  /** A second line such as {@code (31 to 53)} belongs to the figure above it. */
  private static final String IN_BRACKETS = "([{";

  private final Grid grid;

  private BandSplitter(Grid grid) {
    this.grid = grid;
  }

  static Grid split(Grid grid) {
    return new BandSplitter(grid).run();
  }

  private Grid run() {
    int[] bandEnd = bandEnds();
    List<List<Double>> cuts = new ArrayList<>();
    int[] firstOf = new int[grid.rows() + 1];
    boolean[] parted = new boolean[grid.rows()];
    boolean any = false;
    for (int from = 0; from < grid.rows(); from = bandEnd[from]) {
      int to = bandEnd[from];
      List<GridCell> its = within(from, to);
      boolean holds = holdsRows(its);
      List<Double> cut = holds ? RowFinder.separators(level(its), grid.xs(), false) : List.of();
      int rows = holds ? cut.size() + 1 : to - from;
      for (int row = from; row < to; row++) {
        parted[row] = holds;
        cuts.add(cut);
        firstOf[row + 1] = row + 1 == to ? firstOf[from] + rows : firstOf[row] + (holds ? 0 : 1);
      }
      any |= holds;
    }
    if (!any) {
      return grid;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      int end = cell.row() + cell.rowSpan();
      int height = firstOf[end] - firstOf[cell.row()];
      if (parted[cell.row()] && end <= bandEnd[cell.row()]) {
        part(cell, firstOf[cell.row()], cuts.get(cell.row()), cells);
      } else {
        cells.add(
            new GridCell(firstOf[cell.row()], cell.col(), height, cell.colSpan(), cell.lines()));
      }
    }
    int[] fills = new int[firstOf[grid.rows()]];
    for (int row = 0; row < grid.rows(); row++) {
      for (int i = firstOf[row]; i < firstOf[row + 1]; i++) {
        fills[i] = grid.fills()[row];
      }
    }
    return new Grid(
        grid.page(),
        grid.box(),
        fills.length,
        grid.cols(),
        cells,
        fills,
        grid.xs(),
        grid.carrier());
  }

  /**
   * One past the last row of the band that a row stands in. Rows that a cell with many lines
   * reaches over are one band: the rules between them are those of other columns only.
   */
  private int[] bandEnds() {
    int[] reach = new int[grid.rows()];
    for (GridCell cell : grid.cells()) {
      boolean several = cell.rowSpan() > 1 && cell.lines().size() > cell.rowSpan();
      int rows = several && isStack(cell, 3) ? cell.rowSpan() : 1;
      reach[cell.row()] = Math.max(reach[cell.row()], cell.row() + rows);
    }
    int[] end = new int[grid.rows()];
    for (int from = 0; from < end.length; from = end[from]) {
      int to = from + 1;
      for (int row = from; row < to; row++) {
        to = Math.max(to, reach[row]);
      }
      Arrays.fill(end, from, to, to);
    }
    return end;
  }

  private List<GridCell> within(int from, int to) {
    return grid.cells().stream()
        .filter(c -> c.row() >= from && c.row() + c.rowSpan() <= to && !c.empty())
        .toList();
  }

  /** The lines of the cells of a row, those on one base line joined. */
  private List<Line> level(List<GridCell> cells) {
    List<Line> sorted = new ArrayList<>();
    cells.forEach(cell -> sorted.addAll(cell.lines()));
    sorted.sort(Comparator.comparingDouble(Line::baseline));
    List<Line> level = new ArrayList<>();
    for (Line line : sorted) {
      Line last = level.isEmpty() ? null : level.get(level.size() - 1);
      if (last != null && line.baseline() - last.baseline() < 0.15 * line.size()) {
        List<Word> words = new ArrayList<>(last.words());
        words.addAll(line.words());
        level.set(level.size() - 1, new Line(line.page(), words));
      } else {
        level.add(line);
      }
    }
    return level;
  }

  private boolean holdsRows(List<GridCell> cells) {
    if (stackFigures(cells) || stripsRun(cells)) {
      return true;
    }
    int meant = 0;
    int forced = 0;
    int parted = 0;
    int lines = 0;
    int tall = 0;
    for (GridCell cell : cells) {
      double right = grid.xs()[cell.col() + cell.colSpan()];
      List<Line> its = cell.lines();
      lines = Math.max(lines, its.size());
      tall += its.size() > 2 ? 1 : 0;
      for (int i = 0; i < its.size(); i++) {
        Line line = its.get(i);
        boolean several = cell.colSpan() > 1 && line.phrases(1.2 * line.size()).size() > 1;
        parted += several ? 1 : 0;
        if (i + 1 < its.size()) {
          Word next = its.get(i + 1).first();
          boolean room = right - line.right() > next.width() + 0.9 * next.size();
          meant += room ? 1 : 0;
          forced += room ? 0 : 1;
        }
      }
    }
    if (parted >= 1 && parted * 2 >= lines) {
      return true;
    }
    return lines >= 3 && tall >= 2 && meant >= 4 && meant >= 4 * forced && evenly(cells, lines);
  }

  /** Figures below one another are the values of several rows: a cell has one. */
  private boolean stackFigures(List<GridCell> cells) {
    List<GridCell> pairs = cells.stream().filter(cell -> isStack(cell, 2)).toList();
    return pairs.stream().anyMatch(cell -> isStack(cell, 3))
        || pairs.size() > 1 && level(pairs).size() == 2;
  }

  /** Whether a cell holds at least so many lines, and figures in nearly all of them. */
  private static boolean isStack(GridCell cell, int fewest) {
    int figures = 0;
    int phrases = 0;
    for (Line line : cell.lines()) {
      for (Line phrase : line.phrases(Columns.PHRASE * line.size())) {
        String text = phrase.text();
        figures += RowFinder.isFigure(text) && IN_BRACKETS.indexOf(text.charAt(0)) < 0 ? 1 : 0;
        phrases++;
      }
    }
    int lines = cell.lines().size();
    boolean oneEach = phrases == lines;
    return figures >= fewest && (oneEach ? figures * 5 >= lines * 4 : figures >= lines);
  }

  /**
   * Whether white strips wider than the space between lines run across all columns, and a name
   * stands at the head of what follows.
   */
  private boolean stripsRun(List<GridCell> cells) {
    double tight = Double.MAX_VALUE;
    for (GridCell cell : cells) {
      for (int i = 1; i < cell.lines().size(); i++) {
        Line line = cell.lines().get(i);
        double pitch = (line.baseline() - cell.lines().get(i - 1).baseline()) / line.size();
        tight = pitch > 0.85 ? Math.min(tight, pitch) : tight;
      }
    }
    List<Line> level = level(cells);
    for (int i = 1; i < level.size() && tight < 1.5; i++) {
      Line line = level.get(i);
      double pitch = (line.baseline() - level.get(i - 1).baseline()) / line.size();
      List<GridCell> opening =
          cells.stream()
              .filter(
                  cell ->
                      cell.lines().stream()
                          .anyMatch(its -> Math.abs(its.baseline() - line.baseline()) < 2))
              .toList();
      boolean named = opening.stream().anyMatch(cell -> cell.col() == 0);
      if (pitch > 1.5 * tight && named && opening.size() > 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether most cells have about as many lines, level with one another. */
  private boolean evenly(List<GridCell> cells, int most) {
    int all = cells.stream().mapToInt(cell -> cell.lines().size()).sum();
    int level = level(cells).size();
    return level <= 1.3 * most && all >= 0.6 * level * cells.size();
  }

  private void part(GridCell cell, int firstRow, List<Double> cuts, List<GridCell> cells) {
    List<List<Line>> byRow = new ArrayList<>();
    for (int i = 0; i <= cuts.size(); i++) {
      byRow.add(new ArrayList<>());
    }
    for (Line line : cell.lines()) {
      int row = 0;
      while (row < cuts.size() && line.middle() > cuts.get(row)) {
        row++;
      }
      byRow.get(row).add(line);
    }
    for (int i = 0; i < byRow.size(); i++) {
      if (cell.colSpan() == 1) {
        cells.add(new GridCell(firstRow + i, cell.col(), 1, 1, byRow.get(i)));
      } else {
        spread(cell, firstRow + i, byRow.get(i), cells);
      }
    }
  }

  /** Phrases in a field over several columns, each in its own. */
  private void spread(GridCell field, int row, List<Line> lines, List<GridCell> cells) {
    List<List<Line>> byCol = new ArrayList<>();
    int[] last = new int[field.colSpan()];
    for (int i = 0; i < field.colSpan(); i++) {
      byCol.add(new ArrayList<>());
      last[i] = i;
    }
    for (Line line : lines) {
      for (Line phrase : line.phrases(Columns.PHRASE * line.size())) {
        int from = column(field, phrase.left() + 1);
        int to = Math.max(from, column(field, phrase.right() - 1));
        byCol.get(from).add(phrase);
        last[from] = Math.max(last[from], to);
      }
    }
    for (int i = 0; i < byCol.size(); i++) {
      if (byCol.get(i).isEmpty()) {
        continue;
      }
      int end = i + 1;
      while (end <= last[i] && byCol.get(end).isEmpty()) {
        end++;
      }
      cells.add(new GridCell(row, field.col() + i, 1, end - i, byCol.get(i)));
    }
  }

  private int column(GridCell field, double at) {
    int slot = Columns.slot(grid.xs(), at) - field.col();
    return Math.max(0, Math.min(field.colSpan() - 1, slot));
  }
}
