package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.List;

/** Gives lines the bullets that are drawn before them as dots and squares and not as characters. */
final class DrawnBullets {

  private static final double LARGEST = 0.65;
  private static final double FARTHEST = 2.5;

  private DrawnBullets() {}

  /**
   * @param lines from top to bottom; lines with a bullet get it as their first word
   * @return the drawings that are no bullets
   */
  static List<Box> addTo(List<Line> lines, List<Box> drawings) {
    List<Box> others = new ArrayList<>();
    for (Box drawing : drawings) {
      if (!attach(lines, drawing)) {
        others.add(drawing);
      }
    }
    return others;
  }

  private static boolean attach(List<Line> lines, Box drawing) {
    double middle = drawing.y() + drawing.height() / 2;
    for (int i = firstBelow(lines, middle - 1); i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.baseline() > middle + 1.2 * line.size()) {
        return false;
      }
      double gap = line.left() - drawing.x() - drawing.width();
      boolean round =
          drawing.width() < LARGEST * line.size()
              && drawing.height() < LARGEST * line.size()
              && drawing.width() > 0.1 * line.size()
              && Math.abs(drawing.width() - drawing.height()) < 0.15 * line.size();
      if (round
          && middle > line.top()
          && middle < line.baseline() + 1
          && gap > 0
          && gap < FARTHEST * line.size()) {
        lines.set(i, withBullet(line, drawing));
        return true;
      }
    }
    return false;
  }

  private static int firstBelow(List<Line> lines, double y) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int centre = (low + high) >>> 1;
      if (lines.get(centre).baseline() < y) {
        low = centre + 1;
      } else {
        high = centre;
      }
    }
    return low;
  }

  private static Line withBullet(Line line, Box drawing) {
    List<Word> words = new ArrayList<>();
    Word first = line.first();
    double right = drawing.x() + drawing.width();
    words.add(
        new Word(
            "\u2022",
            drawing.x(),
            right,
            first.baseline(),
            first.size(),
            first.face(),
            0,
            true,
            0,
            first.turn(),
            first.tag()));
    words.addAll(line.words());
    return new Line(line.page(), words);
  }
}
