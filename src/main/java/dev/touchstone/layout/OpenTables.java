package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables that have rules or shades across and none down: between edges of the same width, as
 * long as what stands there is set in columns.
 */
final class OpenTables {

  private static final double SHORTEST = 50;

  private final Sheet sheet;
  private final List<Line> lines;
  private final @Nullable Gutter gutter;
  private final List<RowShade> shades;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Ruling.Joint> joints;

  private OpenTables(Sheet sheet, List<Line> lines, List<Grid> known, @Nullable Gutter gutter) {
    this.gutter = gutter;
    this.sheet = sheet;
    this.lines = lines;
    this.shades = RowShade.of(sheet);
    this.joints = new ArrayList<>(sheet.ruling().joints());
    for (Rule rule : sheet.ruling().horizontal()) {
      edges.add(new Edge(rule.x1(), rule.x2(), rule.at(), true));
    }
    List<Rule> borders = new ArrayList<>();
    for (RowShade shade : shades) {
      double left = shade.box().x();
      borders.add(new Rule(left, shade.box().y(), shade.right(), shade.box().y(), 0));
      borders.add(new Rule(left, shade.bottom(), shade.right(), shade.bottom(), 0));
      for (double x : shade.joints()) {
        joints.add(new Ruling.Joint(x, shade.bottom()));
      }
    }
    // Fields of different heights side by side have one border where they begin or end together.
    for (Rule border : Ruling.of(borders).horizontal()) {
      edges.add(new Edge(border.x1(), border.x2(), border.at(), false));
    }
    edges.removeIf(edge -> known.stream().anyMatch(grid -> within(edge, grid.box())));
    edges.sort(Comparator.comparingDouble(Edge::y));
  }

  private static boolean within(Edge edge, Box box) {
    return edge.y() > box.y() - 2
        && edge.y() < box.y() + box.height() + 2
        && edge.left() > box.x() - 4
        && edge.right() < box.x() + box.width() + 4;
  }

  /**
   * @param lines those that stand in a table are taken out
   */
  static List<Grid> find(Sheet sheet, List<Line> lines, List<Grid> known, @Nullable Gutter gutter) {
    OpenTables tables = new OpenTables(sheet, lines, known, gutter);
    List<Grid> found = new ArrayList<>();
    for (List<Edge> group : tables.groups()) {
      found.addAll(tables.inGroup(group));
    }
    return found;
  }

  /** Edges of the same width one below the other; the widest first. */
  private List<List<Edge>> groups() {
    List<List<Edge>> groups = new ArrayList<>();
    for (Edge edge : edges) {
      if (edge.right() - edge.left() < SHORTEST) {
        continue;
      }
      List<Edge> home = null;
      for (List<Edge> group : groups) {
        if (group.get(0).spansLike(edge)) {
          home = group;
          break;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        groups.add(home);
      }
      if (home.isEmpty() || edge.y() - home.get(home.size() - 1).y() > 2) {
        home.add(edge);
      }
    }
    groups.sort(Comparator.comparingDouble(group -> group.get(0).left() - group.get(0).right()));
    return groups;
  }

  private List<Grid> inGroup(List<Edge> group) {
    List<Grid> found = new ArrayList<>();
    int start = 0;
    while (start < group.size()) {
      int end = start;
      boolean tabular = false;
      while (end + 1 < group.size()) {
        List<Line> band = inside(group.get(end), group.get(end).y(), group.get(end + 1).y());
        Content content = content(band, group.get(end), group.get(end + 1).y());
        if (content == Content.OTHER) {
          break;
        }
        tabular |= content == Content.TABULAR;
        end++;
      }
      double bottom = openEnd(group.get(start), group, start, end);
      if (tabular || bottom > group.get(end).y() + 1) {
        double top = openTop(group.get(start));
        Grid grid = build(group.get(start), top, bottom, tabular);
        if (grid != null) {
          found.add(grid);
          while (end < group.size() && group.get(end).y() < bottom) {
            end++;
          }
        }
      }
      start = Math.max(end, start + 1);
    }
    return found;
  }

  private enum Content {
    EMPTY,
    SHORT,
    TABULAR,
    OTHER
  }

  private List<Line> inside(Edge edge, double top, double bottom) {
    List<Line> inside = new ArrayList<>();
    for (Line line : lines) {
      if (line.middle() < top || line.middle() > bottom) {
        continue;
      }
      List<Word> words = new ArrayList<>();
      for (Word word : line.words()) {
        if (word.centre() > edge.left() - 1 && word.centre() < edge.right() + 1) {
          words.add(word);
        }
      }
      if (!words.isEmpty()) {
        inside.add(words.size() == line.words().size() ? line : new Line(line.page(), words));
      }
    }
    return inside;
  }

  private Content content(List<Line> band, Edge edge, double bottom) {
    if (band.isEmpty()) {
      return bottom - edge.y() < 40 ? Content.EMPTY : Content.OTHER;
    }
    int apart = 0;
    int phrases = 0;
    int words = 0;
    int proseLines = 0;
    for (Line line : band) {
      List<Line> its = line.phrases(Columns.PHRASE * 1.4 * line.size());
      boolean wide = line.width() > 0.7 * (edge.right() - edge.left());
      proseLines += wide && its.size() == 1 && line.words().size() >= 9 ? 1 : 0;
      apart += its.size() > 1 ? 1 : 0;
      phrases += its.size();
      words += line.words().size();
    }
    if (isLabel(band.get(0)) && apart * 2 < band.size()) {
      return Content.OTHER;
    }
    if (proseLines > 1 || band.stream().skip(1).anyMatch(OpenTables::isLabel)) {
      return Content.OTHER;
    }
    boolean prose = words > 6.5 * phrases && band.size() > 2;
    boolean across = gutter != null && edge.left() < gutter.left() && edge.right() > gutter.right();
    if (gutter != null && across && isParted(band, gutter)) {
      return Content.OTHER;
    }
    boolean columns = apart * 5 >= band.size() * 2 || apart > 0 && hasLongNames(band);
    if (columns && !prose && !looksLikeColumns(band)) {
      return Content.TABULAR;
    }
    boolean low = bottom - edge.y() < 3.2 * band.get(0).size() && band.size() <= 2;
    return low && words < 20 ? Content.SHORT : Content.OTHER;
  }

  /** Whether all that is not set in columns is the rest of names in the first of them. */
  private static boolean hasLongNames(List<Line> band) {
    double behind = Double.MAX_VALUE;
    int apart = 0;
    for (Line line : band) {
      List<Line> phrases = line.phrases(Columns.PHRASE * 1.4 * line.size());
      if (phrases.size() > 1) {
        behind = Math.min(behind, phrases.get(1).left());
        apart++;
      }
    }
    double limit = behind;
    return apart * 4 >= band.size()
        && band.stream()
            .allMatch(
                line ->
                    line.phrases(Columns.PHRASE * 1.4 * line.size()).size() > 1
                        || line.right() < limit - 0.5 * line.size()
                        || line.left() > limit - 0.5 * line.size());
  }

  private static boolean isLabel(Line line) {
    return Labels.isAny(line);
  }

  /** Whether these are lines of the text on both sides of a gutter. */
  private static boolean isParted(List<Line> band, Gutter gutter) {
    int parted = 0;
    for (Line line : band) {
      boolean across = false;
      int words = 0;
      for (Word word : line.words()) {
        across |= word.left() < gutter.right() && word.right() > gutter.left();
        words += word.centre() < gutter.middle() ? 1 : 0;
      }
      int behind = line.words().size() - words;
      List<Line> phrases = line.phrases(Columns.PHRASE * 1.4 * line.size());
      parted += !across && phrases.size() <= 2 && Math.max(words, behind) >= 4 ? 1 : 0;
    }
    return parted * 5 >= band.size() * 3;
  }

  /** Two columns of running text: long phrases that fill their column line after line. */
  private static boolean looksLikeColumns(List<Line> band) {
    if (band.size() < 5) {
      return false;
    }
    int longPhrases = 0;
    int all = 0;
    for (Line line : band) {
      for (Line phrase : line.phrases(Columns.PHRASE * 1.4 * line.size())) {
        all++;
        longPhrases += phrase.words().size() >= 5 ? 1 : 0;
      }
    }
    return longPhrases * 2 > all;
  }

  /**
   * Where the header begins: names of groups of columns may stand above the first edge that runs
   * all across, below shorter ones.
   */
  private double openTop(Edge first) {
    double top = first.y();
    double width = first.right() - first.left();
    for (int i = edges.size() - 1; i >= 0; i--) {
      Edge edge = edges.get(i);
      boolean part =
          edge.rule()
              && edge.left() > first.left() - 4
              && edge.right() < first.right() + 4
              && edge.right() - edge.left() < 0.95 * width;
      if (edge.y() > top - 2 || !part) {
        continue;
      }
      List<Line> between = inside(first, edge.y(), top);
      boolean header =
          !between.isEmpty()
              && between.size() <= 3
              && top - edge.y() < 2.6 * between.size() * between.get(0).size()
              && between.stream().noneMatch(Labels::isAny)
              && between.stream().anyMatch(line -> within(line, edge))
              && between.stream().mapToInt(line -> line.words().size()).sum() < 40;
      if (!header) {
        return top;
      }
      top = edge.y();
    }
    return top;
  }

  private static boolean within(Line line, Edge edge) {
    return line.right() > edge.left() && line.left() < edge.right();
  }

  /** How far the table goes on below its last edge. */
  private double openEnd(Edge first, List<Edge> group, int start, int end) {
    double bottom = group.get(end).y();
    List<Line> head = inside(first, first.y(), bottom);
    List<Line> below = inside(first, bottom, sheet.height());
    double next = end + 1 < group.size() ? group.get(end + 1).y() : sheet.height();
    double[] xs = grid(first, first.y(), bottom, head).columns();
    if (xs.length < 3) {
      return bottom;
    }
    double size = head.isEmpty() ? 0 : head.get(0).size();
    return TableEnd.below(below, bottom, next, xs, size);
  }

  private OpenGrid grid(Edge first, double top, double bottom, List<Line> inside) {
    double left = first.left();
    double right = first.right();
    for (Line line : inside) {
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
    }
    double outerLeft = left;
    double outerRight = right;
    List<Edge> its =
        edges.stream()
            .filter(
                edge ->
                    edge.y() > top - 1
                        && edge.y() < bottom + 1
                        && edge.left() > outerLeft - 4
                        && edge.right() < outerRight + 4)
            .toList();
    List<Ruling.Joint> between =
        joints.stream()
            .filter(
                joint ->
                    joint.y() > top - 1.5
                        && joint.y() < bottom + 1.5
                        && joint.x() > outerLeft
                        && joint.x() < outerRight)
            .toList();
    List<Ruling.Joint> ends = new ArrayList<>(between);
    for (Edge edge : its) {
      boolean part = edge.right() - edge.left() < 0.9 * (outerRight - outerLeft);
      if (part && edge.left() > outerLeft + 6) {
        ends.add(new Ruling.Joint(edge.left(), edge.y()));
      }
      if (part && edge.right() < outerRight - 6) {
        ends.add(new Ruling.Joint(edge.right(), edge.y()));
      }
    }
    boolean pieces = !between.isEmpty();
    Box box = new Box(left, top, right - left, bottom - top);
    return new OpenGrid(sheet.number(), box, inside, its, pieces ? ends : List.of());
  }

  private @Nullable Grid build(Edge first, double top, double bottom, boolean drawn) {
    List<Line> inside = inside(first, top, bottom);
    if (inside.size() < 2) {
      return null;
    }
    double left = first.left();
    double right = first.right();
    for (Line line : inside) {
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
    }
    List<Line> outside = new ArrayList<>();
    Box box = new Box(left - 1, top, right - left + 2, bottom - top);
    List<Line> its = TableFinder.cutOut(box, lines, outside);
    Grid grid = grid(first, top, bottom, its).build(sheet.shades());
    if (grid.cols() < 2
        || grid.rows() < 2
        || grid.filled() < 4
        || TableFinder.isFigure(sheet, grid)
        || !drawn && !GridScore.holdsFigures(grid)) {
      return null;
    }
    Grid table = TitleRows.lift(grid, outside);
    outside.sort(Comparator.comparingDouble(Line::baseline));
    lines.clear();
    lines.addAll(outside);
    return table;
  }
}
