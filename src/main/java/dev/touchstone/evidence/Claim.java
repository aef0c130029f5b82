package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the prose says of an outcome.
 *
 * @param subject who is said to do better, worse or alike: a drug or an arm
 * @param change the outcome as worded, whatever is good; null where nothing is said of it
 * @param span the clause
 */
public record Claim(
    String id,
    @Nullable String study,
    @Nullable String subject,
    @Nullable String comparator,
    Outcome outcome,
    Direction direction,
    @Nullable Change change,
    Significance significance,
    Span span,
    String section) {

  /** Who does how. */
  public enum Direction {
    HIGHER,
    LOWER,
    NO_DIFFERENCE,
    BETTER,
    WORSE,
    UNCLEAR;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How the outcome changed. */
  public enum Change {
    INCREASED,
    DECREASED,
    UNCHANGED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is said of statistical significance. */
  public enum Significance {
    SIGNIFICANT,
    NOT_SIGNIFICANT,
    UNSTATED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Claim withId(String newId) {
    return new Claim(
        newId, study, subject, comparator, outcome, direction, change, significance, span, section);
  }
}
