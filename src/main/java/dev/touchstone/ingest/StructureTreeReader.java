package dev.touchstone.ingest;

import dev.touchstone.layout.Tag;
import dev.touchstone.layout.Tag.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * Walks a structure tree (ISO 32000-1, 14.7) from its root. A tag is made for each element that
 * stands as a block of its own; what is inside, such as a link, belongs to it.
 */
final class StructureTreeReader {

  /** A tree that leads back into itself, or is too deep or too large to be one of a document. */
  static final class DamagedTree extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final int DEEPEST = 200;
  private static final int MOST_ELEMENTS = 300_000;
  private static final int MOST_KIDS = 2_000_000;

  private static final COSName MARKED_CONTENT = COSName.getPDFName("MCR");
  private static final COSName OBJECT = COSName.getPDFName("OBJR");
  private static final COSName STREAM = COSName.getPDFName("Stm");

  /**
   * Where in the tree an element stands.
   *
   * @param tag of the block around it
   * @param sections how many are around it
   */
  private record Place(
      int tag, @Nullable COSDictionary page, int sections, int table, int row, int depth) {

    Place in(int newTag, int newSections, int newTable, int newRow) {
      return new Place(newTag, page, newSections, newTable, newRow, depth + 1);
    }

    Place on(@Nullable COSDictionary newPage) {
      return newPage == null ? this : new Place(tag, newPage, sections, table, row, depth);
    }
  }

  private final COSDictionary root;
  private final StructureRoles roles;
  private final List<Tag> tags = new ArrayList<>();
  private final Map<COSDictionary, Map<Integer, Integer>> marks = new IdentityHashMap<>();
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int kids;
  private int tables;
  private int rows;

  StructureTreeReader(COSDictionary root) {
    this.root = root;
    this.roles = new StructureRoles(root.getCOSDictionary(COSName.ROLE_MAP));
  }

  List<Tag> tags() {
    return tags;
  }

  Map<COSDictionary, Map<Integer, Integer>> marks() {
    return marks;
  }

  void read() throws DamagedTree {
    seen.add(root);
    readKids(root, new Place(Tag.NONE, null, 0, 0, 0, 0));
  }

  private void readKids(COSDictionary element, Place place) throws DamagedTree {
    COSBase all = element.getDictionaryObject(COSName.K);
    if (!(all instanceof COSArray array)) {
      readKid(all, place);
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      readKid(array.getObject(i), place);
    }
  }

  private void readKid(@Nullable COSBase kid, Place place) throws DamagedTree {
    if (++kids > MOST_KIDS) {
      throw new DamagedTree();
    }
    if (kid instanceof COSNumber number) {
      mark(place.page(), number.intValue(), place);
    } else if (kid instanceof COSDictionary dictionary) {
      COSName type = dictionary.getCOSName(COSName.TYPE);
      if (MARKED_CONTENT.equals(type)) {
        COSDictionary form = dictionary.getCOSDictionary(STREAM);
        Place on = place.on(dictionary.getCOSDictionary(COSName.PG));
        mark(form == null ? on.page() : form, dictionary.getInt(COSName.MCID), on);
      } else if (!OBJECT.equals(type)) {
        readElement(dictionary, place);
      }
    }
  }

  /** Content that two elements claim belongs to the first. */
  private void mark(@Nullable COSDictionary owner, int mark, Place place) {
    if (owner != null && mark >= 0) {
      int tag = place.tag();
      if (tag == Tag.NONE) {
        tag = add(new Tag(Role.TEXT, 0, 0, 0));
      }
      marks.computeIfAbsent(owner, page -> new HashMap<>()).putIfAbsent(mark, tag);
    }
  }

  private void readElement(COSDictionary element, Place around) throws DamagedTree {
    if (!seen.add(element) || seen.size() > MOST_ELEMENTS || around.depth() > DEEPEST) {
      throw new DamagedTree();
    }
    Place place = around.on(element.getCOSDictionary(COSName.PG));
    String type = roles.standardType(element);
    int sections = place.sections() + (StructureRoles.isSection(type) ? 1 : 0);
    int table = "Table".equals(type) ? ++tables : place.table();
    int row = "TR".equals(type) ? ++rows : place.row();
    readKids(element, place.in(tag(type, place), sections, table, row));
  }

  private int tag(String type, Place place) {
    if ("Artifact".equals(type) || place.tag() == Tag.ARTIFACT) {
      return Tag.ARTIFACT;
    }
    Role role = StructureRoles.role(type);
    boolean own =
        role != null
            && (role != Role.TEXT || place.tag() == Tag.NONE || StructureRoles.standsAlone(type));
    if (role == null || !own) {
      return place.tag();
    }
    int level = role == Role.HEADING ? StructureRoles.level(type, place.sections()) : 0;
    return add(new Tag(role, level, place.table(), place.row()));
  }

  private int add(Tag tag) {
    tags.add(tag);
    return tags.size() - 1;
  }
}
