package dev.touchstone.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML document: a name without prefix, attributes, and words and elements inside.
 */
final class XmlElement {

  private final String name;
  private final Map<String, String> attributes;
  private final List<Object> content = new ArrayList<>();

  XmlElement(String name, Map<String, String> attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  String name() {
    return name;
  }

  boolean is(String other) {
    return name.equals(other);
  }

  /** The value of an attribute by its name without prefix; empty if there is none. */
  String attribute(String local) {
    return attributes.getOrDefault(local, "");
  }

  void add(String words) {
    content.add(words);
  }

  void add(XmlElement child) {
    content.add(child);
  }

  /** Visits words and elements in their order. */
  void each(Consumer<String> words, Consumer<XmlElement> elements) {
    for (Object piece : content) {
      if (piece instanceof XmlElement element) {
        elements.accept(element);
      } else {
        words.accept((String) piece);
      }
    }
  }

  /** Words as {@code String} and elements, in their order. */
  List<Object> content() {
    return content;
  }

  List<XmlElement> children() {
    List<XmlElement> children = new ArrayList<>();
    for (Object piece : content) {
      if (piece instanceof XmlElement element) {
        children.add(element);
      }
    }
    return children;
  }

  List<XmlElement> children(String childName) {
    return children().stream().filter(child -> child.is(childName)).toList();
  }

  @Nullable XmlElement child(String childName) {
    for (Object piece : content) {
      if (piece instanceof XmlElement element && element.is(childName)) {
        return element;
      }
    }
    return null;
  }

  /** The element at the end of a path of names, first at each step; null if the path breaks off. */
  @Nullable XmlElement at(String... path) {
    XmlElement element = this;
    for (String step : path) {
      element = element == null ? null : element.child(step);
    }
    return element;
  }

  /** All elements of a name below this one, in document order. */
  List<XmlElement> all(String descendantName) {
    List<XmlElement> found = new ArrayList<>();
    gather(descendantName, found);
    return found;
  }

  private void gather(String descendantName, List<XmlElement> found) {
    for (XmlElement child : children()) {
      if (child.is(descendantName)) {
        found.add(child);
      }
      child.gather(descendantName, found);
    }
  }

  /** All words below this element, one after the other. */
  String text() {
    StringBuilder out = new StringBuilder();
    appendText(out);
    return out.toString();
  }

  private void appendText(StringBuilder out) {
    each(out::append, child -> child.appendText(out));
  }
}
