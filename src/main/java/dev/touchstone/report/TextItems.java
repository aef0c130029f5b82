package dev.touchstone.report;

import dev.touchstone.document.Block;
import dev.touchstone.document.Document;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays out the text of a document: headings, paragraphs, lists, tables, page by page. */
final class TextItems {

  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int LONGEST_LINE = 120;
  private static final int TOP_LEVEL = 3;
  private static final int LOWEST_LEVEL = 6;

  private final Document document;
  private final PageText text;
  private final Map<String, Section> sections;
  private final Map<String, String> referenceAnchors = new HashMap<>();
  private final Set<String> anchors = new HashSet<>();
  private final Set<String> flagsWritten = new HashSet<>();
  private final TableItems tables;

  private final List<TextItem> items = new ArrayList<>();
  private final List<TextItem> folded = new ArrayList<>();
  private final List<TextItem.Para> list = new ArrayList<>();
  private int page;
  private int level = TOP_LEVEL - 1;
  private int shown;
  private int hidden;

  private TextItems(Document document, PageText text) {
    this.document = document;
    this.text = text;
    this.sections = document.sectionsById();
    this.tables = new TableItems(text, this::content);
    int number = 0;
    for (Reference reference : document.references()) {
      if (!referenceAnchors.containsKey(reference.key())) {
        referenceAnchors.put(reference.key(), "ref-" + ++number);
      }
    }
  }

  /**
   * The text as laid out.
   *
   * @param anchors of all blocks and flagged places that are shown
   */
  record Laid(List<TextItem> items, Set<String> anchors) {}

  static Laid layOut(Document document, PageText text) {
    TextItems items = new TextItems(document, text);
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      items.add(blocks.get(i), "b" + (i + 1));
    }
    items.flush();
    if (items.hidden > 0) {
      items.items.add(
          new TextItem.Remark(
              "The text goes on for another "
                  + Wording.count(items.hidden, "character")
                  + " that are not shown here; evidence.json has all of it."));
    }
    return new Laid(items.items, items.anchors);
  }

  private void add(Block block, String anchor) {
    Boolean unused =
        block.match(
            heading -> heading(heading, anchor),
            paragraph -> paragraph(paragraph, anchor),
            this::table);
  }

  private boolean heading(Heading heading, String anchor) {
    if (skips(heading.passage())) {
      return false;
    }
    flush();
    pageRule(heading.span());
    Section section = sections.get(heading.section());
    boolean isTitle =
        heading.level() <= 1
            && section != null
            && section.title().equals(document.metadata().title())
            && items.stream().noneMatch(TextItem.Head.class::isInstance);
    Content content = content(text.slot(heading.passage()), anchor);
    if (isTitle) {
      items.add(new TextItem.Title(anchor, content));
    } else {
      // One step down at most, so that no level is skipped.
      level = Math.min(Math.max(TOP_LEVEL, Math.min(heading.level() + 1, level + 1)), LOWEST_LEVEL);
      items.add(new TextItem.Head(level, anchor, content));
    }
    return true;
  }

  private boolean paragraph(Paragraph paragraph, String anchor) {
    Passage passage = paragraph.passage();
    if (passage.isEmpty() || skips(passage)) {
      return false;
    }
    String marker = paragraph.marker() == null ? "" : Wording.printable(paragraph.marker());
    Content content = content(text.slot(passage), anchor);
    boolean line = paragraph.kind() == Paragraph.Kind.RESIDUE && passage.length() <= LONGEST_LINE;
    if (line && folded.isEmpty() && !inBoilerplate(paragraph)) {
      single(new TextItem.Para("residue small muted", anchor, marker, content));
      return true;
    }
    if (paragraph.kind() == Paragraph.Kind.RESIDUE || inBoilerplate(paragraph)) {
      endList();
      folded.add(new TextItem.Para("p", anchor, marker, content));
      return true;
    }
    endFolded();
    pageRule(paragraph.span());
    switch (paragraph.kind()) {
      case LIST_ITEM, REFERENCE -> list.add(new TextItem.Para("li", anchor, marker, content));
      case CAPTION -> single(new TextItem.Para("caption small", anchor, marker, content));
      case NOTE -> single(new TextItem.Para("tnote small", anchor, marker, content));
      case METADATA -> single(new TextItem.Para("small", anchor, marker, content));
      case TEXT, RESIDUE -> single(new TextItem.Para("p", anchor, marker, content));
    }
    return true;
  }

  private boolean table(Table table) {
    flush();
    pageRule(table.span());
    anchors.add("table-" + table.id());
    items.add(tables.item(table, text.tableNumber(table)));
    return true;
  }

  private void single(TextItem.Para para) {
    endList();
    items.add(para);
  }

  private boolean inBoilerplate(Paragraph paragraph) {
    Section section = sections.get(paragraph.section());
    return section != null && section.role() == SectionRole.BOILERPLATE;
  }

  private boolean skips(Passage passage) {
    shown += passage.length();
    if (shown <= MOST_CHARACTERS || text.slot(passage).isFlagged()) {
      return false;
    }
    hidden += passage.length();
    return true;
  }

  private void endList() {
    if (!list.isEmpty()) {
      items.add(new TextItem.Items(List.copyOf(list)));
      list.clear();
    }
  }

  private void flush() {
    endList();
    endFolded();
  }

  private void endFolded() {
    if (!folded.isEmpty()) {
      items.add(
          new TextItem.Folded(
              "Boilerplate, not searched for evidence: "
                  + Wording.count(folded.size(), "paragraph"),
              List.copyOf(folded)));
      folded.clear();
    }
  }

  private void pageRule(Span span) {
    Integer at =
        document.locate(new Span(span.start(), Math.min(span.end(), span.start() + 1))).page();
    if (at != null && at > page) {
      endList();
      page = at;
      anchors.add("page-" + page);
      items.add(new TextItem.PageRule(page));
    }
  }

  private Content content(Slot slot, @Nullable String anchor) {
    if (anchor != null) {
      anchors.add(anchor);
    }
    for (Flag flag : slot.flags()) {
      PageText.Range range = PageText.range(slot, flag.source().span());
      if (range.start() < range.end()) {
        anchors.add(flag.anchor());
      }
    }
    Function<String, @Nullable String> references = referenceAnchors::get;
    return new MarkedText(slot, references, flagsWritten);
  }

  private Content content(Slot slot) {
    return content(slot, null);
  }
}
