package dev.touchstone.recognition;

import java.nio.charset.StandardCharsets;

/** A picture of a page in shades of grey, rows from the top. */
public final class Picture {

  private final int width;
  private final int height;
  private final byte[] light;
  private final double dpi;

  /**
   * @param light one byte per pixel, 0 for black and 255 for white; kept, not copied
   * @param dpi pixels per inch, the same in both directions
   */
  public Picture(int width, int height, byte[] light, double dpi) {
    if (light.length != width * height || width < 1 || height < 1) {
      throw new IllegalArgumentException("not " + width + " × " + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.light = light;
    this.dpi = dpi;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double dpi() {
    return dpi;
  }

  /** Points per pixel. */
  double scale() {
    return 72 / dpi;
  }

  /** White beyond the edges. */
  int at(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 255 : light[y * width + x] & 0xFF;
  }

  void set(int x, int y, int value) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      light[y * width + x] = (byte) value;
    }
  }

  Picture copy() {
    return new Picture(width, height, light.clone(), dpi);
  }

  /** The shade that most of it has: the paper. */
  int paper() {
    int[] counts = new int[256];
    for (byte value : light) {
      counts[value & 0xFF]++;
    }
    int best = 255;
    for (int shade = 254; shade > 128; shade--) {
      if (counts[shade] > counts[best]) {
        best = shade;
      }
    }
    return best;
  }

  /** Turned about its centre, by degrees clockwise; what comes in from outside is white. */
  Picture turned(double degrees) {
    double sin = Math.sin(Math.toRadians(degrees));
    double cos = Math.cos(Math.toRadians(degrees));
    byte[] turned = new byte[light.length];
    double middleX = width / 2.0;
    double middleY = height / 2.0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fromX = cos * (x - middleX) + sin * (y - middleY) + middleX;
        double fromY = -sin * (x - middleX) + cos * (y - middleY) + middleY;
        turned[y * width + x] = (byte) Math.round(between(fromX, fromY));
      }
    }
    return new Picture(width, height, turned, dpi);
  }

  /** The shade at a point between pixels. */
  double between(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    return (1 - down) * ((1 - right) * at(left, top) + right * at(left + 1, top))
        + down * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
  }

  /** As a portable grey map, the plainest form that Tesseract reads. */
  byte[] portableGreyMap() {
    byte[] head = ("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] map = new byte[head.length + light.length];
    System.arraycopy(head, 0, map, 0, head.length);
    System.arraycopy(light, 0, map, head.length, light.length);
    return map;
  }
}
