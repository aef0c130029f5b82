package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How thick the strokes of letters are, as a share of the size: what is clearly thicker than most
 * of the document is bold.
 */
final class Strokes {

  private record Share(double stroke, int characters) {}

  private final List<Share> shares = new ArrayList<>();
  private double regular = Double.MAX_VALUE;

  void add(double stroke, int characters) {
    shares.add(new Share(stroke, characters));
  }

  /** Ends a page: most of all that was read so far is regular. */
  void learn() {
    List<Share> sorted = new ArrayList<>(shares);
    sorted.sort(Comparator.comparingDouble(Share::stroke));
    int half = sorted.stream().mapToInt(Share::characters).sum() / 2;
    int sum = 0;
    for (Share share : sorted) {
      sum += share.characters();
      if (sum > half) {
        regular = share.stroke();
        return;
      }
    }
  }

  double regular() {
    return regular;
  }

  /**
   * The usual length, in pixels, of what a row of pixels cuts out of the letters of a word. Shades
   * at the edges count in part, and grey letters like black ones.
   */
  static double of(Picture picture, Hocr.Token token) {
    int paper = 0;
    int ink = 255;
    for (int y = token.y1(); y < token.y2(); y++) {
      for (int x = token.x1() - 1; x <= token.x2(); x++) {
        paper = Math.max(paper, picture.at(x, y));
        ink = Math.min(ink, picture.at(x, y));
      }
    }
    List<Double> cuts = new ArrayList<>();
    double full = Math.max(1, paper - ink);
    for (int y = token.y1(); y < token.y2(); y++) {
      double cut = 0;
      for (int x = token.x1() - 2; x <= token.x2() + 2; x++) {
        double dark = (paper - picture.at(x, y)) / full;
        if (dark > 0.12) {
          cut += Math.min(1, dark);
        } else {
          if (cut > 0.8) {
            cuts.add(cut);
          }
          cut = 0;
        }
      }
    }
    cuts.sort(Comparator.naturalOrder());
    return cuts.isEmpty() ? 0 : cuts.get(cuts.size() / 2);
  }
}
