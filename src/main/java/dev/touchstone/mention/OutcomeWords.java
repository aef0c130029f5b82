package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words around outcomes that no lexicon lists, read from {@code outcome-words.tsv}. */
final class OutcomeWords {

  /** A group of words; the file's head says what each does. */
  enum Group {
    CHANGE_NOUN,
    CHANGE_HEAD,
    MEASURED_CHANGE,
    AMOUNT_NOUN,
    MEASURE_HEAD,
    ABOUT_HEAD,
    OTHER_HEAD,
    NO_MODIFIER,
    NO_FIGURE,
    NO_OUTCOME,
    WITNESS_VERB,
    CAUSE_VERB,
    NO_RESULT_VERB,
    HANDLED_VERB,
    ENDPOINT_NOUN,
    ENDPOINT_KIND
  }

  private final Map<Group, Lexicon<String>> words = new EnumMap<>(Group.class);

  OutcomeWords(Vocabulary vocabulary) {
    for (Group group : Group.values()) {
      String kind = group.name().toLowerCase(Locale.ROOT).replace('_', '-');
      words.put(group, vocabulary.cues(kind));
    }
  }

  /** Whether a group has the words, the whole of them. */
  boolean is(Group group, String text) {
    return Objects.requireNonNull(words.get(group)).get(text) != null;
  }
}
