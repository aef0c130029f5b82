package dev.touchstone.recognition;

import dev.touchstone.document.Box;
import dev.touchstone.layout.Shade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Rectangles that are evenly darker than the paper, found on a grid of small tiles. */
final class DrawnShades {

  private static final int TILE = 6;
  private static final int DARKER = 5;
  private static final int SAME = 3;
  private static final double FILLED = 0.8;
  private static final double NARROWEST_INCHES = 0.25;
  private static final double LOWEST_INCHES = 0.1;

  private final Picture picture;
  private final int cols;
  private final int rows;
  private final int[] shade;

  private DrawnShades(Picture picture) {
    this.picture = picture;
    this.cols = picture.width() / TILE;
    this.rows = picture.height() / TILE;
    this.shade = new int[cols * rows];
    for (int row = 0; row < rows; row++) {
      for (int col = 0; col < cols; col++) {
        shade[row * cols + col] = lightest(col, row);
      }
    }
  }

  /** What lies behind the writing is the lightest in a tile. */
  private int lightest(int col, int row) {
    int most = 0;
    for (int y = row * TILE; y < (row + 1) * TILE; y++) {
      for (int x = col * TILE; x < (col + 1) * TILE; x++) {
        most = Math.max(most, picture.at(x, y));
      }
    }
    return most;
  }

  /**
   * @param picture without its rules
   * @param scale points per pixel
   */
  static List<Shade> of(Picture picture, double scale) {
    return new DrawnShades(picture).find(scale);
  }

  private List<Shade> find(double scale) {
    int paper = picture.paper();
    boolean[] seen = new boolean[shade.length];
    List<Shade> found = new ArrayList<>();
    for (int start = 0; start < shade.length; start++) {
      if (!seen[start] && shade[start] < paper - DARKER && shade[start] > 40) {
        int level = shade[start];
        int[] box = region(start, level, seen);
        double area = (double) (box[2] - box[0] + 1) * (box[3] - box[1] + 1);
        boolean large =
            (box[2] - box[0] + 1) * TILE >= NARROWEST_INCHES * picture.dpi()
                && (box[3] - box[1] + 1) * TILE >= LOWEST_INCHES * picture.dpi();
        if (large && box[4] >= FILLED * area) {
          Box place = exact(box, level);
          found.add(
              new Shade(
                  new Box(
                      place.x() * scale,
                      place.y() * scale,
                      place.width() * scale,
                      place.height() * scale),
                  level << 16 | level << 8 | level));
        }
      }
    }
    return found;
  }

  private int[] region(int start, int level, boolean[] seen) {
    int[] box = {cols, rows, 0, 0, 0};
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen[start] = true;
    while (!open.isEmpty()) {
      int tile = open.removeFirst();
      int col = tile % cols;
      int row = tile / cols;
      box[0] = Math.min(box[0], col);
      box[1] = Math.min(box[1], row);
      box[2] = Math.max(box[2], col);
      box[3] = Math.max(box[3], row);
      box[4]++;
      int[][] beside = {{col - 1, row}, {col + 1, row}, {col, row - 1}, {col, row + 1}};
      for (int[] next : beside) {
        if (next[0] >= 0 && next[1] >= 0 && next[0] < cols && next[1] < rows) {
          int other = next[1] * cols + next[0];
          if (!seen[other] && Math.abs(shade[other] - level) <= SAME) {
            seen[other] = true;
            open.add(other);
          }
        }
      }
    }
    return box;
  }

  /** The edges to the pixel: outwards as long as a row or column of pixels has the shade. */
  private Box exact(int[] tiles, int level) {
    int left = tiles[0] * TILE;
    int top = tiles[1] * TILE;
    int right = (tiles[2] + 1) * TILE;
    int bottom = (tiles[3] + 1) * TILE;
    for (int i = 0; i < TILE && evenColumn(left - 1, top, bottom, level); i++) {
      left--;
    }
    for (int i = 0; i < TILE && evenColumn(right, top, bottom, level); i++) {
      right++;
    }
    for (int i = 0; i < TILE && evenRow(top - 1, left, right, level); i++) {
      top--;
    }
    for (int i = 0; i < TILE && evenRow(bottom, left, right, level); i++) {
      bottom++;
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private boolean evenColumn(int x, int top, int bottom, int level) {
    int even = 0;
    for (int y = top; y < bottom; y++) {
      even += Math.abs(picture.at(x, y) - level) <= SAME ? 1 : 0;
    }
    return even * 2 > bottom - top;
  }

  private boolean evenRow(int y, int left, int right, int level) {
    int even = 0;
    for (int x = left; x < right; x++) {
      even += Math.abs(picture.at(x, y) - level) <= SAME ? 1 : 0;
    }
    return even * 2 > right - left;
  }
}
