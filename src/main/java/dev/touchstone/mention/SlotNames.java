package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that nobody listed and no ending tells by the places that they stand in, over the
 * whole document: what is dosed ({@code 20 mg of X}, {@code X tablets}) and also given to a group
 * ({@code received X}, {@code the X group}) is a drug. One such place alone proves nothing.
 */
final class SlotNames {

  private static final int LEAST_PLACES = 3;

  private final Lexicon<String> dosedBefore;
  private final Lexicon<String> dosedBehind;
  private final Lexicon<String> givenBefore;
  private final Lexicon<String> givenBehind;
  private final Lexicon<String> none;
  private final Predicate<String> known;

  /**
   * @param known whether a word means something else: an outcome, a disease, an everyday word
   */
  SlotNames(Vocabulary vocabulary, Predicate<String> known) {
    dosedBefore = vocabulary.cues("dosed-after");
    dosedBehind = vocabulary.cues("dosed-before");
    givenBefore = vocabulary.cues("given-after");
    givenBehind = vocabulary.cues("given-before");
    none = vocabulary.cues("never-dosed");
    this.known = known;
  }

  /** How often a name stands where, by the cue. */
  private static final class Places {
    private final Set<String> dosed = new TreeSet<>();
    private final Set<String> given = new TreeSet<>();
    private int count;

    boolean isDrug() {
      return count >= LEAST_PLACES && !dosed.isEmpty() && !given.isEmpty();
    }
  }

  /** The names of a document in lower case. */
  Set<String> in(List<Reading> readings) {
    Map<String, Places> places = new TreeMap<>();
    for (Reading reading : readings) {
      if (!reading.piece().namesOnly()) {
        collect(reading, places);
      }
    }
    Set<String> names = new TreeSet<>();
    places.forEach(
        (name, its) -> {
          if (its.isDrug()) {
            names.add(name);
          }
        });
    // "Growth hormone" is the name where "hormone" stands in the same places.
    names.removeIf(
        name ->
            names.stream()
                .anyMatch(
                    longer ->
                        longer.endsWith(" " + name)
                            && 2 * at(places, longer).count >= at(places, name).count));
    return names;
  }

  private static Places at(Map<String, Places> places, String name) {
    return places.getOrDefault(name, new Places());
  }

  private void collect(Reading reading, Map<String, Places> places) {
    String text = reading.text();
    List<Word> words = reading.words();
    Map<Integer, String> tags = null;
    for (int i = 0; i < words.size(); i++) {
      Hit<String> dosed = dosedBefore.longestAt(text, words, i);
      Hit<String> given = dosed == null ? givenBefore.longestAt(text, words, i) : null;
      Hit<String> lead = dosed == null ? given : dosed;
      if (lead != null && lead.end() < text.length() && text.charAt(lead.end()) == ' ') {
        tags = tags == null ? tags(reading) : tags;
        for (String name : startingAt(reading, reading.wordAt(lead.end()), tags)) {
          note(places, name, lead.surface(), dosed != null);
        }
      }
      dosed = dosedBehind.longestAt(text, words, i);
      given = dosed == null ? givenBehind.longestAt(text, words, i) : null;
      Hit<String> tail = dosed == null ? given : dosed;
      if (tail != null && i > 0 && tail.start() - words.get(i - 1).end() == 1) {
        tags = tags == null ? tags(reading) : tags;
        for (String name : endingAt(reading, i - 1, tags)) {
          note(places, name, tail.surface(), dosed != null);
        }
      }
    }
  }

  private static void note(Map<String, Places> places, String name, String cue, boolean dosed) {
    Places its = places.computeIfAbsent(name, unused -> new Places());
    its.count++;
    (dosed ? its.dosed : its.given).add(cue.toLowerCase(Locale.ROOT));
  }

  /** The noun that begins at a word, and it with the noun before which it stands. */
  private List<String> startingAt(Reading reading, int word, Map<Integer, String> tags) {
    List<String> names = new ArrayList<>();
    String first = noun(reading, word, tags);
    String second = joined(reading, word, word + 1) ? noun(reading, word + 1, tags) : null;
    if (first != null) {
      names.add(first);
      if (second != null) {
        names.add(first + " " + second);
      }
    }
    return names;
  }

  private List<String> endingAt(Reading reading, int word, Map<Integer, String> tags) {
    List<String> names = new ArrayList<>();
    String last = noun(reading, word, tags);
    String before = joined(reading, word - 1, word) ? noun(reading, word - 1, tags) : null;
    if (last != null) {
      names.add(last);
      if (before != null) {
        names.add(before + " " + last);
      }
    }
    return names;
  }

  private static boolean joined(Reading reading, int one, int other) {
    return one >= 0
        && other < reading.words().size()
        && reading.words().get(other).start() - reading.words().get(one).end() == 1
        && reading.text().charAt(reading.words().get(one).end()) == ' ';
  }

  private @Nullable String noun(Reading reading, int index, Map<Integer, String> tags) {
    if (index < 0 || index >= reading.words().size()) {
      return null;
    }
    Word word = reading.words().get(index);
    String text = reading.text().substring(word.start(), word.end());
    String lower = text.toLowerCase(Locale.ROOT);
    boolean plain =
        text.length() >= 4
            && Character.isLetter(text.charAt(0))
            && tags.getOrDefault(word.start(), "").startsWith("NN")
            && none.get(lower) == null
            && !known.test(lower);
    return plain ? lower : null;
  }

  private static Map<Integer, String> tags(Reading reading) {
    Map<Integer, String> tags = new HashMap<>();
    for (Sentence sentence : reading.sentences()) {
      sentence.tokens().forEach(token -> tags.put(token.start(), token.tag()));
    }
    return tags;
  }
}
