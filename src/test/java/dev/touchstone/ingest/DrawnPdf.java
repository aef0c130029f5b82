package dev.touchstone.ingest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** A PDF drawn word by word, so that a test shows what stands where. Points from the top left. */
final class DrawnPdf {

  static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
  static final PDFont ITALIC = new PDType1Font(FontName.HELVETICA_OBLIQUE);
  static final double LEADING = 14;

  private final PDDocument pdf = new PDDocument();
  private PDPageContentStream content;

  DrawnPdf() {
    content = open();
  }

  PDDocument document() {
    return pdf;
  }

  PDPage lastPage() {
    return pdf.getPage(pdf.getNumberOfPages() - 1);
  }

  private PDPageContentStream open() {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    try {
      return new PDPageContentStream(pdf, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DrawnPdf page() {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    content = open();
    return this;
  }

  DrawnPdf text(double x, double y, String words) {
    return text(x, y, PLAIN, 10, words);
  }

  DrawnPdf bold(double x, double y, String words) {
    return text(x, y, BOLD, 10, words);
  }

  DrawnPdf text(double x, double y, PDFont font, double size, String words) {
    return text(x, y, font, size, words, RenderingMode.FILL);
  }

  DrawnPdf text(double x, double y, PDFont font, double size, String words, RenderingMode mode) {
    try {
      content.beginText();
      content.setRenderingMode(mode);
      content.setFont(font, (float) size);
      content.newLineAtOffset((float) x, (float) (PDRectangle.A4.getHeight() - y));
      content.showText(words);
      content.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What the methods below have no word for. */
  @FunctionalInterface
  interface Drawing {
    void on(PDPageContentStream content) throws IOException;
  }

  DrawnPdf draw(Drawing drawing) {
    return write(
        page -> {
          page.saveGraphicsState();
          drawing.on(page);
          page.restoreGraphicsState();
        });
  }

  /** Operators that last. */
  DrawnPdf write(Drawing operators) {
    try {
      operators.on(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Words that run in another direction, in degrees clockwise, from the given place. */
  DrawnPdf turned(double x, double y, int degrees, double size, String words) {
    double height = PDRectangle.A4.getHeight();
    return draw(
        page -> {
          page.beginText();
          page.setFont(PLAIN, (float) size);
          page.setTextMatrix(
              Matrix.getRotateInstance(Math.toRadians(-degrees), (float) x, (float) (height - y)));
          page.showText(words);
          page.endText();
        });
  }

  /** A picture over the whole page. */
  DrawnPdf scan() {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    return draw(
        page ->
            page.drawImage(
                LosslessFactory.createFromImage(pdf, image),
                0,
                0,
                PDRectangle.A4.getWidth(),
                PDRectangle.A4.getHeight()));
  }

  /** Lines below one another, the first at the given height. */
  DrawnPdf lines(double x, double y, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      text(x, y + i * LEADING, lines[i]);
    }
    return this;
  }

  DrawnPdf rule(double x1, double y1, double x2, double y2) {
    double height = PDRectangle.A4.getHeight();
    try {
      content.moveTo((float) x1, (float) (height - y1));
      content.lineTo((float) x2, (float) (height - y2));
      content.stroke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A grid of rules. */
  DrawnPdf grid(List<Double> xs, List<Double> ys) {
    for (double x : xs) {
      rule(x, ys.get(0), x, ys.get(ys.size() - 1));
    }
    for (double y : ys) {
      rule(xs.get(0), y, xs.get(xs.size() - 1), y);
    }
    return this;
  }

  /** Cells of rows 20 points high in columns 120 points wide, each word 6 points from its rules. */
  DrawnPdf cells(double x, double y, String... rows) {
    for (int r = 0; r < rows.length; r++) {
      String[] cells = rows[r].split("\\|");
      for (int c = 0; c < cells.length; c++) {
        String words = cells[c].strip();
        if (!words.isEmpty()) {
          text(x + 6 + 120 * c, y + 14 + 20 * r, r == 0 ? BOLD : PLAIN, 10, words);
        }
      }
    }
    return this;
  }

  static double width(String words, double size) {
    try {
      return PLAIN.getStringWidth(words) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return bytes(null);
  }

  byte[] encrypted(String password) {
    return bytes(password);
  }

  private byte[] bytes(@Nullable String password) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.close();
      if (password != null) {
        pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      pdf.save(out);
      pdf.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
