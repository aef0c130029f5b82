package dev.touchstone.ingest;

import dev.touchstone.document.Paragraph.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Walks a tree of HTML elements and writes its headings, paragraphs, list items and tables. */
final class HtmlBlocks {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "iframe",
          "object",
          "embed",
          "svg",
          "canvas",
          "select",
          "textarea",
          "input",
          "button",
          "head",
          "audio",
          "video",
          "map");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "label", "mark", "math", "mi", "mn", "mo", "mrow", "q",
          "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr", "img", "br");
  private static final Set<String> NOTE_CLASSES =
      Set.of(
          "note",
          "notes",
          "source",
          "footnote",
          "footnotes",
          "legend",
          "table-note",
          "tablenote",
          "table-notes");

  private final Canvas canvas;
  private final ReadLimits limits;
  private final SortedMap<String, Integer> dropped = new TreeMap<>();
  private TracedText line = new TracedText();
  private String linePath = "";
  private Kind kind = Kind.TEXT;
  private @Nullable String marker;
  private int depth;
  private boolean inFigure;

  HtmlBlocks(Canvas canvas, ReadLimits limits) {
    this.canvas = canvas;
    this.limits = limits;
  }

  /** What was left out: characters by reason. */
  SortedMap<String, Integer> dropped() {
    return dropped;
  }

  void read(Element body) throws Unreadable {
    children(body, "/html[1]/body[1]", false);
    flush();
  }

  private void children(Element parent, String path, boolean raised) throws Unreadable {
    if (++depth > limits.nesting()) {
      throw Unreadable.tooLarge(
          "The nesting of elements", depth, limits.nesting(), "limits.nesting");
    }
    Map<String, Integer> places = new HashMap<>();
    for (Node node = parent.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof TextNode words) {
        if (line.isBlank()) {
          linePath = path;
        }
        line.append(words.getWholeText(), raised);
      } else if (node instanceof Element element) {
        String name = element.normalName();
        int place = places.merge(name, 1, Integer::sum);
        element(element, name, path + "/" + name + "[" + place + "]", raised);
      }
    }
    depth--;
  }

  private void element(Element element, String name, String path, boolean raised)
      throws Unreadable {
    if (SKIPPED.contains(name) || element.hasAttr("hidden")) {
      drop("not-shown", element);
    } else if (name.equals("nav") || element.attr("role").equals("navigation")) {
      drop("navigation", element);
    } else if (INLINE.contains(name)) {
      inline(element, name, path, raised);
    } else {
      block(element, name, path);
    }
  }

  private void inline(Element element, String name, String path, boolean raised) throws Unreadable {
    if (name.equals("br")) {
      line.append(BrokenLines.BREAK, false);
      return;
    }
    int start = line.length();
    children(element, path, raised || name.equals("sup"));
    if (name.equals("a") && line.length() > start) {
      markCitation(element, start);
    }
  }

  /** A link into the page whose words are a number cites; with brackets it shows by itself. */
  private void markCitation(Element link, int start) {
    String words = line.subSequence(start, line.length()).strip();
    boolean number =
        !words.isEmpty() && words.length() <= 3 && words.chars().allMatch(Character::isDigit);
    if (number && link.attr("href").startsWith("#")) {
      line.cite(words, start, line.length());
    }
  }

  private void block(Element element, String name, String path) throws Unreadable {
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        flush();
        children(element, path, false);
        canvas.heading(name.charAt(1) - '0', take(), path);
      }
      case "ul", "ol" -> list(element, path, name.equals("ol"));
      case "dt" -> {
        flush();
        children(element, path, false);
        if (!line.isBlank() && !line.toString().strip().endsWith(":")) {
          line.append(":", false);
        }
        line.append(" ", false);
      }
      case "dd" -> {
        children(element, path, false);
        flush();
      }
      case "figure" -> figure(element, path);
      case "figcaption" -> as(Kind.CAPTION, element, path);
      case "table" -> table(element, path, null);
      case "hr" -> flush();
      default -> {
        boolean note = element.classNames().stream().anyMatch(NOTE_CLASSES::contains);
        if (note && !inFigure) {
          as(Kind.NOTE, element, path);
        } else {
          flush();
          children(element, path, false);
          flush();
        }
      }
    }
  }

  private void as(Kind inside, Element element, String path) throws Unreadable {
    flush();
    Kind outside = kind;
    kind = inside;
    children(element, path, false);
    flush();
    kind = outside;
  }

  private void list(Element list, String path, boolean ordered) throws Unreadable {
    flush();
    String outer = marker;
    Kind outside = kind;
    int number = integer(list.attr("start"), 1);
    Map<String, Integer> places = new HashMap<>();
    if (++depth > limits.nesting()) {
      throw Unreadable.tooLarge("The nesting of lists", depth, limits.nesting(), "limits.nesting");
    }
    for (Element item = list.firstElementChild(); item != null; item = item.nextElementSibling()) {
      String name = item.normalName();
      String itemPath = path + "/" + name + "[" + places.merge(name, 1, Integer::sum) + "]";
      if (!name.equals("li")) {
        element(item, name, itemPath, false);
        continue;
      }
      number = integer(item.attr("value"), number);
      kind = Kind.LIST_ITEM;
      marker = ordered ? number + "." : "-";
      children(item, itemPath, false);
      flush();
      number++;
    }
    depth--;
    kind = outside;
    marker = outer;
  }

  /** A figure with a table is that table with its caption and notes; any other is a picture. */
  private void figure(Element figure, String path) throws Unreadable {
    flush();
    Element table = figure.selectFirst("table");
    boolean outside = inFigure;
    Kind before = kind;
    inFigure = true;
    if (table == null || table.closest("figure") != figure) {
      kind = Kind.CAPTION;
      children(figure, path, false);
      flush();
    } else {
      boolean above = true;
      Map<String, Integer> places = new HashMap<>();
      Element caption = figure.selectFirst("figcaption");
      for (Element child = figure.firstElementChild();
          child != null;
          child = child.nextElementSibling()) {
        String name = child.normalName();
        String childPath = path + "/" + name + "[" + places.merge(name, 1, Integer::sum) + "]";
        if (child == table) {
          table(table, childPath, caption);
          above = false;
        } else if (child != caption) {
          kind = above ? Kind.TEXT : Kind.NOTE;
          element(child, name, childPath, false);
          flush();
        }
      }
    }
    kind = before;
    inFigure = outside;
  }

  private void table(Element table, String path, @Nullable Element caption) throws Unreadable {
    flush();
    if (HtmlTable.isLayout(table)) {
      children(table, path, false);
      flush();
      return;
    }
    HtmlTable reader = new HtmlTable(limits);
    Grid grid = reader.read(table, path, caption);
    grid.spanLoneCells();
    canvas.table(grid);
  }

  private void drop(String reason, Element element) {
    int glyphs = 0;
    List<Node> open = new ArrayList<>(List.of(element));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (node instanceof TextNode words) {
        glyphs += Coverages.glyphs(words.getWholeText());
      }
      open.addAll(node.childNodes());
    }
    if (glyphs > 0) {
      dropped.merge(reason, glyphs, Integer::sum);
    }
  }

  private void flush() throws Unreadable {
    TracedText words = take();
    if (!words.isBlank()) {
      if (kind == Kind.LIST_ITEM) {
        canvas.paragraph(kind, marker, words, linePath);
      } else {
        for (TracedText part : BrokenLines.split(words)) {
          canvas.paragraph(kind, null, part, linePath);
        }
      }
      // Further paragraphs of an item have no marker of their own.
      marker = kind == Kind.LIST_ITEM ? null : marker;
    }
  }

  private TracedText take() {
    TracedText words = line;
    line = new TracedText();
    return words;
  }

  private static int integer(String attribute, int otherwise) {
    if (attribute.isEmpty()
        || attribute.length() > 6
        || !attribute.chars().allMatch(Character::isDigit)) {
      return otherwise;
    }
    return Integer.parseInt(attribute);
  }
}
