package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** Figures that say when, who may take part or what will be looked at, not what came of it. */
final class NoResults {

  private static final Pattern WHEN =
      Pattern.compile(
          "(?:\\b(?:for|within|after|every|at|over|up to|until|during|first|last|least|lasting|following|between|each|per|below|above|aged|e\\.g\\.|such as)|[<>≥≤])[\\s,(]*(?:the |about |approximately |an? |least |to |first |last |a median of )*$",
          Pattern.CASE_INSENSITIVE);

  private NoResults() {}

  /** {@code Within 24 months}. */
  static boolean isTime(String text, Sentence sentence, List<Statement> row) {
    Statement first = row.get(0);
    String lead = text.substring(sentence.start(), first.start());
    return first.kind() == Kind.DURATION && WHEN.matcher(lead).find();
  }

  /** An endpoint that is announced, with the time at which it will be looked at. */
  static boolean isAnnounced(Mention outcome, Measure value) {
    return "endpoint".equals(outcome.outcome().use())
        && (value.kind() == Kind.NUMBER || value.kind() == Kind.COUNT);
  }

  /** "Clearance above 50 mL/min" is a condition of entry. */
  static boolean isLimit(Measure value) {
    boolean open = value.comparator() != Comparator.EQUAL && value.comparator() != Comparator.ABOUT;
    return open && (value.kind() == Kind.NUMBER || value.kind() == Kind.DURATION);
  }
}
