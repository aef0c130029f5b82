package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box around text.
 *
 * @param drawing whether the text is the lettering of a drawing and not a piece of prose
 */
record Frame(Box box, boolean drawing) {

  private static final double SMALLEST = 18;

  /** Boxes larger than this share of the page are its background. */
  private static final double BACKGROUND = 0.8;

  /** Lettering fills less of its box than this. */
  private static final double SPARSE = 0.3;

  boolean holds(Line line) {
    return line.left() >= box.x() - 2
        && line.right() <= box.x() + box.width() + 2
        && line.middle() >= box.y()
        && line.middle() <= box.y() + box.height();
  }

  /** The frames of a page, smallest first. */
  static List<Frame> of(Sheet sheet, List<Lattice> lattices, List<Grid> tables) {
    List<Box> boxes = new ArrayList<>();
    for (Lattice lattice : lattices) {
      if (lattice.frame()) {
        boxes.add(lattice.box());
      }
    }
    for (Shade shade : sheet.shades()) {
      boxes.add(shade.box());
    }
    List<Frame> frames = new ArrayList<>();
    for (Box box : boxes) {
      boolean background = box.height() > BACKGROUND * sheet.height();
      if (Math.min(box.width(), box.height()) < SMALLEST
          || background
          || tables.stream().anyMatch(table -> overlap(table.box(), box))) {
        continue;
      }
      Frame frame = new Frame(box, false);
      double printed = 0;
      int lines = 0;
      for (Line line : sheet.lines()) {
        if (frame.holds(line)) {
          printed += line.size();
          lines++;
        }
      }
      if (lines > 0) {
        boolean sparse = printed < SPARSE * box.height() && box.height() > 60;
        frames.add(new Frame(box, sparse));
      }
    }
    frames.sort(Comparator.comparingDouble(frame -> frame.box().width() * frame.box().height()));
    return frames;
  }

  static @Nullable Frame around(Line line, List<Frame> frames) {
    for (Frame frame : frames) {
      if (frame.holds(line)) {
        return frame;
      }
    }
    return null;
  }

  private static boolean overlap(Box a, Box b) {
    double x = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
    double y = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
    return x > 0 && y > 0 && x * y > 0.3 * Math.min(a.width() * a.height(), b.width() * b.height());
  }
}
