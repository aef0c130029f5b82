package dev.touchstone.ingest;

import dev.touchstone.document.Box;
import dev.touchstone.layout.Rule;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path that is being drawn, as far as it consists of straight lines along the axes. */
final class PathPieces {

  /** Lines shorter than this are parts of letters and symbols. */
  private static final double SHORTEST = 3.0;

  /** So much of a drawing's line leans or bends; the corners of a rounded frame are less. */
  private static final double SLANTED = 0.4;

  /** How far a line may lean. */
  private static final double LEAN = 0.7;

  private final List<List<Point2D>> parts = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private List<Point2D> part = new ArrayList<>();
  private boolean curved;
  private boolean leaning;

  /**
   * @param next the corner after the first
   */
  void rectangle(Point2D corner, Point2D next, Point2D opposite) {
    leaning |=
        Math.abs(corner.getX() - next.getX()) > LEAN
            && Math.abs(corner.getY() - next.getY()) > LEAN;
    boxes.add(box(corner, opposite));
    part = new ArrayList<>();
    part.add(corner);
  }

  void moveTo(Point2D point) {
    part = new ArrayList<>();
    part.add(point);
    parts.add(part);
  }

  void lineTo(Point2D point) {
    part.add(point);
  }

  void curveTo(Point2D point) {
    curved = true;
    part.add(point);
  }

  void close() {
    if (!part.isEmpty()) {
      part.add(part.get(0));
    }
  }

  void clear() {
    parts.clear();
    boxes.clear();
    part = new ArrayList<>();
    curved = false;
    leaning = false;
  }

  Point2D current() {
    return part.isEmpty() ? new Point2D.Double() : part.get(part.size() - 1);
  }

  boolean curved() {
    return curved;
  }

  /** The lines to be stroked. */
  List<Rule> straightLines(double width) {
    List<Rule> found = new ArrayList<>();
    for (Box box : boxes) {
      double right = box.x() + box.width();
      double bottom = box.y() + box.height();
      add(found, box.x(), box.y(), right, box.y(), width);
      add(found, box.x(), bottom, right, bottom, width);
      add(found, box.x(), box.y(), box.x(), bottom, width);
      add(found, right, box.y(), right, bottom, width);
    }
    if (curved) {
      return found;
    }
    for (List<Point2D> points : parts) {
      for (int i = 1; i < points.size(); i++) {
        Point2D from = points.get(i - 1);
        Point2D to = points.get(i);
        add(found, from.getX(), from.getY(), to.getX(), to.getY(), width);
      }
    }
    return found;
  }

  /** The parts that enclose a rectangle. */
  List<Box> rectangles() {
    List<Box> found = new ArrayList<>(boxes);
    if (!curved) {
      for (List<Point2D> points : parts) {
        if (isRectangle(points)) {
          found.add(box(points.get(0), points.get(2)));
        }
      }
    }
    return found;
  }

  /** Places of what is neither a line along the axes nor a frame, such as the curve of a chart. */
  List<Box> drawings() {
    List<Box> found = new ArrayList<>();
    for (List<Point2D> points : parts) {
      Box box = null;
      double length = 0;
      double slanted = 0;
      for (int i = 0; i < points.size(); i++) {
        Box dot = new Box(points.get(i).getX(), points.get(i).getY(), 0, 0);
        box = box == null ? dot : box.cover(dot);
        if (i > 0) {
          Point2D from = points.get(i - 1);
          Point2D to = points.get(i);
          double step = from.distance(to);
          boolean leans =
              Math.min(Math.abs(from.getX() - to.getX()), Math.abs(from.getY() - to.getY())) > LEAN;
          length += step;
          slanted += leans ? step : 0;
        }
      }
      if (box != null && slanted > SLANTED * length) {
        found.add(box);
      }
    }
    return found;
  }

  /** The box around the path; null where it is empty, curved or leans, so that none is sure. */
  @Nullable Box extent() {
    return curved || leaning || boxes.isEmpty() && parts.isEmpty() ? null : bounds();
  }

  Box bounds() {
    Box all = null;
    for (Box box : boxes) {
      all = all == null ? box : all.cover(box);
    }
    for (List<Point2D> points : parts) {
      for (Point2D point : points) {
        Box dot = new Box(point.getX(), point.getY(), 0, 0);
        all = all == null ? dot : all.cover(dot);
      }
    }
    return all == null ? new Box(0, 0, 0, 0) : all;
  }

  private static boolean isRectangle(List<Point2D> points) {
    int corners = points.size();
    boolean closed = corners == 5 && points.get(0).distance(points.get(4)) < LEAN;
    if (corners != 4 && !closed) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      Point2D from = points.get(i);
      Point2D to = points.get((i + 1) % 4);
      if (Math.abs(from.getX() - to.getX()) > LEAN && Math.abs(from.getY() - to.getY()) > LEAN) {
        return false;
      }
    }
    return true;
  }

  private static void add(
      List<Rule> found, double x1, double y1, double x2, double y2, double width) {
    double dx = Math.abs(x2 - x1);
    double dy = Math.abs(y2 - y1);
    if (Math.min(dx, dy) <= LEAN && Math.max(dx, dy) >= SHORTEST) {
      found.add(
          new Rule(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), width));
    }
  }

  static Box box(Point2D corner, Point2D opposite) {
    return new Box(
        Math.min(corner.getX(), opposite.getX()),
        Math.min(corner.getY(), opposite.getY()),
        Math.abs(corner.getX() - opposite.getX()),
        Math.abs(corner.getY() - opposite.getY()));
  }

  /** A thin box as the line in its middle. */
  static Rule rule(Box box) {
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    if (box.width() >= box.height()) {
      double middle = box.y() + box.height() / 2;
      return new Rule(box.x(), middle, right, middle, box.height());
    }
    double middle = box.x() + box.width() / 2;
    return new Rule(middle, box.y(), middle, bottom, box.width());
  }
}
