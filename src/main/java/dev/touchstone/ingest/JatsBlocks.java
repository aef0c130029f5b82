package dev.touchstone.ingest;

import dev.touchstone.document.Paragraph.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks an article and writes its title, sections, paragraphs, tables, captions and references. */
final class JatsBlocks {

  /** What breaks a paragraph that it stands in. */
  private static final Set<String> FLOATS =
      Set.of(
          "table-wrap",
          "table-wrap-group",
          "fig",
          "fig-group",
          "list",
          "def-list",
          "boxed-text",
          "disp-quote",
          "fn",
          "supplementary-material");

  private final Canvas canvas;
  private final ReadLimits limits;
  private final JatsWords words;
  private final SortedMap<String, Integer> dropped = new TreeMap<>();
  private final Map<String, Apart> floats = new LinkedHashMap<>();
  private int references;
  private int cells;

  JatsBlocks(Canvas canvas, ReadLimits limits, JatsWords words) {
    this.canvas = canvas;
    this.limits = limits;
    this.words = words;
  }

  SortedMap<String, Integer> dropped() {
    return dropped;
  }

  void read(XmlElement article) throws Unreadable {
    XmlElement meta = article.at("front", "article-meta");
    if (meta != null) {
      front(meta, "/article[1]/front[1]/article-meta[1]");
    }
    for (String part : List.of("floats-group", "floats-wrap")) {
      XmlElement element = article.child(part);
      if (element != null) {
        gatherFloats(element, "/article[1]/" + part + "[1]");
      }
    }
    XmlElement body = article.child("body");
    if (body != null) {
      children(body, "/article[1]/body[1]", 1);
    }
    for (Apart left : List.copyOf(floats.values())) {
      block(left.element(), left.path(), 1);
    }
    floats.clear();
    XmlElement back = article.child("back");
    if (back != null) {
      children(back, "/article[1]/back[1]", 1);
    }
    for (String part : List.of("sub-article", "response")) {
      for (XmlElement other : article.children(part)) {
        dropped.merge(part, Coverages.glyphs(other.text()), Integer::sum);
      }
    }
  }

  /**
   * A table or figure that stands apart from the text, to be read where the text first cites it.
   */
  private record Apart(XmlElement element, String path) {}

  private void gatherFloats(XmlElement group, String path) {
    Map<String, Integer> places = new HashMap<>();
    for (XmlElement child : group.children()) {
      int place = places.merge(child.name(), 1, Integer::sum);
      String id = child.attribute("id");
      String childPath = path + "/" + child.name() + "[" + place + "]";
      floats.put(id.isEmpty() ? childPath : id, new Apart(child, childPath));
    }
  }

  /** The floats that a paragraph of the body is the first to cite. */
  private void citedFloats(XmlElement paragraph, int level) throws Unreadable {
    if (floats.isEmpty()) {
      return;
    }
    for (XmlElement reference : paragraph.all("xref")) {
      for (String id : reference.attribute("rid").split("\\s+")) {
        Apart cited = floats.remove(id);
        if (cited != null) {
          block(cited.element(), cited.path(), level);
        }
      }
    }
  }

  private void front(XmlElement meta, String path) throws Unreadable {
    XmlElement title = meta.at("title-group", "article-title");
    if (title != null) {
      canvas.heading(1, words.of(title), path + "/title-group[1]/article-title[1]");
    }
    XmlElement subtitle = meta.at("title-group", "subtitle");
    if (subtitle != null) {
      canvas.paragraph(
          Kind.METADATA, null, words.of(subtitle), path + "/title-group[1]/subtitle[1]");
    }
    List<String> authors = JatsReader.authors(meta);
    if (!authors.isEmpty()) {
      canvas.paragraph(
          Kind.METADATA,
          null,
          TracedText.of(String.join(", ", authors)),
          path + "/contrib-group[1]");
    }
    int number = 0;
    for (XmlElement summary : meta.children("abstract")) {
      number++;
      String place = path + "/abstract[" + number + "]";
      XmlElement heading = summary.child("title");
      canvas.heading(2, heading == null ? TracedText.of("Abstract") : words.of(heading), place);
      children(summary, place, 2);
    }
    for (XmlElement keywords : meta.children("kwd-group")) {
      String list =
          String.join(
              ", ",
              keywords.all("kwd").stream().map(word -> JatsReader.squeeze(word.text())).toList());
      if (!list.isEmpty()) {
        canvas.paragraph(
            Kind.METADATA, null, TracedText.of("Keywords: " + list), path + "/kwd-group[1]");
      }
    }
  }

  /**
   * @param level of the section around, 1 for the article
   */
  private void children(XmlElement parent, String path, int level) throws Unreadable {
    Map<String, Integer> places = new HashMap<>();
    for (XmlElement child : parent.children()) {
      int place = places.merge(child.name(), 1, Integer::sum);
      block(child, path + "/" + child.name() + "[" + place + "]", level);
    }
  }

  private void block(XmlElement element, String path, int level) throws Unreadable {
    switch (element.name()) {
      case "sec", "app", "ack", "notes", "glossary", "bio" -> section(element, path, level, "");
      case "ref-list" -> section(element, path, level, "References");
      case "fn-group" -> section(element, path, level, "");
      case "p", "disp-quote", "verse-group", "attrib", "speech", "statement" -> {
        paragraph(element, path, Kind.TEXT, null, level);
        citedFloats(element, level);
      }
      case "list" -> list(element, path, level);
      case "def-list" -> definitions(element, path);
      case "fn" -> paragraph(element, path, Kind.NOTE, labelOf(element), level);
      case "table-wrap" -> tables(element, path);
      case "fig", "supplementary-material" -> caption(element, path);
      case "disp-formula" -> canvas.paragraph(Kind.TEXT, null, words.of(element), path);
      case "ref" -> {
        references++;
        canvas.paragraph(
            Kind.REFERENCE,
            JatsReferences.key(element, references) + ".",
            JatsReferences.entry(element, words),
            path);
      }
      case "app-group",
          "table-wrap-group",
          "fig-group",
          "boxed-text",
          "sec-group",
          "alternatives" ->
          children(element, path, level);
      default -> {}
    }
  }

  private void section(XmlElement section, String path, int level, String otherwise)
      throws Unreadable {
    XmlElement title = section.child("title");
    TracedText heading = title == null ? TracedText.of(otherwise) : words.of(title);
    boolean untitled = heading.isBlank();
    if (untitled && section.is("ack")) {
      heading = TracedText.of("Acknowledgements");
      untitled = false;
    }
    if (!untitled) {
      canvas.heading(level + 1, heading, path);
    }
    children(section, path, untitled ? level : level + 1);
  }

  private static @Nullable String labelOf(XmlElement element) {
    XmlElement label = element.child("label");
    String words = label == null ? "" : JatsReader.squeeze(label.text());
    return words.isEmpty() ? null : words;
  }

  /** A paragraph, and the tables and lists that stand in the midst of it. */
  private void paragraph(
      XmlElement paragraph, String path, Kind kind, @Nullable String marker, int level)
      throws Unreadable {
    TracedText line = new TracedText();
    String mark = marker;
    Map<String, Integer> places = new HashMap<>();
    for (Object piece : paragraph.content()) {
      if (piece instanceof XmlElement child) {
        String childPath =
            path + "/" + child.name() + "[" + places.merge(child.name(), 1, Integer::sum) + "]";
        if (FLOATS.contains(child.name())) {
          mark = write(line, kind, mark, path);
          line = new TracedText();
          block(child, childPath, level);
          continue;
        }
        if (child.is("p")) {
          mark = write(line, kind, mark, path);
          line = new TracedText();
          paragraph(child, childPath, kind, mark, level);
          mark = null;
          continue;
        }
      }
      words.add(piece, line);
    }
    write(line, kind, mark, path);
  }

  private @Nullable String write(TracedText line, Kind kind, @Nullable String marker, String path)
      throws Unreadable {
    if (line.isBlank()) {
      return marker;
    }
    canvas.paragraph(kind, marker, line, path);
    return null;
  }

  private void list(XmlElement list, String path, int level) throws Unreadable {
    boolean ordered = list.attribute("list-type").equals("order");
    int number = 0;
    for (XmlElement item : list.children("list-item")) {
      number++;
      String label = labelOf(item);
      String marker = label != null ? label : ordered ? number + "." : "-";
      paragraph(item, path + "/list-item[" + number + "]", Kind.LIST_ITEM, marker, level);
    }
  }

  private void definitions(XmlElement list, String path) throws Unreadable {
    int number = 0;
    for (XmlElement item : list.children("def-item")) {
      number++;
      XmlElement term = item.child("term");
      XmlElement meaning = item.child("def");
      TracedText line = new TracedText();
      if (term != null) {
        line.append(words.of(term)).append(": ", false);
      }
      if (meaning != null) {
        line.append(words.of(meaning));
      }
      canvas.paragraph(Kind.LIST_ITEM, "-", line, path + "/def-item[" + number + "]");
    }
  }

  private void caption(XmlElement figure, String path) throws Unreadable {
    TracedText line = new TracedText();
    String label = labelOf(figure);
    if (label != null) {
      line.append(label, false).append(label.endsWith(".") ? " " : ". ", false);
    }
    XmlElement caption = figure.child("caption");
    if (caption != null) {
      line.append(words.of(caption));
      canvas.paragraph(Kind.CAPTION, null, line, path + "/caption[1]");
    }
  }

  private void tables(XmlElement wrap, String path) throws Unreadable {
    List<XmlElement> tables = wrap.all("table");
    for (int i = 0; i < tables.size(); i++) {
      JatsTable reader = new JatsTable(words, limits, cells);
      Grid grid = reader.read(tables.get(i), path + "//table[" + (i + 1) + "]");
      cells = reader.cells();
      if (i == 0) {
        String label = labelOf(wrap);
        if (label != null) {
          grid.label(label);
        }
        XmlElement caption = wrap.child("caption");
        if (caption != null) {
          grid.caption(words.of(caption));
        }
      }
      if (i == tables.size() - 1) {
        wrap.children("table-wrap-foot").forEach(foot -> notes(foot, grid));
      }
      canvas.table(grid);
    }
    if (tables.isEmpty()) {
      // The table is an image; its caption is all there is.
      caption(wrap, path);
    }
  }

  private void notes(XmlElement foot, Grid grid) {
    for (XmlElement note : foot.children()) {
      if (note.is("fn-group")) {
        notes(note, grid);
      } else if (!note.is("label") && !note.is("title")) {
        grid.note(labelOf(note), words.of(note));
      }
    }
  }
}
