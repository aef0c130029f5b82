package dev.touchstone.evidence;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.List;

/** Whose trait a name is: {@code patients with severe X}, {@code women having X}. */
final class Bearers {

  private static final int NEAR = 60;
  private static final int LAST_WORDS = 5;

  private final Lexicon<String> people;

  Bearers(Vocabulary vocabulary) {
    people = vocabulary.cues("people");
  }

  /** Whether the words right before a name say that people have it. */
  boolean standBefore(String text, int from, int name) {
    String before = text.substring(Math.max(from, name - NEAR), name);
    List<Word> words = Words.of(before);
    for (int i = Math.max(0, words.size() - LAST_WORDS); i + 1 < words.size(); i++) {
      if (people.longestAt(before, words, i) != null
          && words.get(i + 1).key().matches("with|at|who|having|without")) {
        return true;
      }
    }
    return false;
  }
}
