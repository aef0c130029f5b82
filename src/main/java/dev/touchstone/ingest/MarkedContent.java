package dev.touchstone.ingest;

import dev.touchstone.layout.Tag;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * Follows the marks in the content of a page (ISO 32000-1, 14.6) and tells which tag applies. Marks
 * within others that name no tag of their own leave that of the outer ones.
 */
final class MarkedContent {

  /**
   * The content of a page or of a form on it.
   *
   * @param before tag that applies where the form is painted
   */
  private record Content(COSDictionary owner, int before, Deque<Integer> open) {}

  private static final String ARTIFACT = "Artifact";

  private final StructureTree tree;
  private final Deque<Content> contents = new ArrayDeque<>();

  MarkedContent(StructureTree tree) {
    this.tree = tree;
  }

  /** The page, or a form that is painted in what is open. */
  void enter(COSDictionary owner) {
    contents.push(new Content(owner, tag(), new ArrayDeque<>()));
  }

  /** Marks that the form has left open end with it. */
  void leave() {
    contents.pop();
  }

  void begin(@Nullable COSName name, @Nullable COSDictionary properties) {
    Content content = contents.peek();
    if (content == null) {
      return;
    }
    int tag = tag();
    int mark = properties == null ? -1 : properties.getInt(COSName.MCID);
    if (name != null && ARTIFACT.equals(name.getName())) {
      tag = Tag.ARTIFACT;
    } else if (mark >= 0) {
      int own = tree.tag(content.owner(), mark);
      tag = own == Tag.NONE ? tag : own;
    }
    content.open().push(tag);
  }

  void end() {
    Content content = contents.peek();
    if (content != null) {
      content.open().poll();
    }
  }

  /** The tag of what is painted now. */
  int tag() {
    Content content = contents.peek();
    if (content == null) {
      return Tag.NONE;
    }
    Integer innermost = content.open().peek();
    return innermost == null ? content.before() : innermost;
  }
}
