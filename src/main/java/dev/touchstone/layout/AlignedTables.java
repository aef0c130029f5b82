package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds tables that nothing draws: lines one below the other that are set in the same columns. */
final class AlignedTables {

  private static final Pattern LEADERS = Pattern.compile(".*(?:\\. ?){6,}.*", Pattern.DOTALL);

  private static final double APART = 1.1;

  /** The lowest score of a table that neither rules nor a label show. */
  private static final double LEAST = 0.7;

  private final Sheet sheet;
  private final List<Item> items;
  private final Item.Column column;

  private AlignedTables(Sheet sheet, List<Item> items, Item.Column column) {
    this.sheet = sheet;
    this.items = items;
    this.column = column;
  }

  /** The same items, those of a table replaced by it. */
  static List<Item> find(Sheet sheet, List<Item> items, Item.Column column) {
    return new AlignedTables(sheet, items, column).run();
  }

  private List<Item> run() {
    List<Item> found = new ArrayList<>();
    int i = 0;
    while (i < items.size()) {
      int end = parted(i) ? end(i) : i;
      int start = end > i + 1 ? start(i, end) : i;
      Grid grid = end > i + 1 ? table(start, end) : null;
      if (grid == null) {
        found.add(items.get(i));
        i++;
      } else {
        found.subList(found.size() - (i - start), found.size()).clear();
        found.add(new Item.Tabular(grid, column));
        i = end;
      }
    }
    return found;
  }

  /** Whether a line of running text stands there, and not a table or the lettering of a drawing. */
  private boolean isLine(int index) {
    return items.get(index) instanceof Item.Text text
        && !(text.frame() != null && text.frame().drawing());
  }

  private Line line(int index) {
    return ((Item.Text) items.get(index)).line();
  }

  /** Whether the line consists of several phrases. */
  private boolean parted(int index) {
    return isLine(index)
        && !Marker.opens(line(index))
        && line(index).phrases(APART * line(index).size()).size() > 1;
  }

  /** Lines above that stand over the columns behind the first are parts of their names. */
  private int start(int first, int end) {
    double behind = Double.MAX_VALUE;
    for (int i = first; i < Math.min(end, first + 4); i++) {
      List<Line> phrases = line(i).phrases(APART * line(i).size());
      if (phrases.size() > 1) {
        behind = Math.min(behind, phrases.get(1).left());
      }
    }
    int start = first;
    while (start > 0 && isLine(start - 1)) {
      Line line = line(start - 1);
      Line below = line(start);
      if (below.baseline() - line.baseline() > 1.45 * line.size()
          || Math.abs(line.size() - below.size()) > 0.5
          || line.left() < behind - 3 * line.size()
          || line.left() < below.left() + 2 * line.size()) {
        break;
      }
      start--;
    }
    return start;
  }

  /** One past the last line that may belong to the table. */
  private int end(int start) {
    int end = start + 1;
    double size = line(start).size();
    double usual = 0;
    int lastParted = start;
    while (end < items.size() && isLine(end)) {
      Line line = line(end);
      if (Labels.isTable(line)) {
        break;
      }
      Line above = line(end - 1);
      double step = line.baseline() - above.baseline();
      double most = usual == 0 ? 3 * size : Math.max(1.75 * usual, 2.4 * size);
      boolean otherSize = line.size() < 0.93 * size || line.size() > 1.12 * size;
      if (step > most || otherSize && end - start > 2) {
        break;
      }
      if (parted(end)) {
        lastParted = end;
        usual = Math.max(usual, step);
      } else if (line.width() > 0.62 * column.width() || end - lastParted > 3) {
        break;
      }
      end++;
    }
    int last = lastParted + 1;
    while (last < end && wraps(last)) {
      last++;
    }
    return last;
  }

  /** The rest of the last row. */
  private boolean wraps(int index) {
    Line line = line(index);
    Line above = line(index - 1);
    return line.baseline() - above.baseline() < 1.32 * line.size()
        && line.allBold() == above.allBold()
        && Math.abs(line.size() - above.size()) < 0.5
        && line.words().size() < 6;
  }

  private @Nullable Grid table(int start, int end) {
    List<Line> lines = new ArrayList<>();
    int parted = 0;
    int leaders = 0;
    double left = Double.MAX_VALUE;
    double right = 0;
    for (int i = start; i < end; i++) {
      Line line = line(i);
      lines.add(line);
      parted += parted(i) ? 1 : 0;
      leaders += LEADERS.matcher(line.text()).matches() ? 1 : 0;
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
    }
    boolean labelled = isLabelled(start, lines.get(0));
    if (parted < (labelled ? 2 : 3) || leaders * 2 > lines.size()) {
      return null;
    }
    Line first = lines.get(0);
    Line last = lines.get(lines.size() - 1);
    Box box =
        new Box(left - 0.5, first.top() - 1, right - left + 1, last.bottom() - first.top() + 2);
    OpenGrid open = new OpenGrid(sheet.number(), box, lines, List.of(), List.of());
    double[] xs = open.columns();
    if (xs.length < 3) {
      return null;
    }
    Grid grid = open.build(xs, sheet.shades());
    boolean table = isTable(grid, labelled) && !TableFinder.isFigure(sheet, grid);
    return table && (labelled || GridScore.of(grid) > LEAST) ? grid : null;
  }

  private boolean isLabelled(int start, Line first) {
    for (int i = start - 1; i >= Math.max(0, start - 4) && isLine(i); i--) {
      Line line = line(i);
      if (first.top() - line.bottom() > 5 * first.size()) {
        return false;
      }
      if (Labels.isTable(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTable(Grid grid, boolean labelled) {
    if (grid.cols() < 2 || grid.rows() < 2) {
      return false;
    }
    int words = 0;
    int cells = 0;
    int figures = 0;
    int inFirst = 0;
    for (GridCell cell : grid.cells()) {
      if (cell.empty()) {
        continue;
      }
      inFirst += cell.col() == 0 ? 1 : 0;
      if (cell.col() > 0) {
        cells++;
        words += cell.lines().stream().mapToInt(line -> line.words().size()).sum();
        figures += RowFinder.isFigure(cell.text()) || cell.text().length() < 3 ? 1 : 0;
      }
    }
    double filled = (double) (cells + inFirst) / (grid.rows() * grid.cols());
    boolean terse = words <= 5 * cells;
    if (labelled) {
      return terse && cells > 1;
    }
    return terse && filled > 0.45 && figures * 3 >= cells && grid.rows() >= 3;
  }
}
