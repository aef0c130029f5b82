package dev.touchstone.ingest;

import dev.touchstone.document.Paragraph.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks the body of a Word document and writes its headings, paragraphs, list items and tables. */
final class DocxBlocks {

  private final Canvas canvas;
  private final DocxStyles styles;
  private final ReadLimits limits;
  private final DocxWords words;
  private final Map<String, XmlElement> footnotes = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private int paragraphs;
  private int tables;
  private int cells;

  DocxBlocks(
      Canvas canvas, DocxStyles styles, @Nullable XmlElement footnotesPart, ReadLimits limits) {
    this.canvas = canvas;
    this.styles = styles;
    this.limits = limits;
    this.words = new DocxWords();
    if (footnotesPart != null) {
      for (XmlElement note : footnotesPart.children("footnote")) {
        if (note.attribute("type").isEmpty()) {
          footnotes.put(note.attribute("id"), note);
        }
      }
    }
  }

  SortedMap<String, Integer> dropped() {
    return new TreeMap<>(words.dropped());
  }

  void read(XmlElement body) throws Unreadable {
    for (XmlElement paragraph : body.children("p")) {
      XmlElement properties = paragraph.child("pPr");
      if (properties != null && styles.isTitle(DocxStyles.value(properties, "pStyle"))) {
        styles.sawTitle();
      }
    }
    children(body);
    for (String id : words.footnoteOrder()) {
      XmlElement note = footnotes.get(id);
      if (note != null) {
        canvas.paragraph(Kind.NOTE, id, inside(note), "footnote " + id);
      }
    }
  }

  private void children(XmlElement parent) throws Unreadable {
    for (XmlElement child : parent.children()) {
      switch (child.name()) {
        case "p" -> paragraph(child);
        case "tbl" -> table(child);
        case "sdt" -> {
          XmlElement content = child.child("sdtContent");
          if (content != null) {
            children(content);
          }
        }
        case "ins", "moveTo", "smartTag", "customXml" -> children(child);
        case "AlternateContent" -> {
          XmlElement choice = child.child("Choice");
          if (choice != null) {
            children(choice);
          }
        }
        default -> {}
      }
    }
  }

  private void paragraph(XmlElement paragraph) throws Unreadable {
    paragraphs++;
    String locator = "paragraph " + paragraphs;
    XmlElement properties = paragraph.child("pPr");
    List<XmlElement> boxes = new ArrayList<>();
    TracedText text = words.of(paragraph, boxes);
    int level = styles.headingLevel(properties);
    String list = styles.list(properties);
    if (text.isBlank()) {
      level = 0;
    } else if (level > 0) {
      canvas.heading(level, text, locator);
    } else if (list != null) {
      canvas.paragraph(Kind.LIST_ITEM, marker(list), text, locator);
    } else {
      for (TracedText line : BrokenLines.split(text)) {
        canvas.paragraph(Kind.TEXT, null, line, locator);
      }
    }
    for (XmlElement box : boxes) {
      children(box);
    }
  }

  private String marker(String list) {
    DocxStyles.Numbering numbering = styles.numbering(list);
    if (numbering.format().equals("bullet") || numbering.format().equals("none")) {
      return "-";
    }
    int slash = list.indexOf('/');
    String numId = list.substring(0, slash);
    int depth = Integer.parseInt(list.substring(slash + 1).replaceAll("\\D", "0"));
    int number = counters.merge(list, 1, Integer::sum) + numbering.start() - 1;
    for (int deeper = depth + 1; deeper < 9; deeper++) {
      counters.remove(numId + "/" + deeper);
    }
    String text = numbering.text().isEmpty() ? "%" + (depth + 1) + "." : numbering.text();
    for (int level = 0; level <= depth && level < 9; level++) {
      int at = level == depth ? number : counters.getOrDefault(numId + "/" + level, 1);
      text =
          text.replace(
              "%" + (level + 1),
              DocxWords.number(at, styles.numbering(numId + "/" + level).format()));
    }
    return text;
  }

  private record Slot(int col, int span, String merge, XmlElement cell) {}

  private void table(XmlElement table) throws Unreadable {
    tables++;
    List<List<Slot>> rows = new ArrayList<>();
    List<Boolean> headers = new ArrayList<>();
    for (XmlElement row : rowsOf(table)) {
      rows.add(slots(row));
      headers.add(isHeader(row));
    }
    int headerRows = 0;
    while (headerRows < rows.size() && headers.get(headerRows)) {
      headerRows++;
    }
    Grid grid = new Grid();
    for (int r = 0; r < rows.size(); r++) {
      grid.startRow();
      int next = 0;
      for (Slot slot : rows.get(r)) {
        if (slot.merge().equals("continue") && continues(rows, r, slot)) {
          next = slot.col() + slot.span();
          continue;
        }
        if (r == 0 || !isCovered(rows, r, next)) {
          for (; next < slot.col(); next++) {
            grid.cell(1, 1, false, new TracedText(), "");
          }
        }
        next = slot.col() + slot.span();
        grid.cell(
            rowSpan(rows, r, slot),
            slot.span(),
            false,
            inside(slot.cell()),
            locator(r, slot.col()));
      }
    }
    if (headerRows > 0 && headerRows < rows.size()) {
      grid.headerRows(headerRows);
    }
    grid.spanLoneCells();
    canvas.table(grid);
  }

  private static List<XmlElement> rowsOf(XmlElement table) {
    List<XmlElement> rows = new ArrayList<>();
    for (XmlElement child : table.children()) {
      if (child.is("tr")) {
        rows.add(child);
      } else if (child.is("sdt") && child.child("sdtContent") != null) {
        rows.addAll(rowsOf(child.child("sdtContent")));
      } else if (child.is("ins") || child.is("customXml")) {
        rows.addAll(rowsOf(child));
      }
    }
    return rows;
  }

  private static List<XmlElement> cellsOf(XmlElement row) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : row.children()) {
      if (child.is("tc")) {
        found.add(child);
      } else if (child.is("sdt") && child.child("sdtContent") != null) {
        found.addAll(cellsOf(child.child("sdtContent")));
      }
    }
    return found;
  }

  private List<Slot> slots(XmlElement row) throws Unreadable {
    List<Slot> slots = new ArrayList<>();
    XmlElement properties = row.child("trPr");
    int col = properties == null ? 0 : count(DocxStyles.value(properties, "gridBefore"), 0);
    for (XmlElement cell : cellsOf(row)) {
      if (++cells > limits.tableCells()) {
        throw Unreadable.tooLarge(
            "The number of table cells", cells, limits.tableCells(), "limits.table-cells");
      }
      XmlElement cellProperties = cell.child("tcPr");
      int span =
          cellProperties == null
              ? 1
              : Math.max(1, count(DocxStyles.value(cellProperties, "gridSpan"), 1));
      XmlElement merge = cellProperties == null ? null : cellProperties.child("vMerge");
      String kind =
          merge == null ? "" : merge.attribute("val").equals("restart") ? "restart" : "continue";
      slots.add(new Slot(col, span, kind, cell));
      col += span;
    }
    return slots;
  }

  /** Numbers beyond any table are mistakes or attacks. */
  private static int count(String value, int otherwise) {
    boolean sane =
        !value.isEmpty() && value.length() <= 2 && value.chars().allMatch(Character::isDigit);
    return sane ? Integer.parseInt(value) : otherwise;
  }

  private static boolean continues(List<List<Slot>> rows, int row, Slot slot) {
    for (int r = row - 1; r >= 0; r--) {
      for (Slot above : rows.get(r)) {
        if (above.col() == slot.col()) {
          if (!above.merge().equals("continue")) {
            return above.merge().equals("restart");
          }
          break;
        }
      }
      if (rows.get(r).stream().noneMatch(above -> above.col() == slot.col())) {
        return false;
      }
    }
    return false;
  }

  private static boolean isCovered(List<List<Slot>> rows, int row, int col) {
    return rows.get(row).stream()
        .anyMatch(slot -> slot.col() == col && slot.merge().equals("continue"));
  }

  private static int rowSpan(List<List<Slot>> rows, int row, Slot slot) {
    if (!slot.merge().equals("restart")) {
      return 1;
    }
    int end = row + 1;
    while (end < rows.size()
        && rows.get(end).stream()
            .anyMatch(below -> below.col() == slot.col() && below.merge().equals("continue"))) {
      end++;
    }
    return end - row;
  }

  private static boolean isHeader(XmlElement row) {
    XmlElement properties = row.child("trPr");
    XmlElement header = properties == null ? null : properties.child("tblHeader");
    return header != null
        && !header.attribute("val").equals("false")
        && !header.attribute("val").equals("0");
  }

  /** {@code table 2, cell B3}. */
  private String locator(int row, int col) {
    StringBuilder letters = new StringBuilder();
    for (int rest = col + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return "table " + tables + ", cell " + letters + (row + 1);
  }

  /** All words of a cell or a note, whatever stands in it. */
  private TracedText inside(XmlElement element) {
    TracedText text = new TracedText();
    for (XmlElement paragraph : element.all("p")) {
      text.append(" ", false);
      text.append(words.of(paragraph, new ArrayList<>()));
    }
    return text;
  }
}
