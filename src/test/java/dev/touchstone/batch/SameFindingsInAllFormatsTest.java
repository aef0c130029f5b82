package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.consistency.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One note in every format that people pass it on in, and on pages of two sizes: a reviewer's
 * decision must find its finding again in each.
 */
final class SameFindingsInAllFormatsTest {

  /** A heading, a paragraph, or a table with its caption. */
  private record Part(int level, String words, List<List<String>> rows) {}

  private static final List<Part> NOTE =
      List.of(
          heading(1, "Velorastat in platinum-resistant ovarian cancer"),
          heading(2, "Abstract"),
          paragraph(
              "In a randomized phase 2 trial (NCT04567890), 84 patients received velorastat and 42 patients"
                  + " received placebo. Median progression-free survival was 7.4 months with velorastat and"
                  + " 3.9 months with placebo."),
          heading(2, "Dosing"),
          paragraph(
              "Patients received velorastat 40 mg twice daily (90 mg/day). The maximum dose is 40 mg twice"
                  + " daily."),
          heading(2, "Results"),
          paragraph(
              "The hazard ratio for progression-free survival was 0.58 (95% CI 0.61 to 0.84). In the placebo"
                  + " arm, 6 of 42 patients (19.3%) discontinued because of nausea."),
          new Part(
              0,
              "Table 1. Efficacy",
              List.of(
                  List.of("Outcome", "Velorastat (n=84)", "Placebo (n=42)"),
                  List.of("Median PFS", "4.7 months", "3.9 months"),
                  List.of("Overall response rate", "31 (36.9%)", "5 (11.9%)"))),
          heading(2, "Conclusion"),
          paragraph("Velorastat prolonged progression-free survival with manageable toxicity."));

  private static WholePipeline pipeline;

  private static Part heading(int level, String words) {
    return new Part(level, words, List.of());
  }

  private static Part paragraph(String words) {
    return new Part(0, words, List.of());
  }

  @BeforeAll
  static void start() throws WrongUsage {
    pipeline = WholePipeline.of(Path.of("").toAbsolutePath(), SettingsFile.defaults());
  }

  @Test
  void findings_have_the_same_ids() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("note.txt", text("", "").getBytes(StandardCharsets.UTF_8));
    files.put("note.md", text("#", "| ").getBytes(StandardCharsets.UTF_8));
    files.put("note.html", html().getBytes(StandardCharsets.UTF_8));
    files.put("note.docx", docx());
    files.put("note.pdf", pdf(PDRectangle.A4));
    files.put("small-pages.pdf", pdf(PDRectangle.A5));

    Map<String, String> expected = findings("note.md", files.get("note.md"));

    assertThat(expected.values())
        .anyMatch(words -> words.startsWith("dose-arithmetic"))
        .anyMatch(words -> words.startsWith("percent-count"))
        .anyMatch(words -> words.startsWith("value-conflict"))
        .anyMatch(words -> words.startsWith("interval-estimate"));
    files.forEach((name, bytes) -> assertThat(findings(name, bytes)).as(name).isEqualTo(expected));
  }

  @Test
  void findings_keep_their_ids_when_something_else_is_edited() {
    String note = text("#", "| ");
    String edited =
        note.replace("## Abstract", "A word before all else.\n\n## Abstract")
            .replace("manageable toxicity", "few adverse events");

    assertThat(findings("note.md", edited.getBytes(StandardCharsets.UTF_8)).keySet())
        .isEqualTo(findings("note.md", note.getBytes(StandardCharsets.UTF_8)).keySet());
  }

  private static Map<String, String> findings(String name, byte[] bytes) {
    List<Finding> found =
        pipeline
            .examine(name, bytes, new StageClock())
            .match(
                review -> review.findings(),
                rejection -> {
                  throw new AssertionError(rejection.toString());
                });
    Map<String, String> byId = new TreeMap<>();
    found.forEach(it -> byId.put(it.id(), it.rule() + " " + it.severity().code()));
    return byId;
  }

  private static String text(String mark, String bar) {
    StringBuilder text = new StringBuilder();
    for (Part part : NOTE) {
      if (part.level() > 0) {
        text.append(mark.repeat(part.level())).append(mark.isEmpty() ? "" : " ");
      }
      text.append(part.words()).append("\n\n");
      for (List<String> row : part.rows()) {
        text.append(
            bar.isEmpty() ? String.join("\t", row) : bar + String.join(" " + bar, row) + " |");
        text.append('\n');
        if (!bar.isEmpty() && row == part.rows().get(0)) {
          text.append("|---".repeat(row.size())).append("|\n");
        }
      }
      text.append(part.rows().isEmpty() ? "" : "\n");
    }
    return text.toString();
  }

  private static String html() {
    StringBuilder html = new StringBuilder("<html><body>");
    for (Part part : NOTE) {
      if (!part.rows().isEmpty()) {
        html.append("<table><caption>").append(part.words()).append("</caption>");
        for (List<String> row : part.rows()) {
          String tag = row == part.rows().get(0) ? "th" : "td";
          html.append("<tr>");
          row.forEach(cell -> html.append("<%s>%s</%s>".formatted(tag, cell, tag)));
          html.append("</tr>");
        }
        html.append("</table>");
      } else {
        String tag = part.level() > 0 ? "h" + part.level() : "p";
        html.append("<%s>%s</%s>".formatted(tag, part.words(), tag));
      }
    }
    return html.append("</body></html>").toString();
  }

  private static byte[] docx() throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Part part : NOTE) {
        var paragraph = word.createParagraph();
        if (part.level() > 0) {
          paragraph.setStyle("Heading" + part.level());
        }
        paragraph.createRun().setText(part.words());
        if (!part.rows().isEmpty()) {
          XWPFTable table = word.createTable(part.rows().size(), part.rows().get(0).size());
          for (int r = 0; r < part.rows().size(); r++) {
            for (int c = 0; c < part.rows().get(r).size(); c++) {
              table.getRow(r).getCell(c).setText(part.rows().get(r).get(c));
            }
          }
        }
      }
      word.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] pdf(PDRectangle size) throws IOException {
    try (Typesetter typesetter = new Typesetter(size)) {
      for (Part part : NOTE) {
        if (part.level() > 0) {
          typesetter.lines(part.words(), Typesetter.BOLD, part.level() == 1 ? 17 : 13);
        } else {
          typesetter.lines(part.words(), Typesetter.PLAIN, 10);
        }
        if (!part.rows().isEmpty()) {
          typesetter.table(part.rows());
        }
      }
      return typesetter.bytes();
    }
  }

  /** Sets words on pages, line by line. */
  private static final class Typesetter implements AutoCloseable {

    static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final float MARGIN = 50;

    private final PDDocument pdf = new PDDocument();
    private final PDRectangle size;
    private PDPageContentStream page;
    private float y;

    Typesetter(PDRectangle size) throws IOException {
      this.size = size;
      this.page = open();
    }

    private PDPageContentStream open() throws IOException {
      PDPage next = new PDPage(size);
      pdf.addPage(next);
      y = size.getHeight() - MARGIN;
      return new PDPageContentStream(pdf, next);
    }

    private void room(float height) throws IOException {
      if (y - height < MARGIN) {
        page.close();
        page = open();
      }
    }

    void lines(String words, PDFont font, float points) throws IOException {
      List<String> lines = new ArrayList<>();
      String line = "";
      for (String word : words.split(" ")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (font.getStringWidth(longer) / 1000 * points > size.getWidth() - 2 * MARGIN) {
          lines.add(line);
          line = word;
        } else {
          line = longer;
        }
      }
      lines.add(line);
      room(points * 2);
      for (String each : lines) {
        room(points * 1.3f);
        y -= points * 1.3f;
        show(MARGIN, y, font, points, each);
      }
      y -= points;
    }

    private void show(float x, float at, PDFont font, float points, String words)
        throws IOException {
      page.beginText();
      page.setFont(font, points);
      page.newLineAtOffset(x, at);
      page.showText(words);
      page.endText();
    }

    void table(List<List<String>> rows) throws IOException {
      float height = 18;
      int columns = rows.get(0).size();
      float width = (size.getWidth() - 2 * MARGIN) / columns;
      room(height * rows.size());
      float top = y;
      for (List<String> row : rows) {
        y -= height;
        for (int c = 0; c < columns; c++) {
          show(MARGIN + c * width + 4, y + 6, row == rows.get(0) ? BOLD : PLAIN, 9, row.get(c));
        }
      }
      for (int r = 0; r <= rows.size(); r++) {
        rule(MARGIN, top - r * height, MARGIN + columns * width, top - r * height);
      }
      for (int c = 0; c <= columns; c++) {
        rule(MARGIN + c * width, top, MARGIN + c * width, y);
      }
      y -= 12;
    }

    private void rule(float x1, float y1, float x2, float y2) throws IOException {
      page.moveTo(x1, y1);
      page.lineTo(x2, y2);
      page.stroke();
    }

    byte[] bytes() throws IOException {
      page.close();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
      pdf.close();
    }
  }
}
