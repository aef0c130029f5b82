package dev.touchstone.ingest;

import dev.touchstone.layout.Tag;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The structure tree of a tagged PDF: which tag the marked content of each page has. A document
 * without one, or with one that is damaged, has no tags.
 */
final class StructureTree {

  private final List<Tag> tags;
  private final Map<COSDictionary, Map<Integer, Integer>> marks;

  /**
   * @param marks for each page or form, the number of the tag by the number of the marked content
   */
  private StructureTree(List<Tag> tags, Map<COSDictionary, Map<Integer, Integer>> marks) {
    this.tags = List.copyOf(tags);
    this.marks = marks;
  }

  static StructureTree of(PDDocument pdf) {
    COSDictionary root =
        pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    if (root != null) {
      try {
        StructureTreeReader reader = new StructureTreeReader(root);
        reader.read();
        return new StructureTree(reader.tags(), reader.marks());
      } catch (StructureTreeReader.DamagedTree damaged) {
        // The pages can be read all the same.
      }
    }
    return new StructureTree(List.of(), new IdentityHashMap<>());
  }

  /** In the order of the tree. */
  List<Tag> tags() {
    return tags;
  }

  /**
   * The number of the tag of marked content.
   *
   * @param owner the page or form in whose content it is marked
   * @return {@link Tag#NONE} if the tree does not know it
   */
  int tag(COSDictionary owner, int mark) {
    return marks.getOrDefault(owner, Map.of()).getOrDefault(mark, Tag.NONE);
  }
}
