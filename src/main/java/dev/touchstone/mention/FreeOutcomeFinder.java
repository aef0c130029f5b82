package dev.touchstone.mention;

import dev.touchstone.vocabulary.Vocabulary;

/**
 * Finds outcomes that no lexicon lists, by the place of their words in the sentence: what is
 * announced as an endpoint or as measured, what {@code was} a figure, what {@code occurred in} so
 * many, what a {@code rate of} is told, what was {@code reduced}.
 */
final class FreeOutcomeFinder {

  private final OutcomeWords words;

  FreeOutcomeFinder(Vocabulary vocabulary) {
    words = new OutcomeWords(vocabulary);
  }

  void find(Reading reading) {
    for (Sentence each : reading.sentences()) {
      if (each.tokens().isEmpty()) {
        continue;
      }
      TaggedSentence sentence = TaggedSentence.of(reading, each);
      FreeOutcomes found = new FreeOutcomes(sentence, words, MentionType.OUTCOME);
      new AnnouncedPhrases(sentence, words, found).find();
      if (each.tokens().stream().anyMatch(token -> token.tag().equals("CD"))) {
        new FigurePhrases(sentence, words, found).find();
        new VerbPhrases(sentence, words, found).find();
      }
    }
  }
}
