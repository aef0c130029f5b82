package dev.touchstone.ingest;

import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * From the coordinates of a PDF page to points from the top left of the page as it is looked at.
 */
final class PageFrame {

  /** Scans lie askew by less than this, in degrees. */
  private static final double LEAN = 8;

  private final PDRectangle crop;
  private final int rotation;

  PageFrame(PDPage page) {
    this.crop = page.getCropBox();
    this.rotation = Math.floorMod(page.getRotation(), 360);
  }

  double width() {
    return rotation % 180 == 0 ? crop.getWidth() : crop.getHeight();
  }

  double height() {
    return rotation % 180 == 0 ? crop.getHeight() : crop.getWidth();
  }

  boolean holds(double x, double y) {
    return x >= crop.getLowerLeftX() - 1
        && x <= crop.getUpperRightX() + 1
        && y >= crop.getLowerLeftY() - 1
        && y <= crop.getUpperRightY() + 1;
  }

  Point2D place(Point2D point) {
    return place(point.getX(), point.getY());
  }

  Point2D place(double x, double y) {
    double right = x - crop.getLowerLeftX();
    double up = y - crop.getLowerLeftY();
    return switch (rotation) {
      case 90 -> new Point2D.Double(up, right);
      case 180 -> new Point2D.Double(crop.getWidth() - right, up);
      case 270 -> new Point2D.Double(crop.getHeight() - up, crop.getWidth() - right);
      default -> new Point2D.Double(right, crop.getHeight() - up);
    };
  }

  /**
   * Direction of writing as it is looked at, in whole degrees clockwise; a right angle for what
   * nearly is one.
   */
  int turnOf(double alongX, double alongY) {
    double degrees = -Math.toDegrees(Math.atan2(alongY, alongX)) + rotation;
    double right = Math.round(degrees / 90) * 90.0;
    boolean upright = Math.abs(degrees - right) < LEAN;
    return Math.floorMod((int) Math.round(upright ? right : degrees), 360);
  }

  /** The place of a glyph after turning the page until the glyph stands upright. */
  Point2D upright(double x, double y, int turn) {
    Point2D at = place(x, y);
    return switch (turn) {
      case 90 -> new Point2D.Double(at.getY(), width() - at.getX());
      case 180 -> new Point2D.Double(width() - at.getX(), height() - at.getY());
      case 270 -> new Point2D.Double(height() - at.getY(), at.getX());
      case 0 -> at;
      default -> {
        double angle = Math.toRadians(turn);
        yield new Point2D.Double(
            at.getX() * Math.cos(angle) + at.getY() * Math.sin(angle),
            at.getY() * Math.cos(angle) - at.getX() * Math.sin(angle));
      }
    };
  }
}
