package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The labels at the head of captions: {@code Table 2}, {@code Fig. 3}. */
final class Labels {

  private static final String NUMBER = " ?\\p{Alnum}{1,4}\\b.*";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  private static final Pattern TABLE = Pattern.compile("(?:table|tab\\.|exhibit)" + NUMBER, FLAGS);
  private static final Pattern FIGURE =
      Pattern.compile("(?:figure|fig\\.|chart|graph|map)" + NUMBER, FLAGS);
  private static final Pattern ANY =
      Pattern.compile(
          "(?:table|tab\\.|figure|fig\\.|exhibit|appendix)" + NUMBER,
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** How far a caption may stand from what it names, in multiples of its size. */
  private static final double NEAR = 4.5;

  private static final int LONGEST_CAPTION = 4;

  private Labels() {}

  static boolean isTable(Line line) {
    return TABLE.matcher(line.text()).matches();
  }

  static boolean isAny(Line line) {
    return ANY.matcher(line.text()).matches();
  }

  /** Whether the caption right above or below a place is that of a figure. */
  static boolean isFigure(Sheet sheet, Box place) {
    @Nullable Line above = captionAbove(sheet, place);
    if (above != null) {
      return FIGURE.matcher(above.text()).matches();
    }
    double bottom = place.y() + place.height();
    for (Line line : sheet.lines()) {
      if (line.top() > bottom - 1 && meets(line, place)) {
        return line.top() - bottom < NEAR * line.size() && FIGURE.matcher(line.text()).matches();
      }
    }
    return false;
  }

  /** The first line of the caption above, of one line or a few; null if there is none. */
  private static @Nullable Line captionAbove(Sheet sheet, Box place) {
    double top = place.y();
    int seen = 0;
    for (int i = sheet.lines().size() - 1; i >= 0 && seen < LONGEST_CAPTION; i--) {
      Line line = sheet.lines().get(i);
      if (line.bottom() > place.y() + 1 || !meets(line, place)) {
        continue;
      }
      if (top - line.bottom() > NEAR * line.size()) {
        return null;
      }
      if (isAny(line) || FIGURE.matcher(line.text()).matches()) {
        return line;
      }
      top = line.top();
      seen++;
    }
    return null;
  }

  private static boolean meets(Line line, Box box) {
    return line.left() < box.x() + box.width() && line.right() > box.x();
  }
}
