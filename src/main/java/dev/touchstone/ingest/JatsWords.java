package dev.touchstone.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the words inside an element of an article, with its citations. */
final class JatsWords {

  private static final Set<String> SKIPPED =
      Set.of(
          "tex-math",
          "graphic",
          "inline-graphic",
          "media",
          "alt-text",
          "long-desc",
          "object-id",
          "pub-id",
          "label",
          "permissions",
          "supplementary-material-href",
          "annotation");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "title",
          "break",
          "list-item",
          "disp-formula",
          "def-item",
          "term",
          "def",
          "td",
          "th",
          "tr",
          "list");

  private final Map<String, String> keys;

  JatsWords(Map<String, String> keys) {
    this.keys = keys;
  }

  TracedText of(XmlElement element) {
    TracedText out = new TracedText();
    children(element, out, false);
    return out;
  }

  void add(Object piece, TracedText out) {
    add(piece, out, false);
  }

  private void children(XmlElement element, TracedText out, boolean raised) {
    for (Object piece : element.content()) {
      add(piece, out, raised);
    }
  }

  private void add(Object piece, TracedText out, boolean raised) {
    if (piece instanceof String words) {
      out.append(words, raised);
      return;
    }
    XmlElement element = (XmlElement) piece;
    if (SKIPPED.contains(element.name())) {
      return;
    }
    if (element.is("xref") && element.attribute("ref-type").equals("bibr")) {
      citation(element, out, raised);
      return;
    }
    boolean apart = BLOCKS.contains(element.name());
    if (apart) {
      out.append(" ", false);
    }
    boolean mark = element.is("xref") && element.attribute("ref-type").contains("fn");
    children(element, out, raised || element.is("sup") || (mark && isShort(element)));
    if (apart) {
      out.append(" ", false);
    }
  }

  private static boolean isShort(XmlElement mark) {
    return mark.text().strip().length() <= 2;
  }

  private void citation(XmlElement reference, TracedText out, boolean raised) {
    int start = out.length();
    children(reference, out, raised);
    List<String> cited = new ArrayList<>();
    for (String id : reference.attribute("rid").split("[ ,]+")) {
      if (keys.containsKey(id)) {
        cited.add(keys.get(id));
      }
    }
    if (out.length() > start) {
      cited.forEach(key -> out.cite(key, start, out.length()));
    }
  }
}
