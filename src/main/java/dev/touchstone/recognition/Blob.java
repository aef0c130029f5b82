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
 */
record Blob(int x1, int y1, int x2, int y2, int ink, double lean) {

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
    int ink = 0;
    double[] sums = new double[4];
    Deque<int[]> open = new ArrayDeque<>();
    open.add(new int[] {startX, startY});
    seen[(startY - bounds[1]) * width + startX - bounds[0]] = true;
    while (!open.isEmpty()) {
      int[] pixel = open.removeFirst();
      ink++;
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
    double variance = sums[3] - sums[1] * sums[1] / ink;
    double together = sums[2] - sums[0] * sums[1] / ink;
    double lean = variance <= 0 ? 0 : -together / variance * (box[3] - box[1]);
    return new Blob(box[0], box[1], box[2], box[3], ink, lean);
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
                0));
      } else {
        whole.add(blob);
      }
    }
    return whole;
  }
}
