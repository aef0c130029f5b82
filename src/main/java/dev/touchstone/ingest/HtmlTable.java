package dev.touchstone.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads a table of HTML with its spans, header cells, caption and foot. */
final class HtmlTable {

  private final ReadLimits limits;
  private final Grid grid = new Grid();
  private boolean headerOpen = true;
  private boolean headerDeclared;
  private int cells;

  HtmlTable(ReadLimits limits) {
    this.limits = limits;
  }

  /** Tables that only arrange a page: with tables inside them, or of a single cell. */
  static boolean isLayout(Element table) {
    if (table.attr("role").equals("presentation")) {
      return true;
    }
    int cells = 0;
    for (Element cell : table.select("td, th")) {
      cells++;
      if (cells > 1) {
        break;
      }
    }
    return cells <= 1 || table.selectFirst("td table, th table") != null;
  }

  /**
   * @param outerCaption the caption of a figure around it, or null
   */
  Grid read(Element table, String path, @Nullable Element outerCaption) throws Unreadable {
    Element caption = outerCaption;
    Map<String, Integer> places = new HashMap<>();
    for (Element child = table.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      String name = child.normalName();
      String childPath = path + "/" + name + "[" + places.merge(name, 1, Integer::sum) + "]";
      switch (name) {
        case "caption" -> caption = child;
        case "thead" -> {
          rows(child, childPath, false);
          headerDeclared = grid.height() > 0;
          grid.endHeader();
          headerOpen = false;
        }
        case "tbody" -> rows(child, childPath, false);
        case "tfoot" -> rows(child, childPath, true);
        case "tr" -> row(child, childPath, false);
        default -> {}
      }
    }
    if (caption != null) {
      readCaption(caption);
    }
    return grid;
  }

  private void rows(Element group, String path, boolean foot) throws Unreadable {
    int place = 0;
    for (Element row = group.firstElementChild(); row != null; row = row.nextElementSibling()) {
      if (row.normalName().equals("tr")) {
        place++;
        row(row, path + "/tr[" + place + "]", foot);
      }
    }
  }

  private void row(Element row, String path, boolean foot) throws Unreadable {
    boolean onlyHeaders = row.firstElementChild() != null;
    int count = 0;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      onlyHeaders &= cell.normalName().equals("th");
      count++;
    }
    if (foot && count == 1 && row.firstElementChild() != null) {
      grid.note(words(row.firstElementChild()));
      return;
    }
    if (headerOpen && !headerDeclared && !(onlyHeaders && count > 1)) {
      headerOpen = false;
      if (grid.height() > 0) {
        grid.endHeader();
      }
    }
    grid.startRow();
    Map<String, Integer> places = new HashMap<>();
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      String name = cell.normalName();
      if (++cells > limits.tableCells()) {
        throw Unreadable.tooLarge(
            "The number of table cells", cells, limits.tableCells(), "limits.table-cells");
      }
      String cellPath = path + "/" + name + "[" + places.merge(name, 1, Integer::sum) + "]";
      grid.cell(
          span(cell, "rowspan", 0),
          span(cell, "colspan", 1),
          name.equals("th"),
          words(cell),
          cellPath);
    }
  }

  /** A caption, and what a page sets apart inside it, such as the source of the figures. */
  private void readCaption(Element caption) {
    Element first = caption.firstElementChild();
    if (first != null && isBlankUpTo(caption, first)) {
      Node next = nextFilled(first);
      boolean apart =
          next instanceof Element rest
              && (rest.normalName().equals("span")
                  || rest.isBlock()
                  || rest.normalName().equals("small"));
      TracedText head = words(first);
      String bare = head.toString().strip();
      boolean whole = bare.length() > 12 && bare.indexOf(' ', bare.indexOf(' ') + 1) > 0;
      if (apart && whole) {
        grid.caption(head);
        TracedText rest = new TracedText();
        for (Node node = next; node != null; node = node.nextSibling()) {
          collect(node, rest, false, 0);
        }
        grid.note(rest);
        return;
      }
    }
    grid.caption(words(caption));
  }

  private static boolean isBlankUpTo(Element parent, Element child) {
    for (Node node = parent.firstChild();
        node != null && node != child;
        node = node.nextSibling()) {
      if (node instanceof TextNode words && !words.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Node nextFilled(Element element) {
    Node node = element.nextSibling();
    while (node instanceof TextNode words && words.isBlank()) {
      node = node.nextSibling();
    }
    return node;
  }

  private static TracedText words(Element element) {
    TracedText words = new TracedText();
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      collect(node, words, false, 0);
    }
    return words;
  }

  private static void collect(Node node, TracedText into, boolean raised, int depth) {
    if (node instanceof TextNode words) {
      into.append(words.getWholeText(), raised);
    } else if (node instanceof Element element && depth < 100) {
      String name = element.normalName();
      if (name.equals("script") || name.equals("style")) {
        return;
      }
      boolean apart = element.isBlock() || name.equals("br");
      if (apart) {
        into.append(" ", false);
      }
      for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
        collect(child, into, raised || name.equals("sup"), depth + 1);
      }
      if (apart) {
        into.append(" ", false);
      }
    }
  }

  /** What a span says; nonsense is no span. */
  private static int span(Element cell, String attribute, int least) {
    String value = cell.attr(attribute).strip();
    if (value.isEmpty() || value.length() > 9 || !value.chars().allMatch(Character::isDigit)) {
      return 1;
    }
    return Math.max(least, Integer.parseInt(value));
  }
}
