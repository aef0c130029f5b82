package dev.touchstone.report;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of the document's text as it stands on the page. */
sealed interface TextItem {

  /** Where a page of the original starts. */
  record PageRule(int page) implements TextItem {}

  /** The document's own title; not a heading, since the page has it as its own. */
  record Title(String id, Content content) implements TextItem {}

  /** A heading of the given level, 3 to 6. */
  record Head(int level, String id, Content content) implements TextItem {}

  /** A paragraph of a style. */
  record Para(String style, @Nullable String id, String marker, Content content)
      implements TextItem {}

  /** List items that follow each other. */
  record Items(List<Para> items) implements TextItem {}

  /** What a reader rarely needs. */
  record Folded(String summary, List<TextItem> items) implements TextItem {}

  /** A sentence of ours, not of the document. */
  record Remark(String words) implements TextItem {}

  /**
   * A table.
   *
   * @param name {@code Table 1}
   * @param doubt why the table should be compared with the page, or empty
   * @param cut what is not shown, or empty
   * @param paths flagged cells in words, with links to the findings
   */
  record TableItem(
      String id,
      String name,
      Content caption,
      boolean captioned,
      String doubt,
      List<List<TableCell>> head,
      List<List<TableCell>> body,
      String cut,
      String csv,
      List<Para> notes,
      List<CellPath> paths)
      implements TextItem {}

  /** A cell; {@code scope} is null for one that is no header. */
  record TableCell(
      @Nullable String scope,
      @Nullable String rowSpan,
      @Nullable String colSpan,
      @Nullable String style,
      Content content) {}

  /** {@code LVEF < 50% › Doxorubicin (n=40)} and the findings that it takes part in. */
  record CellPath(String words, List<Flag> flags) {}
}
