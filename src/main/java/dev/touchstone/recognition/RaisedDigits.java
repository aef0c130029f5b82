package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads small raised digits a second time, enlarged and set beside one another in one line. */
final class RaisedDigits {

  private static final int HEIGHT = 36;
  private static final int MARGIN = 24;
  private static final double DPI = 300;

  private final Tesseract tesseract;

  RaisedDigits(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  /**
   * @return as many digits as there are marks, or none where it cannot be told which is which
   */
  List<String> read(Picture page, List<Mark> marks) throws RecognitionFailed {
    List<String> digits = digits(page, marks);
    if (digits.size() == marks.size() || marks.size() == 1) {
      return digits.size() == marks.size() ? digits : List.of();
    }
    List<String> all = new ArrayList<>();
    for (Mark mark : marks) {
      List<String> one = digits(page, List.of(mark));
      all.add(one.size() == 1 ? one.get(0) : "");
    }
    return all;
  }

  private List<String> digits(Picture page, List<Mark> marks) throws RecognitionFailed {
    // A lone digit is too little for a line: it is set three times, and must be read alike.
    int times = marks.size() == 1 ? 3 : 1;
    int each = HEIGHT + MARGIN;
    Picture line =
        new Picture(
            MARGIN + times * marks.size() * each,
            HEIGHT + 2 * MARGIN,
            white((MARGIN + times * marks.size() * each) * (HEIGHT + 2 * MARGIN)),
            DPI);
    for (int i = 0; i < times * marks.size(); i++) {
      draw(page, marks.get(i % marks.size()), line, MARGIN + i * each);
    }
    String read = tesseract.digits(line).replaceAll("[^0-9]", "");
    if (times == 3) {
      boolean alike = read.length() == 3 && read.chars().distinct().count() == 1;
      return alike ? List.of(read.substring(0, 1)) : List.of();
    }
    List<String> digits = new ArrayList<>();
    read.chars().forEach(c -> digits.add(String.valueOf((char) c)));
    return digits;
  }

  private static byte[] white(int pixels) {
    byte[] white = new byte[pixels];
    Arrays.fill(white, (byte) 255);
    return white;
  }

  private static void draw(Picture page, Mark mark, Picture line, int left) {
    double factor = mark.capital() / HEIGHT;
    int width = (int) Math.round((mark.right() - mark.left()) / factor);
    double top = mark.baseline() - mark.capital();
    for (int y = -2; y < HEIGHT + 2; y++) {
      for (int x = -2; x < width + 2; x++) {
        double fromX = mark.left() + x * factor;
        double fromY = top + y * factor;
        line.set(left + x, MARGIN + y, (int) Math.round(page.between(fromX, fromY)));
      }
    }
  }
}
