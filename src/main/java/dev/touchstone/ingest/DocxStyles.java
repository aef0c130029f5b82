package dev.touchstone.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Styles and numbering of a Word document, as far as they tell headings and lists. */
final class DocxStyles {

  private static final int DEEPEST = 20;
  private static final int BODY_TEXT = 9;

  /** A level of a numbered or bulleted list. */
  record Numbering(String format, String text, int start) {}

  private record Style(
      String name, String basedOn, int outline, @Nullable String numId, String indent) {}

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, String> abstractOf = new HashMap<>();
  private final Map<String, Numbering> levels = new HashMap<>();
  private boolean titled;

  DocxStyles(@Nullable XmlElement stylesPart, @Nullable XmlElement numberingPart) {
    if (stylesPart != null) {
      for (XmlElement style : stylesPart.children("style")) {
        if (style.attribute("type").equals("paragraph")) {
          read(style);
        }
      }
    }
    if (numberingPart != null) {
      for (XmlElement definition : numberingPart.children("abstractNum")) {
        for (XmlElement level : definition.children("lvl")) {
          levels.put(
              definition.attribute("abstractNumId") + "/" + level.attribute("ilvl"),
              numbering(level));
        }
      }
      for (XmlElement number : numberingPart.children("num")) {
        abstractOf.put(number.attribute("numId"), value(number, "abstractNumId"));
      }
    }
  }

  private void read(XmlElement style) {
    XmlElement properties = style.child("pPr");
    XmlElement list = properties == null ? null : properties.child("numPr");
    styles.put(
        style.attribute("styleId"),
        new Style(
            Words.lower(value(style, "name")),
            value(style, "basedOn"),
            outline(properties),
            list == null ? null : value(list, "numId"),
            list == null ? "0" : value(list, "ilvl")));
  }

  private static Numbering numbering(XmlElement level) {
    String start = value(level, "start");
    return new Numbering(
        value(level, "numFmt"),
        value(level, "lvlText"),
        start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
  }

  /**
   * Says that a paragraph in the style Title was seen, so that headings stand one level below it.
   */
  void sawTitle() {
    titled = true;
  }

  /** The level of a heading from 1, or 0 for running text. */
  int headingLevel(@Nullable XmlElement properties) {
    int direct = outline(properties);
    if (direct >= 0 && direct < BODY_TEXT) {
      return direct + 1 + (titled ? 1 : 0);
    }
    String id = properties == null ? "" : value(properties, "pStyle");
    for (int steps = 0; steps < DEEPEST && !id.isEmpty(); steps++) {
      if (isTitle(id)) {
        return 1;
      }
      Style style = styles.get(id);
      int level = style == null ? -1 : style.outline();
      if (level == BODY_TEXT) {
        return 0;
      }
      if (level < 0) {
        level = byName(style == null ? Words.lower(id) : style.name());
      }
      if (level >= 0) {
        return level + 1 + (titled ? 1 : 0);
      }
      id = style == null ? "" : style.basedOn();
    }
    return 0;
  }

  boolean isTitle(String styleId) {
    Style style = styles.get(styleId);
    return (style == null ? Words.lower(styleId) : style.name()).equals("title");
  }

  /** {@code heading 2} is level 1 from 0. */
  private static int byName(String name) {
    String bare = name.replace(" ", "");
    boolean heading =
        bare.length() == 8 && bare.startsWith("heading") && Character.isDigit(bare.charAt(7));
    return heading ? bare.charAt(7) - '1' : -1;
  }

  /** The list that a paragraph belongs to as {@code numId/level}, or null. */
  @Nullable String list(@Nullable XmlElement properties) {
    XmlElement direct = properties == null ? null : properties.child("numPr");
    if (direct != null) {
      String numId = value(direct, "numId");
      return numId.isEmpty() || numId.equals("0")
          ? null
          : numId + "/" + orZero(value(direct, "ilvl"));
    }
    String id = properties == null ? "" : value(properties, "pStyle");
    for (int steps = 0; steps < DEEPEST && !id.isEmpty(); steps++) {
      Style style = styles.get(id);
      if (style == null) {
        return null;
      }
      if (style.numId() != null) {
        return style.numId().equals("0") ? null : style.numId() + "/" + orZero(style.indent());
      }
      id = style.basedOn();
    }
    return null;
  }

  /** How the items of a list are marked; bullets where the document does not say. */
  Numbering numbering(String list) {
    int slash = list.indexOf('/');
    String definition = abstractOf.getOrDefault(list.substring(0, slash), "");
    return levels.getOrDefault(definition + list.substring(slash), new Numbering("bullet", "-", 1));
  }

  private static String orZero(String level) {
    return level.isEmpty() ? "0" : level;
  }

  private static int outline(@Nullable XmlElement properties) {
    String level = properties == null ? "" : value(properties, "outlineLvl");
    return level.length() == 1 && Character.isDigit(level.charAt(0)) ? level.charAt(0) - '0' : -1;
  }

  /** The attribute {@code val} of a child. */
  static String value(XmlElement element, String child) {
    XmlElement found = element.child(child);
    return found == null ? "" : found.attribute("val");
  }
}
