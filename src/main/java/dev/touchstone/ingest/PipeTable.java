package dev.touchstone.ingest;

import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in plain text whose cells stand between pipes, with or without a line of dashes below its
 * head.
 */
final class PipeTable {

  private PipeTable() {}

  /** The table that begins at a line, if one does. */
  static TabbedTable.@Nullable Found at(Lines lines, int first) {
    if (!isRow(lines, first) || first + 1 >= lines.count() || !isRow(lines, first + 1)) {
      return null;
    }
    List<List<TracedText>> rows = new ArrayList<>();
    int at = first;
    while (at < lines.count() && isRow(lines, at)) {
      if (!isRuler(lines.words(at))) {
        rows.add(cells(lines, at));
      }
      at++;
    }
    Grid grid = SpanlessTable.grid(rows);
    return rows.size() < 2 || grid.cellCount() == 0 ? null : new TabbedTable.Found(grid, at);
  }

  private static boolean isRow(Lines lines, int line) {
    String words = lines.words(line);
    return words.length() > 2 && words.startsWith("|") && words.indexOf('|', 1) > 0;
  }

  /** {@code |---|:-:|}. */
  private static boolean isRuler(String words) {
    boolean dashes = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      dashes |= c == '-';
      if ("|-: +=".indexOf(c) < 0) {
        return false;
      }
    }
    return dashes;
  }

  private static List<TracedText> cells(Lines lines, int line) {
    List<TracedText> cells = new ArrayList<>();
    String text = lines.text();
    int start = lines.start(line) + 1;
    for (int i = start; i <= lines.end(line); i++) {
      boolean end = i == lines.end(line);
      if (end || (text.charAt(i) == '|' && text.charAt(i - 1) != '\\')) {
        if (!end || !Blanks.isBlank(text, start, i)) {
          cells.add(PlainWords.read(text, List.of(new Span(start, i))));
        }
        start = i + 1;
      }
    }
    return cells;
  }
}
