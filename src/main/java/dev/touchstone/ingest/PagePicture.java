package dev.touchstone.ingest;

import dev.touchstone.recognition.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page as it is looked at, at the resolution that its largest image was scanned in. */
final class PagePicture {

  private static final double USUAL = 200;
  private static final double LEAST = 150;
  private static final double MOST = 300;

  /** Pixels of a page: A3 at 300 per inch has 18 million. */
  private static final double LARGEST = 36e6;

  /** Pixels of one image that is decoded. */
  private static final long LARGEST_IMAGE = 150_000_000;

  private PagePicture() {}

  /**
   * @param index from 0
   */
  static Picture of(PDDocument pdf, int index) throws IOException {
    PDPage page = pdf.getPage(index);
    PageFrame frame = new PageFrame(page);
    double dpi = resolution(page);
    double inches = frame.width() * frame.height() / (72 * 72);
    dpi = Math.min(dpi, Math.sqrt(LARGEST / Math.max(inches, 1e-6)));
    PDFRenderer renderer = new PDFRenderer(pdf);
    BufferedImage drawn = renderer.renderImageWithDPI(index, (float) dpi, ImageType.GRAY);
    Raster raster = drawn.getRaster();
    int width = drawn.getWidth();
    int height = drawn.getHeight();
    byte[] light = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        light[y * width + x] = (byte) row[x];
      }
    }
    return new Picture(width, height, light, dpi);
  }

  private static double resolution(PDPage page) throws IOException {
    PDResources resources = page.getResources();
    long pixels = 0;
    double width = 0;
    if (resources != null) {
      for (COSName name : resources.getXObjectNames()) {
        if (!resources.isImageXObject(name)) {
          continue;
        }
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject image) {
          long size = (long) image.getWidth() * image.getHeight();
          if (size > LARGEST_IMAGE) {
            throw new IOException("an image of " + size + " pixels");
          }
          if (size > pixels) {
            pixels = size;
            width = image.getWidth();
          }
        }
      }
    }
    if (pixels == 0) {
      return USUAL;
    }
    double inches = page.getCropBox().getWidth() / 72;
    return Math.max(LEAST, Math.min(MOST, width / inches));
  }
}
