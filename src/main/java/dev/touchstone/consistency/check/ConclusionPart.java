package dev.touchstone.consistency.check;

import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a note concludes: the chapter of that name, and in an abstract without chapters the last
 * sentences, which begin so.
 *
 * @param spans of its sentences, in the order of the text
 * @param words of all of them
 */
record ConclusionPart(List<Span> spans, String words) {

  private static final Pattern CONCLUDES =
      Pattern.compile(
          "(?i)^\\W*(?:in (?:conclusion|summary)|conclusions?\\b|we conclude|to conclude|(?:these|our|the) (?:results|data|findings) (?:suggest|show|indicate|demonstrate|support)|taken together|overall,)");

  static ConclusionPart of(NoteReading reading) {
    List<Span> spans = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Unit unit : reading.note().annotated().units()) {
      if (!FlowSentences.isProse(unit)) {
        continue;
      }
      boolean chapter = isIn(reading, unit.section(), SectionRole.CONCLUSION);
      boolean concludes = chapter;
      if (!chapter && !isIn(reading, unit.section(), SectionRole.ABSTRACT)) {
        continue;
      }
      for (Sentence sentence : unit.sentences()) {
        String text = unit.reading().text().substring(sentence.start(), sentence.end());
        concludes |= CONCLUDES.matcher(text).find();
        if (concludes) {
          spans.add(unit.reading().source(sentence.start(), sentence.end()));
          words.append(text).append(' ');
        }
      }
    }
    return new ConclusionPart(List.copyOf(spans), words.toString());
  }

  static boolean isIn(NoteReading reading, String section, SectionRole role) {
    for (Section each : reading.document().path(section)) {
      if (each.role() == role) {
        return true;
      }
    }
    return false;
  }

  boolean contains(Span span) {
    return spans.stream().anyMatch(its -> its.contains(span));
  }
}
