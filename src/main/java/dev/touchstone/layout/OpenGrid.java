package dev.touchstone.layout;

import dev.touchstone.document.Box;
import dev.touchstone.document.Reading.Carrier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Builds a table without vertical rules: edges of rows from rules, shades and white space, edges of
 * columns from the pieces of its rules or from white space.
 */
final class OpenGrid {

  /** Points between two rules that end and begin at the border of two columns. */
  private static final double WIDEST_BORDER = 14;

  /** How much better the reading by white space must score than the one that is drawn. */
  private static final double CLEARLY = 0.05;

  private final int page;
  private final Box box;
  private final List<Line> lines;
  private final List<Edge> edges;
  private final List<Ruling.Joint> joints;

  /**
   * @param lines the words of the table
   * @param edges rules and borders of shades inside it, also those over some columns only
   * @param joints where pieces of its rules and shades meet
   */
  OpenGrid(int page, Box box, List<Line> lines, List<Edge> edges, List<Ruling.Joint> joints) {
    this.page = page;
    this.box = box;
    this.lines = lines.stream().sorted(Comparator.comparingDouble(Line::baseline)).toList();
    this.edges = edges.stream().sorted(Comparator.comparingDouble(Edge::y)).toList();
    this.joints = joints;
  }

  /**
   * Reads the region with the columns that its rules show and with those that its white space
   * shows, and keeps what agrees better with the page; the rules where that is all the same.
   */
  Grid build(List<Shade> shades) {
    double[] drawn = drawnColumns();
    Grid spaced = build(spacedColumns(), shades);
    if (drawn.length <= 2) {
      return spaced;
    }
    Grid ruled = build(drawn, shades);
    return GridScore.of(spaced) > GridScore.of(ruled) + CLEARLY ? spaced : ruled;
  }

  double[] columns() {
    double[] drawn = drawnColumns();
    return drawn.length > 2 ? drawn : spacedColumns();
  }

  private double[] spacedColumns() {
    return Columns.edges(lines, box.x(), box.x() + box.width());
  }

  Grid build(double[] xs, List<Shade> shades) {
    double[] ys = rows(xs);
    List<List<Line>> content = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (Line line : lines) {
      int row = Columns.slot(ys, line.middle());
      for (Line phrase : phrases(line, xs)) {
        int first = Columns.slot(xs, phrase.left() + 1);
        int last = Math.max(first, Columns.slot(xs, phrase.right() - 1));
        place(row, first, last, phrase, places, content);
      }
    }
    List<GridCell> cells = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      int[] at = places.get(i);
      cells.add(new GridCell(at[0], at[1], 1, at[2] - at[1] + 1, content.get(i)));
    }
    int[] fills = TableFinder.rowFills(box, ys, shades);
    Grid grid = new Grid(page, box, ys.length - 1, xs.length - 1, cells, fills, xs, carrier());
    return GroupNames.spread(GridTrimmer.trim(HeaderSpans.spread(grid, xs, ys, edges, joints)));
  }

  /** Phrases of a line; one that is not drawn apart but stands in two columns is parted. */
  private static List<Line> phrases(Line line, double[] xs) {
    List<Line> parted = new ArrayList<>();
    for (Line phrase : line.phrases(Columns.PHRASE * line.size())) {
      List<Word> open = new ArrayList<>();
      for (Word word : phrase.words()) {
        if (!open.isEmpty()) {
          Word before = open.get(open.size() - 1);
          boolean border =
              Columns.slot(xs, before.right() - 1) < Columns.slot(xs, word.left() + 1)
                  && !word.touches(before)
                  && word.left() - before.right() > 0.45 * word.size();
          if (border) {
            parted.add(new Line(line.page(), open));
            open = new ArrayList<>();
          }
        }
        open.add(word);
      }
      parted.add(new Line(line.page(), open));
    }
    return parted;
  }

  /** Puts a phrase into the cell that overlaps it in its row, or into a new one. */
  private static void place(
      int row, int first, int last, Line phrase, List<int[]> places, List<List<Line>> content) {
    for (int i = places.size() - 1; i >= 0 && places.get(i)[0] == row; i--) {
      int[] at = places.get(i);
      if (at[1] <= last && first <= at[2]) {
        at[1] = Math.min(at[1], first);
        at[2] = Math.max(at[2], last);
        addTo(content.get(i), phrase);
        return;
      }
    }
    places.add(new int[] {row, first, last});
    List<Line> lines = new ArrayList<>();
    lines.add(phrase);
    content.add(lines);
  }

  private static void addTo(List<Line> lines, Line phrase) {
    Line last = lines.get(lines.size() - 1);
    if (Math.abs(last.baseline() - phrase.baseline()) < 0.3 * phrase.size()) {
      List<Word> words = new ArrayList<>(last.words());
      words.addAll(phrase.words());
      lines.set(lines.size() - 1, new Line(phrase.page(), words));
    } else {
      lines.add(phrase);
    }
  }

  private Carrier carrier() {
    if (edges.isEmpty()) {
      return Carrier.ALIGNED;
    }
    long rules = edges.stream().filter(Edge::rule).count();
    return rules * 2 >= edges.size() ? Carrier.HORIZONTAL_RULES : Carrier.SHADED;
  }

  private boolean full(Edge edge) {
    return edge.right() - edge.left() > 0.6 * box.width();
  }

  /** Columns as the pieces of rules show them, if the words keep to them. */
  private double[] drawnColumns() {
    List<Double> sorted = new ArrayList<>(joints.stream().map(Ruling.Joint::x).sorted().toList());
    List<Double> xs = new ArrayList<>();
    xs.add(box.x());
    double right = box.x() + box.width();
    for (double x : sorted) {
      if (x - xs.get(xs.size() - 1) > 3 && right - x > 3 && !crossed(x)) {
        xs.add(x);
      }
    }
    xs.add(right);
    // Where one rule ends and the next begins a little further on there is one border.
    for (int i = xs.size() - 2; i > 1; i--) {
      double from = xs.get(i - 1);
      double to = xs.get(i);
      if (to - from < WIDEST_BORDER && !holdsWords(from, to)) {
        xs.remove(i);
        xs.set(i - 1, (from + to) / 2);
      }
    }
    return xs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean holdsWords(double from, double to) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .anyMatch(word -> word.centre() > from && word.centre() < to);
  }

  private boolean crossed(double x) {
    int crossing = 0;
    int beside = 0;
    for (Line line : lines) {
      boolean left = false;
      boolean after = false;
      boolean across = false;
      for (Word word : line.words()) {
        across |= word.left() < x - 1.5 && word.right() > x + 1.5;
        left |= word.right() <= x + 1.5;
        after |= word.left() >= x - 1.5;
      }
      crossing += across ? 1 : 0;
      beside += left && after ? 1 : 0;
    }
    return crossing > 1 + beside / 5;
  }

  private double[] rows(double[] xs) {
    List<Double> hard = new ArrayList<>();
    double bottom = box.y() + box.height();
    hard.add(box.y());
    for (Edge edge : edges) {
      if (full(edge) && edge.y() - hard.get(hard.size() - 1) > 3 && bottom - edge.y() > 3) {
        hard.add(edge.y());
      }
    }
    hard.add(bottom);
    List<List<Line>> bands = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i + 1 < hard.size(); i++) {
      double from = hard.get(i);
      double to = hard.get(i + 1);
      List<Line> inside =
          lines.stream().filter(l -> l.middle() >= from && l.middle() < to).toList();
      bands.add(inside);
      filled += inside.isEmpty() ? 0 : 1;
    }
    // Where most rows are drawn apart, all of them are.
    boolean eachDrawn = filled >= 4 && lines.size() <= 2.5 * filled;
    List<Double> ys = new ArrayList<>();
    boolean headed = false;
    for (int i = 0; i < bands.size(); i++) {
      ys.add(hard.get(i));
      if (!headed && !bands.get(i).isEmpty()) {
        headed = true;
        splitFirst(
            bands.get(i), filled > 1, xs, ys, eachDrawn, shortRules(hard.get(i), hard.get(i + 1)));
        continue;
      }
      boolean large = bands.get(i).size() > 6 && bands.get(i).size() * 3 > lines.size();
      if (!eachDrawn || large) {
        ys.addAll(RowFinder.separators(bands.get(i), xs, false));
      }
    }
    ys.add(bottom);
    return ys.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Heights of the rules below names of several columns. */
  private List<Double> shortRules(double top, double bottom) {
    List<Double> found = new ArrayList<>();
    for (Edge edge : edges) {
      double last = found.isEmpty() ? top : found.get(found.size() - 1);
      if (edge.rule() && !full(edge) && edge.y() - last > 3 && bottom - edge.y() > 3) {
        found.add(edge.y());
      }
    }
    return found;
  }

  /** Names above a short rule and below it stand in different rows. */
  private static void splitHeader(
      List<Line> band, double[] xs, List<Double> ys, List<Double> shortRules) {
    List<Line> rest = new ArrayList<>(band);
    for (double rule : shortRules) {
      List<Line> above = rest.stream().filter(line -> line.middle() < rule).toList();
      if (!above.isEmpty() && above.size() < rest.size()) {
        ys.addAll(RowFinder.separators(above, xs, true));
        ys.add(rule);
        rest.removeAll(above);
      }
    }
    ys.addAll(RowFinder.separators(rest, xs, true));
  }

  /** The first band is the header, or begins with one that is set bold. */
  private static void splitFirst(
      List<Line> band,
      boolean alone,
      double[] xs,
      List<Double> ys,
      boolean eachDrawn,
      List<Double> shortRules) {
    if (alone && (band.size() <= 6 || band.size() <= 12 && band.stream().allMatch(Line::allBold))) {
      if (!eachDrawn) {
        splitHeader(band, xs, ys, shortRules);
      }
      return;
    }
    int bold = 0;
    while (bold < band.size() && band.get(bold).allBold()) {
      bold++;
    }
    if (bold == 0 || bold == band.size() || bold > 6) {
      ys.addAll(RowFinder.separators(band, xs, false));
      return;
    }
    Line last = band.get(bold - 1);
    Line next = band.get(bold);
    ys.addAll(RowFinder.separators(band.subList(0, bold), xs, true));
    ys.add((Math.max(last.bottom(), last.baseline()) + next.top()) / 2);
    ys.addAll(RowFinder.separators(band.subList(bold, band.size()), xs, false));
  }
}
