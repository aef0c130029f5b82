package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * Straight lines along the axes of a picture: runs of pixels that are darker than what lies on both
 * sides of them.
 */
final class DrawnRules {

  /** A rule in pixels, ends included. */
  record Stroke(int x1, int y1, int x2, int y2) {
    int width() {
      return x2 - x1 + 1;
    }

    int height() {
      return y2 - y1 + 1;
    }
  }

  private static final int CONTRAST = 14;
  private static final double SHORTEST_INCHES = 0.22;
  private static final double SURE_INCHES = 0.6;

  private final Picture picture;
  private final int side;
  private final int shortest;

  private DrawnRules(Picture picture) {
    this.picture = picture;
    this.side = Math.max(3, (int) Math.round(picture.dpi() / 40));
    this.shortest = (int) (SHORTEST_INCHES * picture.dpi());
  }

  static List<Stroke> of(Picture picture) {
    DrawnRules finder = new DrawnRules(picture);
    List<Stroke> across = finder.joined(finder.runs(true), true);
    List<Stroke> down = finder.joined(finder.runs(false), false);
    List<Stroke> rules = new ArrayList<>(across);
    // A tall letter is a stroke too; what is short must meet a rule that lies across.
    for (Stroke stroke : down) {
      if (stroke.height() >= SURE_INCHES * picture.dpi()
          || across.stream().anyMatch(rule -> finder.meet(rule, stroke))) {
        rules.add(stroke);
      }
    }
    return rules;
  }

  private boolean meet(Stroke across, Stroke down) {
    return across.x1 - side <= down.x2
        && down.x1 <= across.x2 + side
        && (Math.abs(across.y1 - down.y2) <= 2 * side
            || Math.abs(down.y1 - across.y2) <= 2 * side
            || down.y1 < across.y1 && across.y1 < down.y2);
  }

  private int light(int along, int over, boolean across) {
    return across ? picture.at(along, over) : picture.at(over, along);
  }

  private boolean ridge(int along, int over, boolean across) {
    int here = light(along, over, across) + CONTRAST;
    return here <= light(along, over - side, across) && here <= light(along, over + side, across);
  }

  private List<Stroke> runs(boolean across) {
    int length = across ? picture.width() : picture.height();
    int breadth = across ? picture.height() : picture.width();
    List<Stroke> runs = new ArrayList<>();
    for (int over = 0; over < breadth; over++) {
      int start = -1;
      int last = -1;
      for (int along = 0; along <= length; along++) {
        boolean on = along < length && ridge(along, over, across);
        if (on) {
          start = start < 0 ? along : start;
          last = along;
        } else if (start >= 0 && along - last > 1) {
          if (last - start + 1 >= shortest) {
            runs.add(
                across ? new Stroke(start, over, last, over) : new Stroke(over, start, over, last));
          }
          start = -1;
        }
      }
    }
    return runs;
  }

  /** Runs in neighbouring rows of pixels are one rule, also where writing or a fold cut it. */
  private List<Stroke> joined(List<Stroke> runs, boolean across) {
    int gap = 2 * side;
    List<Stroke> rules = new ArrayList<>();
    for (Stroke run : runs) {
      Stroke all = run;
      for (int i = rules.size() - 1; i >= 0; i--) {
        Stroke rule = rules.get(i);
        if (near(rule, all, across, gap)) {
          all =
              new Stroke(
                  Math.min(rule.x1, all.x1),
                  Math.min(rule.y1, all.y1),
                  Math.max(rule.x2, all.x2),
                  Math.max(rule.y2, all.y2));
          rules.remove(i);
        }
      }
      rules.add(all);
    }
    rules.removeIf(
        rule ->
            across
                ? rule.height() > 2 * side || rule.height() * 5 > rule.width()
                : rule.width() > 2 * side || rule.width() * 5 > rule.height());
    return rules;
  }

  private static boolean near(Stroke rule, Stroke run, boolean across, int gap) {
    return across
        ? run.y1 - rule.y2 <= 1 && rule.x1 <= run.x2 + gap && run.x1 <= rule.x2 + gap
        : run.x1 - rule.x2 <= 1 && rule.y1 <= run.y2 + gap && run.y1 <= rule.y2 + gap;
  }

  /** Paints the rules over with what lies beside them, so that they do not pass for letters. */
  static void erase(Picture picture, List<Stroke> rules) {
    int side = Math.max(3, (int) Math.round(picture.dpi() / 40));
    for (Stroke rule : rules) {
      boolean across = rule.width() >= rule.height();
      for (int y = rule.y1 - 1; y <= rule.y2 + 1; y++) {
        for (int x = rule.x1 - 1; x <= rule.x2 + 1; x++) {
          int one = across ? picture.at(x, rule.y1 - side) : picture.at(rule.x1 - side, y);
          int other = across ? picture.at(x, rule.y2 + side) : picture.at(rule.x2 + side, y);
          picture.set(x, y, Math.max(picture.at(x, y), Math.min(one, other)));
        }
      }
    }
  }
}
