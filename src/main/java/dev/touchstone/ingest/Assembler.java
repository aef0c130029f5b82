package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Document;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a format reader found into a document, in the same way for all formats. */
final class Assembler {

  private static final int LONGEST_BEFORE_TITLE = 200;

  private final StructureRules rules;

  Assembler(StructureRules rules) {
    this.rules = rules;
  }

  Document assemble(String id, String source, Draft draft, List<String> warnings) {
    List<Block> blocks = new Residues(rules).mark(draft.blocks());
    blocks = new TableSurroundings(rules).gather(blocks);
    blocks = UnmarkedHeadings.find(blocks, rules);
    blocks = new Questions(rules).split(blocks);
    blocks = new InlineHeadings(rules).split(blocks);
    blocks = new ArrayList<>(HeadingLevels.infer(blocks, rules));
    Heading titleHeading = titleHeading(blocks);
    FrontMatter front = new FrontMatter(rules);
    front.read(blocks);
    ReferenceList references = new ReferenceList(rules);
    references.mark(blocks);

    String title = titleHeading != null ? titleHeading.passage().text() : draft.hints().title();
    Metadata metadata = front.metadata(draft.hints(), title, blocks, draft.text());
    SectionTree tree = new SectionTree(rules);
    tree.build(
        blocks,
        titleHeading,
        title == null ? nameOf(source) : title,
        metadata.kind(),
        draft.text().length());
    List<String> all = new ArrayList<>(warnings);
    all.addAll(draft.warnings());
    if (draft.text().chars().anyMatch(Blanks::turnsDirection)) {
      all.add(
          "Marks that turn the direction of writing stand in the text: figures may be shown in another order than they are written in.");
    }
    return new Document(
        id,
        source,
        draft.mediaType(),
        metadata,
        draft.pages(),
        draft.text(),
        tree.sections(),
        tree.blocks(),
        references.references(tree.blocks()),
        draft.locator(),
        draft.coverage(),
        all);
  }

  /** The first heading, if no other stands as high and no text stands before it. */
  private static @Nullable Heading titleHeading(List<Block> blocks) {
    Heading first = null;
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        if (first == null) {
          first = heading;
        } else if (heading.level() <= first.level()) {
          return null;
        }
      } else if (first == null
          && (!(block instanceof Paragraph paragraph)
              || (paragraph.kind() == Kind.TEXT
                  && paragraph.passage().length() > LONGEST_BEFORE_TITLE))) {
        return null;
      }
    }
    return first;
  }

  private static String nameOf(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
