package dev.touchstone.consistency.check;

import dev.touchstone.document.Cell;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number that a table cell begins with: 18 in {@code 18 (1.8%)}, 1017 in {@code 1,017}. */
final class CellNumber {

  private static final Pattern COUNT =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d+)\\s*(?:\\([^()]*\\))?[*†‡§¶]*");

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)[*†‡§¶]*");

  private CellNumber() {}

  /** The count of a cell that is a count, alone or with a percentage in brackets; else null. */
  static @Nullable Integer count(@Nullable Cell cell) {
    if (cell == null) {
      return null;
    }
    Matcher m = COUNT.matcher(text(cell));
    if (!m.matches() || m.group(1).length() > 9) {
      return null;
    }
    return Integer.valueOf(m.group(1).replace(",", ""));
  }

  /** The number of a cell that is nothing but a number; else null. */
  static @Nullable ReportedNumber number(@Nullable Cell cell) {
    if (cell == null) {
      return null;
    }
    Matcher m = NUMBER.matcher(text(cell));
    return m.matches() && m.group(1).length() <= 12
        ? new ReportedNumber(m.group(1), new BigDecimal(m.group(1).replace(",", "")))
        : null;
  }

  static String text(Cell cell) {
    return cell.passage().withoutCitations().text().replace('\u00a0', ' ').strip();
  }
}
