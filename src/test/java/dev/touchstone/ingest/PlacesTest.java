package dev.touchstone.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Block;
import dev.touchstone.document.Box;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Place;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A place leads another program to the words, in every format. */
class PlacesTest {

  private static final Pattern CELL = Pattern.compile("table (\\d+), cell ([A-Z]+)(\\d+)");
  private static final Pattern PARAGRAPH = Pattern.compile("paragraph (\\d+)");

  @Test
  void the_xpath_of_html_leads_to_the_element() throws IOException {
    byte[] bytes = sample("palbociclib-faq.html");
    var page = Jsoup.parse(new String(bytes, UTF_8));
    Document document = read("note.html", bytes);
    for (Span span : spans(document)) {
      String path = locator(document, span);
      assertThat(page.selectXpath(path)).as(path).hasSize(1);
      assertHas(page.selectXpath(path).get(0).text(), document, span, path);
    }
  }

  @Test
  void the_xpath_of_jats_leads_to_the_element() throws Exception {
    byte[] bytes =
        """
        <article><front><article-meta><title-group><article-title>Velatinib in sarcoma</article-title>
        </title-group></article-meta></front><body><sec><title>Results</title>
        <p>Twelve patients were treated.</p><p>Nine had a response.</p>
        <table-wrap><label>Table 1</label><caption><p>Events by grade</p></caption>
        <table><thead><tr><th>Event</th><th>Patients</th></tr></thead>
        <tbody><tr><td>Rash</td><td>3 (25%)</td></tr><tr><td>Nausea</td><td>6 (50%)</td></tr></tbody></table>
        </table-wrap></sec></body></article>
        """
            .getBytes(UTF_8);
    Document document = read("note.xml", bytes);
    var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var source = xml.parse(new ByteArrayInputStream(bytes));
    assertThat(document.tables()).hasSize(1);
    for (Span span : spans(document)) {
      String path = locator(document, span);
      assertHas(XPathFactory.newInstance().newXPath().evaluate(path, source), document, span, path);
    }
  }

  @Test
  void the_address_in_a_word_file_leads_to_the_paragraph_or_cell() throws IOException {
    byte[] bytes = sample("temozolomide-protocol.docx");
    Document document = read("note.docx", bytes);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      for (Span span : spans(document)) {
        String address = locator(document, span);
        assertHas(wordsAt(word, address), document, span, address);
      }
    }
  }

  @Test
  void the_rectangles_of_a_pdf_hold_the_words() throws IOException {
    byte[] bytes = sample("ramucirumab-gastric.pdf");
    Document document = read("note.pdf", bytes);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      for (Table table : document.tables()) {
        for (Cell cell : table.cells()) {
          if (!cell.text().isBlank()) {
            Place place = document.locate(cell.span());
            assertHas(cut(pdf, place), document, cell.span(), place.toString());
          }
        }
      }
    }
  }

  @Test
  void line_and_column_of_text_lead_to_the_words() throws IOException {
    byte[] bytes = sample("lurbinectedin-second-line.txt");
    Document document = read("note.txt", bytes);
    List<String> lines = new String(bytes, UTF_8).lines().toList();
    for (Span span : spans(document)) {
      Matcher at = Pattern.compile("line (\\d+), column (\\d+)").matcher(locator(document, span));
      assertThat(at.matches()).isTrue();
      String line = lines.get(Integer.parseInt(at.group(1)) - 1);
      String start = document.quote(span).lines().findFirst().orElseThrow();
      assertThat(line.substring(Integer.parseInt(at.group(2)) - 1)).startsWith(start);
    }
  }

  /** What an expert would point at: cells and short blocks. */
  private static List<Span> spans(Document document) {
    List<Span> spans = new ArrayList<>();
    for (Table table : document.tables()) {
      table.cells().stream()
          .filter(cell -> !cell.text().isBlank())
          .forEach(c -> spans.add(c.span()));
    }
    for (Block block : document.blocks()) {
      if (!(block instanceof Table)) {
        spans.add(block.span());
      }
    }
    assertThat(spans).hasSizeGreaterThan(5);
    return spans;
  }

  private static String locator(Document document, Span span) {
    String locator = document.locate(span).locator();
    assertThat(locator).as(document.quote(span)).isNotNull();
    return Objects.requireNonNull(locator);
  }

  private static void assertHas(String found, Document document, Span span, String where) {
    String quote =
        document.text().substring(span.start(), span.end()).lines().findFirst().orElse("");
    // What a list prints before its items is not in the words of the paragraph.
    String words = quote.replaceFirst("^(?:[\u2022\u25E6\u25AA-]|\\d+[.)]|[a-z][.)])\\s+", "");
    assertThat(bare(found)).as(where).contains(bare(words));
  }

  private static String bare(String words) {
    return words.replaceAll("[\\s\u00A0]+", "");
  }

  private static String wordsAt(XWPFDocument word, String address) {
    Matcher paragraph = PARAGRAPH.matcher(address);
    if (paragraph.matches()) {
      return word.getParagraphs().get(Integer.parseInt(paragraph.group(1)) - 1).getText();
    }
    Matcher cell = CELL.matcher(address);
    assertThat(cell.matches()).as(address).isTrue();
    var row =
        word.getTables()
            .get(Integer.parseInt(cell.group(1)) - 1)
            .getRow(Integer.parseInt(cell.group(3)) - 1);
    int wanted = cell.group(2).charAt(0) - 'A';
    int column = 0;
    for (XWPFTableCell each : row.getTableCells()) {
      if (column == wanted) {
        return each.getText();
      }
      var properties = each.getCTTc().getTcPr();
      boolean wide = properties != null && properties.isSetGridSpan();
      column += wide ? properties.getGridSpan().getVal().intValue() : 1;
    }
    return "";
  }

  private static String cut(PDDocument pdf, Place place) throws IOException {
    StringBuilder words = new StringBuilder();
    int page = Objects.requireNonNull(place.page());
    for (Box box : place.boxes()) {
      PDFTextStripperByArea stripper = new PDFTextStripperByArea();
      stripper.setSortByPosition(true);
      stripper.addRegion(
          "box",
          new Rectangle2D.Double(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2));
      stripper.extractRegions(pdf.getPage(page - 1));
      words.append(stripper.getTextForRegion("box"));
    }
    return words.toString();
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("input", name));
  }

  private static Document read(String name, byte[] bytes) {
    return (Document) new DocumentReader(ReadLimits.DEFAULTS).read(name, bytes);
  }
}
