package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.Passage;
import dev.touchstone.document.SectionRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes sections of questions and answers: the question is a heading, {@code A1} is one below it.
 */
final class Questions {

  private static final int LONGEST_QUESTION = 400;

  private final StructureRules rules;

  Questions(StructureRules rules) {
    this.rules = rules;
  }

  List<Block> split(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    int around = 1;
    int question = 0;
    boolean problem = false;
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        QuestionLabel label = QuestionLabel.of(heading.passage().text(), rules);
        if (label == null) {
          around = heading.level();
          question = 0;
        } else if (label.role() != SectionRole.ANSWER) {
          question = heading.level();
        }
        problem = label != null && label.role() == SectionRole.TROUBLESHOOTING;
        out.add(heading);
      } else if (block instanceof Paragraph paragraph && paragraph.kind() == Kind.TEXT) {
        Passage passage = paragraph.passage();
        QuestionLabel label = QuestionLabel.of(passage.text(), rules);
        if (label == null || (label.role() == SectionRole.ANSWER && problem)) {
          out.add(paragraph);
        } else if (label.role() == SectionRole.ANSWER) {
          int level = around == 0 ? 0 : (question == 0 ? around : question) + 1;
          // A lone letter keeps its colon, or nobody would take it for a label.
          int end =
              label.label().length() > 1 ? label.label().length() : label.label().length() + 1;
          out.add(new Heading("", level, passage.part(0, end)));
          addRest(out, passage, label.end());
        } else {
          question = around == 0 ? 0 : around + 1;
          problem = label.role() == SectionRole.TROUBLESHOOTING;
          int end = endOfQuestion(passage.text(), label.end());
          out.add(new Heading("", question, passage.part(0, end)));
          addRest(out, passage, end);
        }
      } else {
        out.add(block);
      }
    }
    return out;
  }

  private static int endOfQuestion(String text, int from) {
    if (text.length() <= LONGEST_QUESTION) {
      return text.length();
    }
    for (int i = from; i + 1 < text.length(); i++) {
      if ("?.".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ') {
        return i + 1;
      }
    }
    return text.length();
  }

  private static void addRest(List<Block> out, Passage passage, int from) {
    int at = from;
    while (at < passage.length() && passage.text().charAt(at) == ' ') {
      at++;
    }
    if (at < passage.length()) {
      out.add(new Paragraph("", Kind.TEXT, null, passage.part(at, passage.length())));
    }
  }
}
