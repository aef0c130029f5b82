package dev.touchstone.ingest;

import java.util.List;

/**
 * A table in a format without spans, where cells that a wide or high cell covers are left empty, as
 * in plain text and Markdown.
 */
final class SpanlessTable {

  private static final int WORDS_OF_A_PHRASE = 3;

  private SpanlessTable() {}

  static Grid grid(List<List<TracedText>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    int headerRows = headerRows(rows, width);
    boolean[][] covered = new boolean[rows.size()][width];
    Grid grid = new Grid();
    for (int r = 0; r < rows.size(); r++) {
      grid.startRow();
      int col = 0;
      while (col < width) {
        if (covered[r][col]) {
          col++;
          continue;
        }
        int colSpan = colSpan(rows, r, col, width, headerRows);
        int rowSpan = r < headerRows ? rowSpan(rows, r, col, headerRows) : 1;
        for (int below = r + 1; below < r + rowSpan; below++) {
          covered[below][col] = true;
        }
        grid.cell(
            rowSpan,
            colSpan,
            false,
            isEmpty(rows, r, col) ? new TracedText() : rows.get(r).get(col),
            "");
        col += colSpan;
      }
    }
    grid.headerRows(headerRows);
    return grid;
  }

  /** One row, and a second where the first leaves gaps that the second names. */
  private static int headerRows(List<List<TracedText>> rows, int width) {
    if (rows.size() < 2) {
      return 0;
    }
    int depth = 1;
    while (depth < rows.size() - 1 && depth < 4 && namesGaps(rows, depth, width)) {
      depth++;
    }
    return depth;
  }

  private static boolean namesGaps(List<List<TracedText>> rows, int depth, int width) {
    boolean gaps = false;
    boolean named = false;
    for (int col = 1; col < width; col++) {
      boolean filled = !isEmpty(rows, depth, col);
      if (filled && TableForm.isValue(rows.get(depth).get(col))) {
        return false;
      }
      gaps |= filled && isEmpty(rows, depth - 1, col);
      named |= filled;
    }
    return named && (gaps || isEmpty(rows, depth, 0));
  }

  private static int colSpan(
      List<List<TracedText>> rows, int r, int col, int width, int headerRows) {
    if (isEmpty(rows, r, col)) {
      return 1;
    }
    int end = col + 1;
    while (end < width && isEmpty(rows, r, end)) {
      end++;
    }
    if (end == col + 1) {
      return 1;
    }
    if (r < headerRows) {
      // Empty cells of a header row belong to the group at their left if a row below names them.
      int stop = col + 1;
      while (col > 0 && stop < end && r + 1 < headerRows && !isEmpty(rows, r + 1, stop)) {
        stop++;
      }
      return stop - col;
    }
    boolean group = col == 0 && end == width;
    boolean phrase = col > 0 && end == width && isPhrase(rows.get(r).get(col));
    return group || phrase ? end - col : 1;
  }

  private static int rowSpan(List<List<TracedText>> rows, int r, int col, int headerRows) {
    if (isEmpty(rows, r, col)) {
      return 1;
    }
    int end = r + 1;
    while (end < headerRows && isEmpty(rows, end, col)) {
      end++;
    }
    return end - r;
  }

  private static boolean isPhrase(TracedText words) {
    long letters =
        Words.split(words).stream().filter(word -> Character.isLetter(word.charAt(0))).count();
    return letters >= WORDS_OF_A_PHRASE;
  }

  private static boolean isEmpty(List<List<TracedText>> rows, int row, int col) {
    return col >= rows.get(row).size() || rows.get(row).get(col).isBlank();
  }
}
