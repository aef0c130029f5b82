package dev.touchstone.ingest;

import dev.touchstone.layout.Tag.Role;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * What the types of structure elements stand for (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4): types
 * of the author's own by the role map.
 */
final class StructureRoles {

  private static final int MOST_STEPS = 16;

  private static final COSName NAMESPACE = COSName.getPDFName("NS");
  private static final COSName NAMESPACE_ROLES = COSName.getPDFName("RoleMapNS");

  private static final Pattern NUMBERED_HEADING = Pattern.compile("H[1-9]\\d?");

  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("Title", Role.HEADING),
          Map.entry("H", Role.HEADING),
          Map.entry("P", Role.TEXT),
          Map.entry("BlockQuote", Role.TEXT),
          Map.entry("LI", Role.TEXT),
          Map.entry("TOCI", Role.TEXT),
          Map.entry("Note", Role.TEXT),
          Map.entry("FENote", Role.TEXT),
          Map.entry("BibEntry", Role.TEXT),
          Map.entry("Caption", Role.CAPTION),
          Map.entry("Figure", Role.FIGURE),
          Map.entry("Formula", Role.TEXT),
          Map.entry("TH", Role.HEADER_CELL),
          Map.entry("TD", Role.CELL));

  /** Blocks of their own also where they stand in a paragraph or in one another. */
  private static final Set<String> ALONE = Set.of("LI", "TOCI", "Note", "FENote", "BibEntry");

  private static final Set<String> SECTIONS = Set.of("Part", "Art", "Sect");

  private static final Set<String> OTHERS =
      Set.of(
          "Document",
          "Div",
          "Part",
          "Art",
          "Sect",
          "TOC",
          "Index",
          "L",
          "Lbl",
          "LBody",
          "Table",
          "TR",
          "THead",
          "TBody",
          "TFoot",
          "Span",
          "Link",
          "Quote",
          "Reference",
          "Code",
          "Artifact",
          "NonStruct",
          "Private");

  private final @Nullable COSDictionary map;

  StructureRoles(@Nullable COSDictionary map) {
    this.map = map;
  }

  /** The standard type that an element has or stands for; its own where there is none. */
  String standardType(COSDictionary element) {
    COSName type = element.getCOSName(COSName.S);
    COSDictionary namespace = element.getCOSDictionary(NAMESPACE);
    if (type == null) {
      return "";
    }
    for (int i = 0; i < MOST_STEPS && !isStandard(type.getName()); i++) {
      COSDictionary own = namespace == null ? null : namespace.getCOSDictionary(NAMESPACE_ROLES);
      COSDictionary roles = own == null ? map : own;
      COSBase next = roles == null ? null : roles.getDictionaryObject(type);
      if (next instanceof COSArray pair && pair.size() > 1) {
        namespace = pair.getObject(1) instanceof COSDictionary other ? other : null;
        next = pair.getObject(0);
      }
      if (!(next instanceof COSName name)) {
        break;
      }
      type = name;
    }
    return type.getName();
  }

  private static boolean isStandard(String type) {
    return role(type) != null || OTHERS.contains(type);
  }

  /** Null for what is no block of its own. */
  static @Nullable Role role(String type) {
    return NUMBERED_HEADING.matcher(type).matches() ? Role.HEADING : ROLES.get(type);
  }

  static boolean standsAlone(String type) {
    return ALONE.contains(type);
  }

  static boolean isSection(String type) {
    return SECTIONS.contains(type);
  }

  /**
   * @param sections around the heading; they tell the level of a heading without a number
   */
  static int level(String heading, int sections) {
    return switch (heading) {
      case "Title" -> 0;
      case "H" -> Math.max(1, sections);
      default -> Integer.parseInt(heading.substring(1));
    };
  }
}
