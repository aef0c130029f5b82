package dev.touchstone.ingest;

import dev.touchstone.document.Box;
import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The boxes around what a page clips its drawing to. A box is never smaller than the clip itself,
 * so that nothing is taken for hidden that can be seen.
 */
final class ClipBoxes {

  private static final Box ALL = new Box(-1e6, -1e6, 2e6, 2e6);

  private final Deque<Box> saved = new ArrayDeque<>();
  private Box now = ALL;

  void save() {
    saved.push(now);
  }

  void restore() {
    if (!saved.isEmpty()) {
      now = saved.pop();
    }
  }

  /**
   * @param to null where nothing is known of the new clip
   */
  void narrow(@Nullable Box to) {
    if (to != null) {
      double left = Math.max(now.x(), to.x());
      double top = Math.max(now.y(), to.y());
      double right = Math.min(now.x() + now.width(), to.x() + to.width());
      double bottom = Math.min(now.y() + now.height(), to.y() + to.height());
      now = new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
  }

  /**
   * Whether a glyph lies wholly beyond the clip, whatever its direction.
   *
   * @param start where its base line begins
   */
  boolean hides(Point2D start, double width, double size) {
    double reach = Math.max(Math.abs(width), size) + 1;
    return start.getX() < now.x() - reach
        || start.getX() > now.x() + now.width() + reach
        || start.getY() < now.y() - reach
        || start.getY() > now.y() + now.height() + reach;
  }
}
