package dev.touchstone.consistency.check;

import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of running text that speaks of something primary in this trial, or stands beside one.
 *
 * @param words of the sentence
 */
record PrimarySentence(Unit unit, Sentence sentence, String words) {

  /** Without its first letter, which may be a capital. */
  private static final String PRIMARY = "rimary";

  /** All of a note, outside what it says of other trials. */
  static List<PrimarySentence> in(NoteReading reading) {
    List<PrimarySentence> found = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      String text = unit.reading().text();
      if (!FlowSentences.isProse(unit)
          || !text.contains(PRIMARY)
          || !FlowSentences.isOfThisTrial(reading, unit.section())) {
        continue;
      }
      for (Sentence sentence : unit.sentences()) {
        String words = text.substring(sentence.start(), sentence.end());
        found.add(new PrimarySentence(unit, sentence, words));
      }
    }
    return found;
  }

  boolean isOfPrimary() {
    return words.contains(PRIMARY);
  }
}
