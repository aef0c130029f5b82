package dev.touchstone.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the words of a Word paragraph: runs, links, fields and what was inserted, not what was
 * deleted.
 */
final class DocxWords {

  private static final Set<String> SKIPPED =
      Set.of(
          "pPr",
          "rPr",
          "instrText",
          "fldData",
          "commentReference",
          "pict",
          "Fallback",
          "proofErr",
          "sectPr");
  private static final Map<String, String> SYMBOL_FONT =
      Map.of(
          "F0B1", "±", "F0B3", "≥", "F0A3", "≤", "F06D", "µ", "F061", "α", "F062", "β", "F067", "γ",
          "F0B4", "×", "F0B0", "°");
  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  private final SortedMap<String, Integer> dropped = new TreeMap<>();
  private final List<String> footnoteOrder = new ArrayList<>();

  SortedMap<String, Integer> dropped() {
    return dropped;
  }

  /** Ids of the foot notes in the order in which the text refers to them. */
  List<String> footnoteOrder() {
    return footnoteOrder;
  }

  /**
   * @param boxes takes the contents of text boxes, which are paragraphs of their own
   */
  TracedText of(XmlElement paragraph, List<XmlElement> boxes) {
    TracedText out = new TracedText();
    children(paragraph, out, false, boxes);
    return out;
  }

  private void children(XmlElement parent, TracedText out, boolean raised, List<XmlElement> boxes) {
    for (XmlElement child : parent.children()) {
      piece(child, out, raised, boxes);
    }
  }

  private void piece(XmlElement piece, TracedText out, boolean raised, List<XmlElement> boxes) {
    if (SKIPPED.contains(piece.name())) {
      return;
    }
    switch (piece.name()) {
      case "t" -> out.append(piece.text(), raised);
      case "tab", "ptab" -> out.append(" ", false);
      case "br", "cr" -> out.append(BrokenLines.BREAK, false);
      case "noBreakHyphen" -> out.append("-", raised);
      case "sym" ->
          out.append(
              SYMBOL_FONT.getOrDefault(piece.attribute("char").toUpperCase(Locale.ROOT), ""),
              raised);
      case "footnoteReference" -> {
        footnoteOrder.add(piece.attribute("id"));
        out.append(piece.attribute("id"), true);
      }
      case "del", "moveFrom" -> drop("deleted", piece);
      case "r" -> run(piece, out, raised, boxes);
      case "hyperlink" -> link(piece, out, raised, boxes);
      case "txbxContent" -> boxes.add(piece);
      default -> children(piece, out, raised, boxes);
    }
  }

  private void run(XmlElement run, TracedText out, boolean raised, List<XmlElement> boxes) {
    XmlElement properties = run.child("rPr");
    if (isOn(properties, "vanish")) {
      drop("hidden", run);
      return;
    }
    boolean up =
        properties != null && DocxStyles.value(properties, "vertAlign").equals("superscript");
    children(run, out, raised || up, boxes);
  }

  private void link(XmlElement link, TracedText out, boolean raised, List<XmlElement> boxes) {
    int start = out.length();
    children(link, out, raised, boxes);
    String words = out.subSequence(start, out.length()).strip();
    boolean number =
        !words.isEmpty() && words.length() <= 3 && words.chars().allMatch(Character::isDigit);
    if (number && !link.attribute("anchor").isEmpty()) {
      out.cite(words, start, out.length());
    }
  }

  private static boolean isOn(@Nullable XmlElement properties, String name) {
    XmlElement property = properties == null ? null : properties.child(name);
    return property != null
        && !property.attribute("val").equals("false")
        && !property.attribute("val").equals("0");
  }

  private void drop(String reason, XmlElement element) {
    int glyphs = 0;
    for (String name : List.of("t", "delText")) {
      glyphs += element.all(name).stream().mapToInt(words -> Coverages.glyphs(words.text())).sum();
    }
    if (glyphs > 0) {
      dropped.merge(reason, glyphs, Integer::sum);
    }
  }

  /** A number as Word prints it in a list. */
  static String number(int number, String format) {
    return switch (format) {
      case "lowerLetter" -> letters(number);
      case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(number);
      case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      default -> Integer.toString(number);
    };
  }

  private static String letters(int number) {
    StringBuilder out = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      out.insert(0, (char) ('a' + (rest - 1) % 26));
    }
    return out.toString();
  }

  private static String roman(int number) {
    StringBuilder out = new StringBuilder();
    int rest = Math.min(number, 3999);
    for (int i = 0; i < ROMAN.length; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        out.append(ROMAN[i]);
        rest -= ROMAN_VALUES[i];
      }
    }
    return out.toString();
  }
}
