package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.ingest.StructureRules.Phrase;
import dev.touchstone.ingest.StructureRules.RoleRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the sections from the headings, gives them roles, and puts every block into its section.
 */
final class SectionTree {

  private final StructureRules rules;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Block> placed = new ArrayList<>();

  private static final class Node {
    final String id;
    final @Nullable Node parent;
    final int rank;
    final int level;
    final String title;
    final int start;
    int end;
    boolean empty = true;
    boolean offers;
    SectionRole role = SectionRole.OTHER;

    Node(String id, @Nullable Node parent, int rank, String title, int start, int end) {
      this.id = id;
      this.parent = parent;
      this.rank = rank;
      this.level = parent == null ? 1 : parent.level + 1;
      this.title = title;
      this.start = start;
      this.end = end;
    }
  }

  SectionTree(StructureRules rules) {
    this.rules = rules;
  }

  List<Section> sections() {
    return nodes.stream()
        .map(
            node ->
                new Section(
                    node.id,
                    node.parent == null ? null : node.parent.id,
                    node.level,
                    node.title,
                    node.role,
                    new Span(node.start, node.end)))
        .toList();
  }

  List<Block> blocks() {
    return placed;
  }

  /**
   * @param titleHeading the heading that is the document's title, or null if none is
   * @param title the document's title or, without one, its file name
   */
  void build(
      List<Block> blocks,
      @Nullable Heading titleHeading,
      String title,
      DocumentKind kind,
      int textLength) {
    int tables = 0;
    int start = blocks.isEmpty() ? 0 : Math.min(textLength, blocks.get(0).span().start());
    Node root = add(null, 0, title, start, start);
    Node current = root;
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        if (heading == titleHeading) {
          placed.add(new Heading(root.id, root.level, heading.passage()));
        } else {
          Node parent = parentOf(heading, current);
          current =
              add(
                  parent,
                  heading.level(),
                  heading.passage().text(),
                  heading.span().start(),
                  heading.span().end());
          placed.add(new Heading(current.id, current.level, heading.passage()));
        }
      } else if (block instanceof Paragraph paragraph) {
        placed.add(
            new Paragraph(current.id, paragraph.kind(), paragraph.marker(), paragraph.passage()));
        current.empty = false;
        current.offers |= isOffer(paragraph);
      } else if (block instanceof Table table) {
        tables++;
        placed.add(place(table, current.id, "t" + tables));
        current.empty = false;
      }
      for (Node node = current; node != null; node = node.parent) {
        node.end = Math.max(node.end, block.span().end());
      }
      root.end = Math.max(root.end, block.span().end());
    }
    giveRoles(kind);
  }

  /**
   * The innermost section of a higher rank; but a subtitle is no section of chapters, and nothing
   * belongs to the list of references but its entries.
   */
  private Node parentOf(Heading heading, Node current) {
    Node parent = current;
    while (parent.parent != null && parent.rank >= heading.level()) {
      parent = parent.parent;
    }
    boolean chapter = rules.ruleFor(heading.passage().text()).filter(RoleRule::chapter).isPresent();
    while (parent.parent != null
        && (isReferences(parent) || (chapter && parent.empty && isSubtitle(parent)))) {
      parent = parent.parent;
    }
    return parent;
  }

  private boolean isReferences(Node node) {
    return rules
        .ruleFor(node.title)
        .filter(rule -> rule.role() == SectionRole.REFERENCES)
        .isPresent();
  }

  /** Whether a heading stands before all text and opens no chapter itself. */
  private boolean isSubtitle(Node node) {
    boolean chapter = rules.ruleFor(node.title).filter(RoleRule::chapter).isPresent();
    return !chapter
        && nodes.stream()
            .takeWhile(before -> before != node)
            .allMatch(before -> before.parent == null || before.empty || isFrontMatter(before));
  }

  private boolean isFrontMatter(Node node) {
    return rules
        .ruleFor(node.title)
        .filter(rule -> rule.role() == SectionRole.FRONT_MATTER)
        .isPresent();
  }

  private static Table place(Table table, String section, String id) {
    return new Table(
        section,
        id,
        table.label(),
        table.caption(),
        table.headerRows(),
        table.headerCols(),
        table.cells(),
        table.notes(),
        table.span(),
        table.reading());
  }

  private Node add(@Nullable Node parent, int rank, String title, int start, int end) {
    Node node = new Node("s" + (nodes.size() + 1), parent, rank, title, start, end);
    nodes.add(node);
    return node;
  }

  private boolean isOffer(Paragraph paragraph) {
    String text = paragraph.passage().text();
    return text.length() < 600
        && (text.indexOf('@') >= 0 || rules.contains(Phrase.SALES, Words.normalise(text)));
  }

  private void giveRoles(DocumentKind kind) {
    boolean afterReferences = false;
    boolean beforeText = true;
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      Optional<RoleRule> rule = i == 0 ? Optional.empty() : rules.ruleFor(node.title);
      boolean last = i + 1 == nodes.size();
      boolean stacked = !last && node.empty && nodes.get(i + 1).level <= node.level;
      node.role = role(node, rule, kind, afterReferences, beforeText && stacked);
      beforeText &= node.parent == null || node.role == SectionRole.FRONT_MATTER;
      afterReferences |= node.role == SectionRole.REFERENCES;
    }
  }

  private SectionRole role(
      Node node,
      Optional<RoleRule> rule,
      DocumentKind kind,
      boolean afterReferences,
      boolean subtitle) {
    if (node.parent == null) {
      return SectionRole.FRONT_MATTER;
    }
    SectionRole around = node.parent.role;
    if (around == SectionRole.REFERENCES || around == SectionRole.BOILERPLATE) {
      return SectionRole.BOILERPLATE;
    }
    QuestionLabel question = QuestionLabel.ofTitle(node.title, rules);
    if (question != null) {
      return question.role();
    }
    boolean chapter = rule.isPresent() && rule.get().chapter();
    if (subtitle && !chapter) {
      return SectionRole.FRONT_MATTER;
    }
    if (rule.isPresent() && (chapter || !isInChapter(node.parent))) {
      return rule.get().role();
    }
    boolean offer = node.title.endsWith("?") && node.offers;
    // A vendor's note ends with its references; what follows them is about the vendor.
    if (offer || (afterReferences && kind != DocumentKind.JOURNAL_ARTICLE)) {
      return SectionRole.BOILERPLATE;
    }
    return node.parent.parent == null ? SectionRole.OTHER : around;
  }

  /** Within Methods, "Toxicity" is what was measured and no result. */
  private boolean isInChapter(Node around) {
    for (Node node = around; node.parent != null; node = node.parent) {
      Optional<RoleRule> rule = rules.ruleFor(node.title);
      if (rule.isPresent() && rule.get().chapter() && rule.get().role() == node.role) {
        return true;
      }
    }
    return false;
  }
}
