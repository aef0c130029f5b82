package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.SectionRole;
import dev.touchstone.ingest.StructureRules.Phrase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads title, authors, date and compound from the head of a document, where the format does not
 * say them.
 */
final class FrontMatter {

  private static final int LONGEST_LINE = 300;

  private final StructureRules rules;
  private final List<String> authors = new ArrayList<>();
  private @Nullable String date;
  private @Nullable String compound;
  private @Nullable String catalogue;

  FrontMatter(StructureRules rules) {
    this.rules = rules;
  }

  /** Marks the lines of the head as such, in place. */
  void read(List<Block> blocks) {
    boolean titled = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Heading heading) {
        if (titled && opensText(heading)) {
          return;
        }
        titled = true;
      }
      if (block instanceof Paragraph paragraph && paragraph.kind() == Kind.TEXT) {
        String text = paragraph.passage().text();
        if (text.length() <= LONGEST_LINE && readLabels(text)) {
          blocks.set(i, new Paragraph("", Kind.METADATA, null, paragraph.passage()));
        }
      }
    }
  }

  private boolean opensText(Heading heading) {
    return rules
        .ruleFor(heading.passage().text())
        .filter(rule -> rule.role() != SectionRole.FRONT_MATTER)
        .filter(StructureRules.RoleRule::chapter)
        .isPresent();
  }

  /** {@code Author: … Date: …}: a label, a colon, and what goes up to the next label. */
  private boolean readLabels(String text) {
    List<Label> labels = new ArrayList<>();
    for (int colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
      Label label = labelBefore(text, colon);
      if (label != null) {
        labels.add(label);
      }
    }
    if (labels.isEmpty() || !text.substring(0, labels.get(0).start()).isBlank()) {
      return false;
    }
    for (int i = 0; i < labels.size(); i++) {
      int end = i + 1 < labels.size() ? labels.get(i + 1).start() : text.length();
      take(labels.get(i).kind(), text.substring(labels.get(i).end(), end).strip());
    }
    return true;
  }

  private record Label(Phrase kind, int start, int end) {}

  private @Nullable Label labelBefore(String text, int colon) {
    int start = colon;
    for (int words = 0; words < 3 && start > 0; words++) {
      int blank = text.lastIndexOf(' ', start - 2);
      start = blank + 1;
      String label = Words.normalise(text.substring(start, colon));
      for (Phrase kind :
          List.of(Phrase.AUTHOR, Phrase.DATE, Phrase.COMPOUND, Phrase.CATALOGUE, Phrase.DETAIL)) {
        boolean opens = start == 0 || ".;|,".indexOf(text.charAt(start - 2)) >= 0;
        if (opens && rules.isOneOf(kind, label)) {
          return new Label(kind, start, colon + 1);
        }
      }
    }
    return null;
  }

  private void take(Phrase kind, String value) {
    String bare = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    if (bare.isEmpty()) {
      return;
    }
    switch (kind) {
      case AUTHOR -> {
        for (String author : bare.split(";|,| and ")) {
          if (!author.isBlank()) {
            authors.add(author.strip());
          }
        }
      }
      case DATE -> date = date == null ? Dates.iso(bare) : date;
      case COMPOUND -> compound = compound == null ? bare : compound;
      case CATALOGUE -> catalogue = catalogue == null ? bare : catalogue;
      default -> {}
    }
  }

  /** What the format says, and what the head says where the format is silent. */
  Metadata metadata(Metadata hints, @Nullable String title, List<Block> blocks, String text) {
    DocumentKind kind = hints.kind();
    if (kind == DocumentKind.OTHER) {
      kind = kind(title, blocks);
    }
    Metadata.Compound named =
        compound == null ? hints.compound() : new Metadata.Compound(compound, catalogue);
    return new Metadata(
        title,
        kind,
        named,
        authors.isEmpty() ? hints.authors() : authors,
        date == null ? hints.date() : date,
        hints.language() == null ? Languages.of(text, rules) : hints.language());
  }

  private DocumentKind kind(@Nullable String title, List<Block> blocks) {
    Optional<DocumentKind> told = title == null ? Optional.empty() : rules.kindOf(title);
    if (told.isPresent()) {
      return told.get();
    }
    int headings = 0;
    for (Block block : blocks) {
      if (block instanceof Heading heading && headings < 3) {
        headings++;
        told = rules.kindOf(heading.passage().text());
        if (told.isPresent()) {
          return told.get();
        }
      }
    }
    return isArticle(blocks) ? DocumentKind.JOURNAL_ARTICLE : DocumentKind.OTHER;
  }

  /** Articles have an abstract, and tell their methods, results and what follows from them. */
  private boolean isArticle(List<Block> blocks) {
    Set<SectionRole> chapters = EnumSet.noneOf(SectionRole.class);
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        rules
            .ruleFor(heading.passage().text())
            .filter(StructureRules.RoleRule::chapter)
            .ifPresent(rule -> chapters.add(rule.role()));
      }
    }
    return chapters.containsAll(
            List.of(
                SectionRole.ABSTRACT,
                SectionRole.METHODS,
                SectionRole.RESULTS,
                SectionRole.REFERENCES))
        && (chapters.contains(SectionRole.DISCUSSION) || chapters.contains(SectionRole.CONCLUSION));
  }
}
