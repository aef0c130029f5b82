package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.OutcomeEntry.Shape;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the outcomes of a sentence a statement reports, and what values an outcome can have. */
final class Outcomes {

  /** Words for a whole profile; there is no figure of them. */
  private static final Set<String> UNMEASURED = Set.of("SAFETY", "EFFICACY", "ACTIVITY");

  private static final Set<String> TIME_UNITS = Set.of("mo", "wk", "d", "a", "h", "min", "s");

  /**
   * "was 5 months", "in 19 of 38", "occurred in 11 patients": the outcome stands before its value.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "(?!.*\\be\\.g)[^,;]{0,60}?(?:\\b(?:was|were|is|are|of|in|reached|to|by|for|at|affected|affecting|with|from|reported|than|only)\\b|[=:(])[^,;]{0,60}",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** "had a", "in the control arm experienced a drop in": the outcome follows its value. */
  private static final Pattern HAD =
      Pattern.compile(
          "[^,;:.]{0,80}?\\b(?:had|have|has|having|experienced|developed|achieved|achieving|showed|reported|suffered|attained|required|needed|discontinued|underwent|reached|were in|with|presented with)\\b[^,;:.]{0,60}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EVENTS = Pattern.compile("(?i)\\bevents?$");
  private static final Pattern FOR =
      Pattern.compile("(?i)[\\s)\\]]*(?:for|in terms of)\\s(?:the\\s|any\\s)?");
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "(?i)[\\s-]*(?:[\\p{L}-]+\\s)?(?:patients|women|men|participants|subjects|groups?|arms?|children|eyes)\\b");
  private static final Pattern BREAK = Pattern.compile("[,;:]");

  private static final Pattern DIRECT =
      Pattern.compile(
          "[\\s)\\]]*(?:of )?(?:the )?(?:(?:evaluable |treated )?(?:patients|participants|subjects) )?(?:a |an |the |had )?(?:[\\p{L}-]{3,} ){0,2}",
          Pattern.CASE_INSENSITIVE);

  private final Vocabulary vocabulary;

  Outcomes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The outcome of a row of statements that report one thing.
   *
   * @param outcomes of the sentence in order
   * @param from where the statements before end
   * @param to where the statements after start
   */
  @Nullable Mention of(String text, List<Mention> outcomes, List<Statement> row, int from, int to) {
    int start = row.get(0).start();
    int end = row.get(row.size() - 1).end();
    Measure value = decisive(row.get(0));
    Mention before = null;
    Mention after = null;
    for (Mention outcome : outcomes) {
      if (!fits(outcome.outcome(), value)) {
        continue;
      }
      if (outcome.end() <= start) {
        before = outcome;
      } else if (after == null && outcome.start() >= end && outcome.start() < to) {
        after = outcome;
      }
    }
    if (after != null && isFor(text, end, after)) {
      return after;
    }
    if (before != null
        && before.end() >= from
        && LINK.matcher(text.substring(before.end(), start)).matches()) {
      return before;
    }
    if (after != null && follows(text.substring(end, after.start()))) {
      return after;
    }
    if (before != null) {
      return before;
    }
    // "30% present late, and survival is poor" tells of two things.
    boolean comparison = Statement.compares(value.kind());
    return after == null || comparison || BREAK.matcher(text.substring(end, after.start())).find()
        ? null
        : after;
  }

  /** Of a count and its share the share says what it may be of. */
  private static Measure decisive(Statement statement) {
    return statement.values().stream()
        .map(Mention::measure)
        .filter(measure -> measure.kind() == Kind.PERCENT)
        .findFirst()
        .orElse(statement.values().get(0).measure());
  }

  /** "4.6 and 2.1 percent for infarction": the outcome behind says which of the rates it is. */
  private static boolean isFor(String text, int end, Mention outcome) {
    return FOR.matcher(OpenText.between(text, end, outcome.start())).matches()
        && !OF_PEOPLE.matcher(text).region(outcome.end(), text.length()).lookingAt();
  }

  /** Whether the words between them bind a value to an outcome. */
  static boolean bound(String text, Statement statement, Mention outcome) {
    if (outcome.end() <= statement.start()) {
      return LINK.matcher(text.substring(outcome.end(), statement.start())).matches();
    }
    return follows(text.substring(statement.end(), outcome.start()));
  }

  /**
   * Whether each of two values has an outcome of its own: "X in 25% of patients, and 35% had Y".
   */
  static boolean differ(String text, List<Mention> outcomes, Statement one, Statement other) {
    boolean linked =
        outcomes.stream()
            .filter(outcome -> outcome.end() <= one.start())
            .anyMatch(
                outcome -> LINK.matcher(text.substring(outcome.end(), one.start())).matches());
    return linked
        && outcomes.stream()
            .filter(outcome -> outcome.start() >= other.end())
            .limit(1)
            .anyMatch(
                outcome -> HAD.matcher(text.substring(other.end(), outcome.start())).matches());
  }

  private static boolean follows(String gap) {
    return HAD.matcher(gap).matches() || DIRECT.matcher(gap).matches();
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
}
