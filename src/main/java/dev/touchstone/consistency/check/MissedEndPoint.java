package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that says that the primary end point was missed.
 *
 * @param stems of the words that name the end point, here or where it is announced
 */
record MissedEndPoint(Set<String> stems, Source place) {

  private static final String END_POINT =
      "\\bprimary (?:efficacy |study |clinical )?(?:end[ -]?points?|outcomes?)\\b";

  private static final Pattern MISSED =
      Pattern.compile(
          "(?i)"
              + END_POINT
              + "[^.;]{0,160}?\\b(?:(?:was|were) not (?:met|reached|achieved|statistically significant|significant|significantly different)|did not (?:differ|reach|meet|achieve|show)|not statistically significant|(?:was|were) missed|no (?:statistically )?significant differences?)\\b"
              + "|\\b(?:failed to (?:meet|reach|achieve)|did not (?:meet|reach|achieve))\\s(?:its |the |their )?"
              + END_POINT
              + "|\\bno (?:statistically )?significant (?:difference|effect|improvement)s?\\b[^.;]{0,60}\\bin the "
              + END_POINT);

  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)\\b(?:secondary|previous\\w*|other (?:trials|studies)|earlier|elsewhere|if|would|until|unless|baseline|missing|non-?inferiority|equivalen\\w+)\\b");

  private static final int FEWEST_STEMS = 1;

  /** The first such sentence; null where there is none. */
  static @Nullable MissedEndPoint in(NoteReading reading) {
    for (PrimarySentence each : PrimarySentence.in(reading)) {
      String words = each.words();
      if (MISSED.matcher(words).find() && !OTHERS.matcher(words).find()) {
        Set<String> stems = new TreeSet<>();
        reading.endPoints().forEach(its -> stems.addAll(its.stems()));
        Unit unit = each.unit();
        Sentence sentence = each.sentence();
        return new MissedEndPoint(
            stems,
            new Source(
                unit.reading().source(sentence.start(), sentence.end()), unit.section(), null));
      }
    }
    return null;
  }

  /** Whether a text speaks of the end point at all. */
  boolean isNamedIn(String words) {
    return Stems.shared(stems, Stems.of(words)) >= FEWEST_STEMS;
  }
}
