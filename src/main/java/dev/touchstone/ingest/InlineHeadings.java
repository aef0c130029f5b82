package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes structured abstracts apart: {@code BACKGROUND: … METHODS: …} in one paragraph, or {@code
 * Methods: …} at the head of one, opens a section each.
 */
final class InlineHeadings {

  private static final int LONGEST = 40;

  private final StructureRules rules;

  private record Label(int start, int end, int rest) {}

  InlineHeadings(StructureRules rules) {
    this.rules = rules;
  }

  List<Block> split(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    int around = 1;
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        around = heading.level();
        out.add(heading);
      } else if (block instanceof Paragraph paragraph && paragraph.kind() == Kind.TEXT) {
        split(paragraph, around, out);
      } else {
        out.add(block);
      }
    }
    return out;
  }

  private void split(Paragraph paragraph, int around, List<Block> out) {
    Passage passage = paragraph.passage();
    List<Label> labels = labels(passage.text());
    if (labels.isEmpty()) {
      out.add(paragraph);
      return;
    }
    int level = around == 0 ? 0 : around + 1;
    text(passage, 0, labels.get(0).start(), out);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      int end = i + 1 < labels.size() ? labels.get(i + 1).start() : passage.length();
      out.add(new Heading("", level, passage.part(label.start(), label.end())));
      text(passage, label.rest(), end, out);
    }
  }

  private static void text(Passage passage, int start, int end, List<Block> out) {
    int to = end;
    while (to > start && passage.text().charAt(to - 1) == ' ') {
      to--;
    }
    if (to > start) {
      out.add(new Paragraph("", Kind.TEXT, null, passage.part(start, to)));
    }
  }

  private List<Label> labels(String text) {
    List<Label> labels = new ArrayList<>();
    int colon = text.indexOf(": ");
    while (colon > 0) {
      Label label = labelBefore(text, colon);
      if (label != null) {
        labels.add(label);
      }
      colon = text.indexOf(": ", colon + 2);
    }
    return labels;
  }

  private @Nullable Label labelBefore(String text, int colon) {
    int start = colon;
    boolean capitals = true;
    while (start > 0 && colon - start < LONGEST && isLabelCharacter(text.charAt(start - 1))) {
      start--;
      capitals &= !Character.isLowerCase(text.charAt(start));
    }
    while (start < colon && text.charAt(start) == ' ') {
      start++;
    }
    boolean sentence = start > 1 && ".?!])".indexOf(text.charAt(start - 2)) >= 0;
    boolean opens = start == 0 || (capitals && sentence);
    if (!opens
        || colon - start < 4
        || !Character.isUpperCase(text.charAt(start))
        || colon + 2 >= text.length()) {
      return null;
    }
    String words = text.substring(start, colon);
    boolean known =
        rules
            .ruleFor(words)
            .filter(rule -> rule.chapter() && !rule.match().equals("has"))
            .filter(rule -> rule.role().yieldsEvidence())
            .isPresent();
    return known && Words.split(words).size() <= 4 ? new Label(start, colon, colon + 2) : null;
  }

  private static boolean isLabelCharacter(char c) {
    return Character.isLetter(c) || c == ' ' || c == '&' || c == '/';
  }
}
