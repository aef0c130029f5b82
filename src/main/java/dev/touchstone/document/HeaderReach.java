package dev.touchstone.document;

import java.util.ArrayList;
import java.util.List;

/**
 * How far down the names of a table's columns reach, judged by what stands in its cells: marked
 * header rows are often one too few (the names of arms are marked, the {@code n (%)} below them is
 * not) and in print one too many (a first row of figures in bold type). Every format is read by
 * this one rule, so that the same table means the same however it was published.
 */
public final class HeaderReach {

  /** A cell as this rule sees it; cells without words may be left out. */
  public record Entry(int row, int col, int rowSpan, int colSpan, CharSequence text) {}

  private final List<List<Entry>> rows = new ArrayList<>();
  private final int width;

  /** Which columns have a name of their own, not shared with a column beside them. */
  private final boolean[] named;

  private HeaderReach(List<Entry> entries, int width) {
    this.width = width;
    this.named = new boolean[width];
    int height = entries.stream().mapToInt(entry -> entry.row() + 1).max().orElse(0);
    for (int r = 0; r < height; r++) {
      rows.add(new ArrayList<>());
    }
    for (Entry entry : entries) {
      if (!entry.text().toString().isBlank()) {
        rows.get(entry.row()).add(entry);
      }
    }
  }

  /** The rows at the top of a table that name its columns. */
  public static int rows(Table table) {
    List<Entry> entries =
        table.cells().stream()
            .map(
                cell ->
                    new Entry(cell.row(), cell.col(), cell.rowSpan(), cell.colSpan(), cell.text()))
            .toList();
    return rows(entries, table.cols(), table.headerRows());
  }

  /**
   * @param entries by row, then column
   * @param marked how many rows the format or the print marks; 0 or less where it marks none
   */
  public static int rows(List<Entry> entries, int width, int marked) {
    return new HeaderReach(entries, width).depth(marked);
  }

  private int depth(int marked) {
    int bottom = rows.size() - 1;
    int reach = 0;
    int depth = 0;
    for (int r = 0; r < rows.size() && (depth == 0 || r < Math.max(bottom, marked)); r++) {
      List<Entry> row = rows.get(r);
      if (row.isEmpty()) {
        continue;
      }
      if (!(depth == 0 ? r < marked || !reports(row) : continues(row, r, marked, reach))) {
        break;
      }
      depth = r + 1;
      for (Entry entry : row) {
        reach = Math.max(reach, r + entry.rowSpan());
        if (entry.colSpan() == 1 && entry.col() < width) {
          named[entry.col()] = true;
        }
      }
    }
    return depth;
  }

  /** Whether a row below header rows is one more of them. */
  private boolean continues(List<Entry> row, int r, int marked, int reach) {
    boolean figures = reports(row);
    if (r < marked) {
      return !(figures && allNamed(row) && row.get(0).col() == 0);
    }
    if (r < reach) {
      return !(figures && allNamed(row));
    }
    return !figures && !lone(row) && (!allNamed(row) || row.get(0).col() > 0);
  }

  /** Figures that are no fewer than the words: such a row reports, it does not name. */
  private static boolean reports(List<Entry> row) {
    int figures = 0;
    int words = 0;
    for (Entry entry : row) {
      if (entry.col() > 0) {
        String text = entry.text().toString().strip();
        figures += isFigure(text) ? 1 : 0;
        words += isWords(text) ? 1 : 0;
      }
    }
    return figures > 0 && figures >= words;
  }

  private static boolean lone(List<Entry> row) {
    return row.size() == 1 && row.get(0).col() == 0;
  }

  private boolean allNamed(List<Entry> row) {
    for (Entry entry : row) {
      for (int col = Math.max(1, entry.col()); col < entry.col() + entry.colSpan(); col++) {
        if (col < width && !named[col]) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@code 12.4}, {@code 5 (16.1)}, {@code <0.001}; not {@code 8 weeks} or {@code n = 32}. */
  private static boolean isFigure(String text) {
    char first = text.charAt(0);
    boolean opens = Character.isDigit(first) || "<>≤≥±+-−–~=.(".indexOf(first) >= 0;
    return opens && text.chars().anyMatch(Character::isDigit) && lettersBesidesSmallWords(text) < 2;
  }

  private static boolean isWords(String text) {
    return lettersBesidesSmallWords(text) > 0
        && !Character.isDigit(text.charAt(0))
        && !isMissing(text);
  }

  private static boolean isMissing(String text) {
    return text.matches("(?i)(?:n\\.?s|n/?a|n\\.?r|n\\.?d|none)\\b.?");
  }

  private static int lettersBesidesSmallWords(String text) {
    String bare = text.replaceAll("(?i)\\b(?:to|vs|CI|of|or|and|range|SD|IQR|ns|na)\\b", "");
    return (int) bare.chars().filter(Character::isLetter).count();
  }
}
