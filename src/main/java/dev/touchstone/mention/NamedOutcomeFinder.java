package dev.touchstone.mention;

import dev.touchstone.vocabulary.Vocabulary;

/**
 * Finds what may be an outcome, after those that have a value or are announced: what stands in one
 * list with them, what a sentence without figures says of something, what is well tolerated. Which
 * of them the document reports is decided when all of it was read.
 */
final class NamedOutcomeFinder {

  private final OutcomeWords words;

  NamedOutcomeFinder(Vocabulary vocabulary) {
    words = new OutcomeWords(vocabulary);
  }

  void find(Reading reading) {
    if (reading.isCell()) {
      return;
    }
    for (Sentence each : reading.sentences()) {
      if (each.tokens().isEmpty()) {
        continue;
      }
      TaggedSentence sentence = TaggedSentence.of(reading, each);
      FreeOutcomes found = new FreeOutcomes(sentence, words, MentionType.NAMED_OUTCOME);
      new ListedPhrases(sentence, words, found).find();
      new ToldPhrases(sentence, words, found).find();
      new ListedPhrases(sentence, words, found).find();
    }
  }
}
