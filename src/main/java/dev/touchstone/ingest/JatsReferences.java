package dev.touchstone.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reference list of an article: keys by which the text cites, and entries as words. */
final class JatsReferences {

  private static final Set<String> CITATIONS =
      Set.of("mixed-citation", "element-citation", "citation", "nlm-citation");

  private JatsReferences() {}

  /**
   * The key of each reference by its id: its label as far as letters and figures go, or its number
   * in the list.
   */
  static Map<String, String> keys(XmlElement article) {
    Map<String, String> keys = new HashMap<>();
    int number = 0;
    for (XmlElement reference : article.all("ref")) {
      number++;
      keys.put(reference.attribute("id"), key(reference, number));
    }
    return keys;
  }

  static String key(XmlElement reference, int number) {
    XmlElement label = reference.child("label");
    if (label == null) {
      label = first(reference.all("label"));
    }
    String key = label == null ? "" : label.text().replaceAll("[^A-Za-z0-9]", "");
    return key.isEmpty() ? Integer.toString(number) : key;
  }

  /** The entry as words, with its identifiers at the end. */
  static TracedText entry(XmlElement reference, JatsWords words) {
    TracedText out = new TracedText();
    for (XmlElement child : reference.children()) {
      if (child.is("label")) {
        continue;
      }
      if (CITATIONS.contains(child.name())) {
        citation(child, out, words);
      } else if (child.is("note") || child.is("p")) {
        out.append(" ", false).append(words.of(child));
      } else if (child.is("citation-alternatives") && !child.children().isEmpty()) {
        citation(child.children().get(0), out, words);
      }
    }
    return out;
  }

  private static void citation(XmlElement citation, TracedText out, JatsWords words) {
    out.append(" ", false);
    boolean punctuated = citation.is("mixed-citation") || hasWords(citation);
    if (punctuated) {
      out.append(words.of(citation));
    } else {
      elements(citation, out, words);
    }
    for (XmlElement id : citation.all("pub-id")) {
      String type = id.attribute("pub-id-type");
      if (type.equals("doi") || type.equals("pmid")) {
        out.append(type.equals("doi") ? " doi:" : " PMID:", false).append(id.text().strip(), false);
      }
    }
  }

  private static boolean hasWords(XmlElement citation) {
    return citation.content().stream()
        .anyMatch(piece -> piece instanceof String words && words.strip().length() > 1);
  }

  private static void elements(XmlElement citation, TracedText out, JatsWords words) {
    for (XmlElement part : citation.children()) {
      switch (part.name()) {
        case "label", "pub-id" -> {}
        case "person-group" -> {
          names(part, out);
          out.append(". ", false);
        }
        case "name" -> {
          name(part, out);
          out.append(", ", false);
        }
        case "volume", "year", "source", "publisher-name", "publisher-loc" ->
            out.append(words.of(part)).append(part.is("volume") ? ":" : " ", false);
        case "issue" -> out.append("(", false).append(words.of(part)).append(") ", false);
        case "fpage" -> out.append(words.of(part));
        case "lpage" -> out.append("-", false).append(words.of(part)).append(". ", false);
        default -> out.append(words.of(part)).append(". ", false);
      }
    }
  }

  private static void names(XmlElement group, TracedText out) {
    boolean more = false;
    for (XmlElement name : group.children()) {
      if (more) {
        out.append(", ", false);
      }
      name(name, out);
      more = true;
    }
  }

  private static void name(XmlElement name, TracedText out) {
    if (name.is("etal")) {
      out.append("et al", false);
      return;
    }
    XmlElement family = name.child("surname");
    XmlElement given = name.child("given-names");
    if (family == null) {
      out.append(name.text(), false);
      return;
    }
    out.append(family.text(), false);
    if (given != null) {
      out.append(" ", false).append(given.text(), false);
    }
  }

  private static @Nullable XmlElement first(List<XmlElement> elements) {
    return elements.isEmpty() ? null : elements.get(0);
  }
}
