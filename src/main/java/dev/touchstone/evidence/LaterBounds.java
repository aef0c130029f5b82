package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Sentence;
import dev.touchstone.quantity.ReportedNumber;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Intervals that are named once: in "7.0 months (95% CI 5.4 to 7.2) vs 4.9 months (4.0 to 5.5)" the
 * second bracket is of the same kind as the first.
 */
final class LaterBounds {

  private static final Pattern BRACKETED =
      Pattern.compile("\\s*\\(\\s*(\\d+(?:\\.\\d+)?)\\s*(?:-|–|to|,)\\s*(\\d+(?:\\.\\d+)?)\\s*\\)");

  private final String text;
  private final Sentence sentence;
  private final List<Statement> statements;

  LaterBounds(String text, Sentence sentence, List<Statement> statements) {
    this.text = text;
    this.sentence = sentence;
    this.statements = statements;
  }

  /** The interval of a statement, read from the bracket behind it; null where there is none. */
  @Nullable Measure of(Statement statement) {
    Matcher bracket = BRACKETED.matcher(text).region(statement.end(), sentence.end());
    if (statement.compares() || statement.has(Kind.CI) || !bracket.lookingAt()) {
      return null;
    }
    for (Statement other : statements) {
      for (Mention value : other.values()) {
        Measure interval = value.measure();
        if (interval.kind() == Kind.CI && value.end() <= statement.start() && !other.compares()) {
          return new Measure(
              Kind.CI,
              null,
              ReportedNumber.of(bracket.group(1)),
              ReportedNumber.of(bracket.group(2)),
              interval.level(),
              Comparator.EQUAL,
              statement.values().get(0).measure().unit(),
              null,
              null);
        }
      }
    }
    return null;
  }
}
