package dev.touchstone.recognition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The ink of one character: pixels that hang together, and what stands above or below them.
 *
 * @param x2 last column, included
 * @param y2 last row, included
 * @param ink number of dark pixels
 * @param lean how far its top stands to the right of its foot, as a straight line through it says
 * @param bracket whether it is a stem with a serif at either end, and to which side they point
 */
record Blob(int x1, int y1, int x2, int y2, int ink, double lean, Bracket bracket) {

  /** Which bracket the shape is, if any. */
  enum Bracket {
    NONE,
    OPENING,
    CLOSING
  }

  private static final int SPECK = 3;

  int width() {
    return x2 - x1 + 1;
  }

  int height() {
    return y2 - y1 + 1;
  }

  /** How much of its box is ink. */
  double fill() {
    return ink / (double) (width() * height());
  }

  /** The blobs of a stretch of a picture, from left to right; ends included. */
  static List<Blob> in(Picture picture, int threshold, int left, int top, int right, int bottom) {
    int width = right - left + 1;
    int height = bottom - top + 1;
    boolean[] seen = new boolean[Math.max(0, width * height)];
    List<Blob> found = new ArrayList<>();
    for (int x = left; x <= right; x++) {
      for (int y = top; y <= bottom; y++) {
        int at = (y - top) * width + x - left;
        if (!seen[at] && picture.at(x, y) < threshold) {
          Blob blob = grow(picture, threshold, new int[] {left, top, right, bottom}, seen, x, y);
          if (blob.ink > SPECK) {
            found.add(blob);
          }
        }
      }
    }
    return stacked(found);
  }

  private static Blob grow(
      Picture picture, int threshold, int[] bounds, boolean[] seen, int startX, int startY) {
    int width = bounds[2] - bounds[0] + 1;
    int[] box = {startX, startY, startX, startY};
    List<int[]> pixels = new ArrayList<>();
    double[] sums = new double[4];
    Deque<int[]> open = new ArrayDeque<>();
    open.add(new int[] {startX, startY});
    seen[(startY - bounds[1]) * width + startX - bounds[0]] = true;
    while (!open.isEmpty()) {
      int[] pixel = open.removeFirst();
      pixels.add(pixel);
      double dx = pixel[0] - startX;
      double dy = pixel[1] - startY;
      sums[0] += dx;
      sums[1] += dy;
      sums[2] += dx * dy;
      sums[3] += dy * dy;
      box[0] = Math.min(box[0], pixel[0]);
      box[1] = Math.min(box[1], pixel[1]);
      box[2] = Math.max(box[2], pixel[0]);
      box[3] = Math.max(box[3], pixel[1]);
      for (int y = pixel[1] - 1; y <= pixel[1] + 1; y++) {
        for (int x = pixel[0] - 1; x <= pixel[0] + 1; x++) {
          if (x >= bounds[0] && x <= bounds[2] && y >= bounds[1] && y <= bounds[3]) {
            int at = (y - bounds[1]) * width + x - bounds[0];
            if (!seen[at] && picture.at(x, y) < threshold) {
              seen[at] = true;
              open.add(new int[] {x, y});
            }
          }
        }
      }
    }
    int ink = pixels.size();
    double variance = sums[3] - sums[1] * sums[1] / ink;
    double together = sums[2] - sums[0] * sums[1] / ink;
    double lean = variance <= 0 ? 0 : -together / variance * (box[3] - box[1]);
    return new Blob(box[0], box[1], box[2], box[3], ink, lean, bracket(box, pixels));
  }

  /** The middle of a bracket is its stem alone, and its ends reach over the whole width. */
  private static Bracket bracket(int[] box, List<int[]> pixels) {
    int width = box[2] - box[0] + 1;
    int height = box[3] - box[1] + 1;
    if (width < 3 || height < 12 || width > 0.45 * height) {
      return Bracket.NONE;
    }
    int quarter = height / 4;
    int[] middle = {box[2], box[0]};
    int[] head = {box[2], box[0]};
    int[] foot = {box[2], box[0]};
    for (int[] pixel : pixels) {
      int down = pixel[1] - box[1];
      int[] part = down < 3 ? head : down >= height - 3 ? foot : middle;
      if (part != middle || down >= quarter && down < height - quarter) {
        part[0] = Math.min(part[0], pixel[0]);
        part[1] = Math.max(part[1], pixel[0]);
      }
    }
    int stem = middle[1] - middle[0] + 1;
    boolean whole =
        head[1] - head[0] + 1 >= width - 1
            && foot[1] - foot[0] + 1 >= width - 1
            && width - stem >= 2;
    if (!whole || middle[0] - box[0] > 1 && box[2] - middle[1] > 1) {
      return Bracket.NONE;
    }
    int toLeft = middle[0] - box[0];
    int toRight = box[2] - middle[1];
    return toRight > toLeft ? Bracket.OPENING : toLeft > toRight ? Bracket.CLOSING : Bracket.NONE;
  }

  /** A dot and its letter, or the two strokes of a sign, stand above one another. */
  private static List<Blob> stacked(List<Blob> found) {
    found.sort(Comparator.comparingInt(Blob::x1).thenComparingInt(Blob::y1));
    List<Blob> whole = new ArrayList<>();
    for (Blob blob : found) {
      Blob last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
      if (last != null
          && Math.min(last.x2, blob.x2) - Math.max(last.x1, blob.x1) + 1
              > 0.5 * Math.min(last.width(), blob.width())) {
        whole.set(
            whole.size() - 1,
            new Blob(
                Math.min(last.x1, blob.x1),
                Math.min(last.y1, blob.y1),
                Math.max(last.x2, blob.x2),
                Math.max(last.y2, blob.y2),
                last.ink + blob.ink,
                0,
                Bracket.NONE));
      } else {
        whole.add(blob);
      }
    }
    return whole;
  }
}
