package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tags say is no part of the text and what also lies in the margin of its page, outside
 * all that is tagged. Running heads need not come back on other pages to be told so.
 */
final class TaggedMargins {

  /** How much of the width or height of a page is margin at most. */
  private static final double MARGIN = 0.1;

  private TaggedMargins() {}

  /**
   * Takes it out of the sheets.
   *
   * @return whether there was any
   */
  static boolean remove(List<Sheet> sheets) {
    boolean any = false;
    for (Sheet sheet : sheets) {
      for (Line line : linesOf(sheet)) {
        boolean upright = line.first().turn() == sheet.turn();
        sheet.drop(
            line,
            RunningHeads.isNumber(line.text())
                ? RunningHeads.PAGE_NUMBER
                : RunningHeads.RUNNING_HEAD);
        if (upright) {
          sheet.ignoreRulesBeside(line);
        }
        any = true;
      }
    }
    return any;
  }

  static List<Line> linesOf(Sheet sheet) {
    List<Line> artifacts = new ArrayList<>();
    Box tagged = null;
    List<Line> all = new ArrayList<>(sheet.lines());
    all.addAll(sheet.turnedLines());
    for (Line line : all) {
      if (line.words().stream().allMatch(word -> word.tag() == Tag.ARTIFACT)) {
        artifacts.add(line);
      } else if (Tags.most(line) >= 0) {
        Box place = sheet.place(line);
        tagged = tagged == null ? place : tagged.cover(place);
      }
    }
    Box text = tagged;
    return artifacts.stream().filter(line -> inMargin(sheet, sheet.place(line), text)).toList();
  }

  private static boolean inMargin(Sheet sheet, Box line, @Nullable Box text) {
    if (text == null) {
      return false;
    }
    double across = MARGIN * sheet.width();
    double down = MARGIN * sheet.height();
    double right = line.x() + line.width();
    double bottom = line.y() + line.height();
    return bottom <= Math.min(text.y(), down)
        || line.y() >= Math.max(text.y() + text.height(), sheet.height() - down)
        || right <= Math.min(text.x(), across)
        || line.x() >= Math.max(text.x() + text.width(), sheet.width() - across);
  }
}
