package dev.touchstone.recognition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads hOCR with boxes of characters: lines of words, in pixels. */
final class Hocr {

  /** A character and the pixels that the program took for it, ends excluded. */
  record Char(String text, int x1, int y1, int x2, int y2) {}

  /** A word; its characters are never empty. */
  record Token(List<Char> chars, int x1, int y1, int x2, int y2) {
    String text() {
      StringBuilder text = new StringBuilder();
      chars.forEach(each -> text.append(each.text()));
      return text.toString();
    }
  }

  /**
   * A line.
   *
   * @param slope of the base line, down per right
   * @param base height of the base line at x 0
   */
  record Row(List<Token> tokens, double slope, double base) {
    double baseline(double x) {
      return base + slope * x;
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private @Nullable Row row;
  private int[] wordBox = new int[4];
  private int[] charBox = new int[4];
  private final List<Char> chars = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Hocr() {}

  static List<Row> rows(String hocr) throws RecognitionFailed {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Hocr reader = new Hocr();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(hocr));
      reader.read(xml);
    } catch (XMLStreamException broken) {
      throw new RecognitionFailed(
          "what Tesseract printed cannot be read: " + broken.getMessage(),
          "Use Tesseract 5 (tesseract --version says which it is).");
    }
    return reader.rows;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    List<String> open = new ArrayList<>();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String kind = xml.getAttributeValue(null, "class");
          String title = xml.getAttributeValue(null, "title");
          open.add(kind == null ? "" : kind);
          start(kind == null ? "" : kind, title == null ? "" : title);
        }
        case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> end(open.remove(open.size() - 1));
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
  }

  private void start(String kind, String title) {
    switch (kind) {
      case "ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat" -> {
        int[] box = numbers(title, "bbox");
        String[] base = after(title, "baseline").split(" ");
        double slope = base.length > 1 ? Double.parseDouble(base[0]) : 0;
        double offset = base.length > 1 ? Double.parseDouble(base[1]) : 0;
        row = new Row(new ArrayList<>(), slope, box[3] + offset - slope * box[0]);
      }
      case "ocrx_word" -> {
        wordBox = numbers(title, "bbox");
        chars.clear();
      }
      case "ocrx_cinfo" -> {
        charBox = numbers(title, "x_bboxes");
        text.setLength(0);
      }
      default -> {
        // Areas and paragraphs are found by the layout.
      }
    }
  }

  private void end(String kind) {
    if (kind.equals("ocrx_cinfo")) {
      String words = text.toString().strip();
      if (!words.isEmpty() && !isNothing(words)) {
        chars.add(new Char(words, charBox[0], charBox[1], charBox[2], charBox[3]));
      }
    } else if (kind.equals("ocrx_word") && row != null && !chars.isEmpty()) {
      row.tokens()
          .add(new Token(List.copyOf(chars), wordBox[0], wordBox[1], wordBox[2], wordBox[3]));
    } else if (row != null && kind.startsWith("ocr_") && !row.tokens().isEmpty()) {
      rows.add(row);
      row = null;
    }
  }

  /** The recogniser puts a line that is a hair wide in front of words that stand in a cell. */
  private boolean isNothing(String read) {
    return read.equals("_") && charBox[2] - charBox[0] < 3;
  }

  private static String after(String title, String name) {
    for (String part : title.split(";")) {
      if (part.strip().startsWith(name + " ")) {
        return part.strip().substring(name.length() + 1);
      }
    }
    return "";
  }

  private static int[] numbers(String title, String name) {
    String[] parts = after(title, name).split(" ");
    int[] numbers = new int[4];
    for (int i = 0; i < 4 && i < parts.length; i++) {
      numbers[i] = parts[i].isEmpty() ? 0 : Integer.parseInt(parts[i]);
    }
    return numbers;
  }
}
