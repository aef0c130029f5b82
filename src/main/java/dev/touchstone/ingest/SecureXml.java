package dev.touchstone.ingest;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Parses XML that nobody vouches for: no DTD is read, no entity of a document's own is expanded,
 * nothing is fetched, and depth and size are bounded.
 */
final class SecureXml {

  private static final int MOST_NODES = 20_000_000;

  private SecureXml() {}

  /**
   * @param what the file or part, for messages
   * @param doctype whether a DOCTYPE is usual in this format; it is skipped, or else refused
   */
  static XmlElement parse(byte[] bytes, String what, boolean doctype, ReadLimits limits)
      throws Unreadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return tree(reader, what, doctype, limits);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw notWellFormed(what, e);
    }
  }

  private static XmlElement tree(
      XMLStreamReader reader, String what, boolean doctype, ReadLimits limits)
      throws XMLStreamException, Unreadable {
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = null;
    int nodes = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = new XmlElement(reader.getLocalName(), attributes(reader));
          if (open.isEmpty()) {
            root = element;
          } else {
            open.peek().add(element);
          }
          open.push(element);
          if (open.size() > limits.nesting()) {
            throw Unreadable.tooLarge(
                "The nesting of elements in " + what,
                open.size(),
                limits.nesting(),
                "limits.nesting");
          }
          nodes++;
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          addWords(open.peek(), reader.getText());
          nodes++;
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            addWords(open.peek(), named(reader.getLocalName(), what));
        case XMLStreamConstants.DTD -> {
          if (!doctype) {
            throw new Unreadable(
                "The part " + what + " declares a document type.",
                "a DOCTYPE has no place in this format and may hide an attack",
                "Open the document in the program that made it and save it again.");
          }
        }
        default -> {}
      }
      if (nodes > MOST_NODES) {
        throw Unreadable.tooLarge(
            "The number of elements in " + what, nodes, MOST_NODES, "limits.expanded-bytes");
      }
    }
    if (root == null) {
      throw new Unreadable(what + " is empty.", "no root element", "Save the document again.");
    }
    return root;
  }

  private static void addWords(@Nullable XmlElement element, String words) {
    if (element != null) {
      element.add(words);
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    int count = reader.getAttributeCount();
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  /**
   * Names such as {@code &alpha;} are known without a DTD; names that a document declares itself
   * are not.
   */
  private static String named(String name, String what) throws Unreadable {
    String words = Parser.unescapeEntities("&" + name + ";", true);
    if (words.startsWith("&" + name)) {
      throw new Unreadable(
          "The entity &" + name + "; in " + what + " is not expanded.",
          "entities that a file declares itself can read other files or fill the memory",
          "Replace the entity by its words.");
    }
    return words;
  }

  private static Unreadable notWellFormed(String what, XMLStreamException e) {
    String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
    String message = e.getMessage() == null ? "" : e.getMessage();
    int detail = message.indexOf("Message: ");
    return new Unreadable(
        "The XML of " + what + " is not well-formed" + place + ".",
        detail < 0 ? message : message.substring(detail + "Message: ".length()),
        "Get the file again; it may be cut off or edited by hand.");
  }
}
