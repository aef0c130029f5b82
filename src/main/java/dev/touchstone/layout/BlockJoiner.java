package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the end of a column or page has cut: paragraphs, also around tables and drawings that
 * stand between, and tables.
 */
final class BlockJoiner {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:table|tab\\.|figure|fig\\.?|scheme|exhibit|caption)[ :].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private BlockJoiner() {}

  static List<Object> join(
      List<Object> blocks,
      TextStyle style,
      List<Sheet> sheets,
      Map<Integer, SortedMap<String, Integer>> dropped) {
    List<Object> joined = new ArrayList<>();
    int openText = -1;
    for (Object block : blocks) {
      if (block instanceof Item.Tabular tabular) {
        Object last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        @Nullable Grid whole =
            last instanceof Item.Tabular before
                ? whole(before.grid(), tabular.grid(), sheets, dropped)
                : null;
        if (whole == null) {
          joined.add(tabular);
        } else {
          joined.set(joined.size() - 1, new Item.Tabular(whole, tabular.column()));
        }
        continue;
      }
      TextBlock text = (TextBlock) block;
      if (isRunning(text, style) && openText >= 0) {
        TextBlock open = (TextBlock) joined.get(openText);
        if (!open.last().column().equals(text.lines.get(0).column()) && isCut(open, text)) {
          open.lines.addAll(text.lines);
          continue;
        }
      }
      joined.add(text);
      if (isRunning(text, style)) {
        openText = joined.size() - 1;
      }
    }
    return joined;
  }

  /** Both as one table; null if the second is no continuation. */
  private static @Nullable Grid whole(
      Grid first,
      Grid second,
      List<Sheet> sheets,
      Map<Integer, SortedMap<String, Integer>> dropped) {
    if (TableJoiner.continues(first, second, sheets.get(second.page() - 1).width())) {
      return TableJoiner.join(first, second, dropped);
    }
    Grid[] parts = TableJoiner.onCommonColumns(first, second);
    return parts == null ? null : TableJoiner.join(parts[0], parts[1], dropped);
  }

  /** Prose that may go on in the next column, as opposed to captions, notes and headings. */
  private static boolean isRunning(TextBlock block, TextStyle style) {
    boolean heading =
        block.allBold() && !style.bold() && block.wordCount() < 40 && !endsOpen(block.last().line())
            || block.size() > 1.12 * style.size();
    return !heading
        && !block.taggedHeading()
        && !block.turned()
        && !block.drawing()
        && block.size() > 0.92 * style.size()
        && !LABEL.matcher(block.text()).matches();
  }

  private static boolean endsOpen(Line line) {
    String text = line.text();
    return text.endsWith(",") || text.endsWith("-");
  }

  /** Whether a dash stands below the words of a numbered item, where its next line belongs. */
  private static boolean hangs(TextBlock item, TextBlock next) {
    double words = item.textLeft() - item.lines.get(0).column().left();
    double dash = next.first().left() - next.lines.get(0).column().left();
    return item.listItem()
        && Marker.isOrdered(item.first().first())
        && Marker.isBullet(next.first().first())
        && !Marker.isDot(next.first().first())
        && Math.abs(words - dash) < 3;
  }

  private static boolean isCut(TextBlock open, TextBlock next) {
    boolean opens = next.listItem() && next.first().text().charAt(0) != '(';
    if (opens && !hangs(open, next)) {
      return false;
    }
    Line last = open.last().line();
    Line first = next.first();
    double ratio = first.size() / last.size();
    if (ratio > 1.08 || ratio < 0.92 || first.allBold() && !last.allBold()) {
      return false;
    }
    String end = last.text();
    char closing = end.charAt(end.length() - 1);
    String start = first.text();
    int letter = 0;
    while (letter < start.length() && !Character.isLetterOrDigit(start.charAt(letter))) {
      letter++;
    }
    boolean lower = letter < start.length() && Character.isLowerCase(start.charAt(letter));
    boolean sentenceEnds = ".?!:".indexOf(closing) >= 0 || closing == ']' && lower;
    double room = open.last().column().right() - last.right();
    boolean full = room < 0.12 * open.last().column().width() + first.first().width();
    if (lower && ".?!".indexOf(closing) < 0) {
      return true;
    }
    if (sentenceEnds) {
      return false;
    }
    return full && (closing == ',' || !open.listItem() || Character.isLetterOrDigit(closing));
  }
}
