package dev.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes a PDF of any number of pages, each with a running head, prose and a table. */
final class LongPdf {

  private static final String SENTENCE =
      "Patients of the first cohort received 40 mg once daily and were seen every two weeks.";

  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);

  private LongPdf() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: LongPdf FILE PAGES");
      System.exit(2);
    }
    Path file = Path.of(args[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (PDDocument pdf = new PDDocument()) {
      LongPdf writer = new LongPdf();
      for (int page = 1; page <= Integer.parseInt(args[1]); page++) {
        writer.page(pdf, page);
      }
      pdf.save(file.toFile());
    }
  }

  private void page(PDDocument pdf, int number) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    try (PDPageContentStream on = new PDPageContentStream(pdf, page)) {
      show(on, plain, 8, 60, 810, "Summary of dose cohorts, page " + number);
      show(on, bold, 13, 60, 770, number + ". Cohort " + number);
      double y = 745;
      for (int line = 0; line < 24; line++, y -= 13) {
        show(on, plain, 10, 60, y, line + " " + SENTENCE);
      }
      show(on, bold, 9, 60, y - 10, "Table " + number + ". Cohort " + number + " by dose");
      y -= 28;
      for (int row = 0; row < 18; row++, y -= 13) {
        on.moveTo(60, (float) y + 10);
        on.lineTo(520, (float) y + 10);
        on.stroke();
        for (int col = 0; col < 6; col++) {
          String text =
              row == 0
                  ? "Column " + col
                  : String.format(Locale.ROOT, "%.1f", (row * 7 + col * 3 + number) % 90 + 0.5);
          show(on, row == 0 ? bold : plain, 9, 60 + 78 * col, y, text);
        }
      }
      on.moveTo(60, (float) y + 10);
      on.lineTo(520, (float) y + 10);
      on.stroke();
    }
  }

  private static void show(
      PDPageContentStream on, PDFont font, double size, double x, double y, String text)
      throws IOException {
    on.beginText();
    on.setFont(font, (float) size);
    on.newLineAtOffset((float) x, (float) y);
    on.showText(text);
    on.endText();
  }
}
