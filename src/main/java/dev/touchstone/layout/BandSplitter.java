package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Parts rows that rules enclose together. Lines of one cell break where the next word would not
 * fit; lines of several rows break anywhere, and stand level with those of other columns.
 */
final class BandSplitter {

  private final Grid grid;

  private BandSplitter(Grid grid) {
    this.grid = grid;
  }

  static Grid split(Grid grid) {
    return new BandSplitter(grid).run();
  }

  private Grid run() {
    List<List<Double>> cuts = new ArrayList<>();
    int[] firstOf = new int[grid.rows() + 1];
    boolean[] holds = new boolean[grid.rows()];
    boolean any = false;
    for (int row = 0; row < grid.rows(); row++) {
      List<GridCell> its = own(row);
      holds[row] = holdsRows(its);
      List<Double> cut =
          holds[row] ? RowFinder.separators(level(its), grid.xs(), false) : List.of();
      cuts.add(cut);
      firstOf[row + 1] = firstOf[row] + 1 + cut.size();
      any |= holds[row];
    }
    if (!any) {
      return grid;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      int height = firstOf[cell.row() + cell.rowSpan()] - firstOf[cell.row()];
      if (cell.rowSpan() > 1 || !holds[cell.row()]) {
        cells.add(
            new GridCell(firstOf[cell.row()], cell.col(), height, cell.colSpan(), cell.lines()));
      } else {
        part(cell, firstOf[cell.row()], cuts.get(cell.row()), cells);
      }
    }
    int[] fills = new int[firstOf[grid.rows()]];
    for (int row = 0; row < grid.rows(); row++) {
      for (int i = firstOf[row]; i < firstOf[row + 1]; i++) {
        fills[i] = grid.fills()[row];
      }
    }
    return new Grid(
        grid.page(), grid.box(), fills.length, grid.cols(), cells, fills, grid.xs(), false);
  }

  private List<GridCell> own(int row) {
    return grid.cells().stream()
        .filter(cell -> cell.row() == row && cell.rowSpan() == 1 && !cell.empty())
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
