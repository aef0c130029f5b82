package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Outcome;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.OutcomeEntry.Shape;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.Set;
import java.util.regex.Pattern;

/** What values an outcome can have, and whose trait it may be. */
final class Outcomes {

  /** Words for a whole profile; there is no figure of them. */
  private static final Set<String> UNMEASURED = Set.of("SAFETY", "EFFICACY", "ACTIVITY");

  private static final Set<String> TIME_UNITS = Set.of("mo", "wk", "d", "a", "h", "min", "s");

  private static final Pattern EVENTS = Pattern.compile("(?i)\\bevents?$");

  /** "Time to discontinuation" is a time, whatever discontinuation is. */
  private static final Pattern TIMED = Pattern.compile("(?i)\\btime (?:to|until|from|without)\\b");

  private final Vocabulary vocabulary;
  private final Bearers bearers;

  Outcomes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.bearers = new Bearers(vocabulary);
  }

  /**
   * Whether an outcome can have such a value: a survival time is no count, neutropenia no duration.
   */
  boolean fits(Outcome outcome, Measure value) {
    Kind kind = value.kind();
    if (UNMEASURED.contains(outcome.code())) {
      return false;
    }
    OutcomeEntry entry = vocabulary.outcome(outcome.code());
    Shape shape = entry == null ? null : entry.shape();
    if (shape == Shape.SHARE && TIMED.matcher(outcome.label()).find()) {
      shape = Shape.TIME;
    }
    if (kind == Kind.DOSE) {
      return DoseOutcomes.isValue(outcome);
    }
    if (shape == Shape.DOSE || DoseOutcomes.isValue(outcome)) {
      return false;
    }
    if (Statement.compares(kind)) {
      return true;
    }
    String unit = value.unit();
    if (kind == Kind.DURATION || (unit != null && TIME_UNITS.contains(unit))) {
      return shape == Shape.TIME || shape == null;
    }
    if (shape == Shape.TIME) {
      return kind != Kind.NUMBER && (kind != Kind.COUNT || EVENTS.matcher(outcome.label()).find());
    }
    // A bare number or one with a unit of its own is no share of people.
    return shape != Shape.SHARE || kind != Kind.NUMBER;
  }

  /** Whether a name in a sentence is a trait of the people before it. */
  boolean isOfPeople(String text, int from, int name) {
    return bearers.standBefore(text, from, name);
  }
}
