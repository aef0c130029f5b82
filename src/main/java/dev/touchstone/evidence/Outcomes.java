package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the outcomes of a sentence a statement reports. */
final class Outcomes {

  private static final Set<String> TIMES =
      Set.of(
          "PFS",
          "OS",
          "EFS",
          "DFS",
          "RFS",
          "DDFS",
          "LRFS",
          "CSS",
          "TTP",
          "TTF",
          "TTR",
          "DOR",
          "FOLLOW-UP",
          "TREATMENT-DURATION",
          "HALF-LIFE",
          "TMAX",
          "HOSPITALISATION");

  /**
   * "was 5 months", "in 19 of 38", "occurred in 11 patients": the outcome stands before its value.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "[^,;]{0,60}?(?:\\b(?:was|were|is|are|of|in|reached|to|by|for|at|affected|affecting|with|from|reported|than|only)\\b|[=:(])[^,;]{0,60}",
          Pattern.CASE_INSENSITIVE);

  /** "had a", "in the control arm experienced a drop in": the outcome follows its value. */
  private static final Pattern HAD =
      Pattern.compile(
          "[^,;:.]{0,80}?\\b(?:had|have|has|having|experienced|developed|achieved|achieving|showed|reported|suffered|attained|required|needed|discontinued|underwent|reached|were in|with|presented with)\\b[^,;:.]{0,60}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DIRECT =
      Pattern.compile("[\\s)\\]]*(?:of )?(?:a |an |the |had )?", Pattern.CASE_INSENSITIVE);

  private Outcomes() {}

  /**
   * The outcome of a row of statements that report one thing.
   *
   * @param outcomes of the sentence in order
   * @param from where the statements before end
   * @param to where the statements after start
   */
  static @Nullable Mention of(
      String text, List<Mention> outcomes, List<Statement> row, int from, int to) {
    int start = row.get(0).start();
    int end = row.get(row.size() - 1).end();
    Measure value = row.get(0).values().get(0).measure();
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
    if (before != null
        && LINK.matcher(text.substring(before.end(), start)).matches()
        && before.end() >= from) {
      return before;
    }
    if (after != null) {
      String gap = text.substring(end, after.start());
      if (HAD.matcher(gap).matches() || DIRECT.matcher(gap).matches()) {
        return after;
      }
    }
    return before != null ? before : after;
  }

  /** Whether a bare count is bound to the outcome by its words. */
  static boolean bound(String text, Statement statement, Mention outcome) {
    if (outcome.end() <= statement.start()) {
      return LINK.matcher(text.substring(outcome.end(), statement.start())).matches();
    }
    String gap = text.substring(statement.end(), outcome.start());
    return HAD.matcher(gap).matches() || DIRECT.matcher(gap).matches();
  }

  /**
   * Whether an outcome can have such a value: a survival time is no count, neutropenia no duration.
   */
  static boolean fits(Outcome outcome, Measure value) {
    Kind kind = value.kind();
    if (kind.isRatio()
        || kind == Kind.P_VALUE
        || kind == Kind.DIFFERENCE
        || kind == Kind.STATISTIC) {
      return !DoseOutcomes.isValue(outcome);
    }
    if (kind == Kind.DOSE) {
      return DoseOutcomes.isValue(outcome);
    }
    boolean time = TIMES.contains(outcome.code());
    if (kind == Kind.DURATION || isTime(value.unit())) {
      return time;
    }
    if (time && (kind == Kind.COUNT || kind == Kind.NUMBER)) {
      return false;
    }
    return !DoseOutcomes.isValue(outcome);
  }

  private static boolean isTime(@Nullable String unit) {
    return unit != null && Set.of("mo", "wk", "d", "a", "h", "min").contains(unit);
  }
}
