package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Doses in words: {@code high-dose}, {@code overdose}, {@code low or moderate dosage levels},
 * {@code massive} in {@code massive fluoxetine ingestion}.
 */
final class DoseWords {

  /** What may stand between two degrees, or between a degree and its noun. */
  private static final Set<String> JOINTS =
      Set.of("and", "or", "to", ",", "/", "'", "\"", "‘", "“", "”", "even");

  private final Lexicon<String> whole;
  private final Lexicon<String> degrees;
  private final Lexicon<String> nouns;
  private final Lexicon<String> intakes;

  DoseWords(Vocabulary vocabulary) {
    whole = vocabulary.cues("dose-word");
    degrees = vocabulary.cues("dose-degree");
    nouns = vocabulary.cues("dose-noun");
    intakes = vocabulary.cues("dose-intake");
  }

  /** The phrases from left to right, without overlaps. */
  List<Span> in(Reading reading) {
    List<Span> found = new ArrayList<>();
    int at = 0;
    while (at < reading.words().size()) {
      Span phrase = at(reading, at);
      if (phrase == null) {
        at++;
      } else {
        found.add(phrase);
        at = reading.wordAt(phrase.end());
      }
    }
    return found;
  }

  private @Nullable Span at(Reading reading, int at) {
    Hit<String> listed = whole.longestAt(reading.text(), reading.words(), at);
    Span built = degree(reading, at);
    if (listed == null || (built != null && built.end() > listed.end())) {
      return built;
    }
    return new Span(listed.start(), listed.end());
  }

  /** A degree, perhaps with others, and its noun; or a degree before a drug that was taken. */
  private @Nullable Span degree(Reading reading, int at) {
    Hit<String> first = degrees.longestAt(reading.text(), reading.words(), at);
    if (first == null) {
      return null;
    }
    int next = reading.wordAt(first.end());
    for (int steps = 0; steps < 6; steps++) {
      Hit<String> noun = nouns.longestAt(reading.text(), reading.words(), next);
      if (noun != null) {
        return new Span(first.start(), noun.end());
      }
      Hit<String> other = degrees.longestAt(reading.text(), reading.words(), next);
      if (other != null) {
        next = reading.wordAt(other.end());
      } else if (JOINTS.contains(reading.key(next))) {
        next++;
      } else {
        break;
      }
    }
    return beforeIntake(reading, first);
  }

  private @Nullable Span beforeIntake(Reading reading, Hit<String> degree) {
    for (Draft drug : reading.drafts(MentionType.DRUG)) {
      boolean adjacent =
          drug.start() > degree.end()
              && reading.text().substring(degree.end(), drug.start()).isBlank();
      if (adjacent
          && intakes.longestAt(reading.text(), reading.words(), reading.wordAt(drug.end()))
              != null) {
        return new Span(degree.start(), degree.end());
      }
    }
    return null;
  }
}
