package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units that are printed once for several figures. */
final class SharedUnits {

  private SharedUnits() {}

  /**
   * A value of a statement with its unit: an interval has that of its estimate, and the first
   * figure of "28.9 with A versus 23.3 weeks with B" that of the second.
   *
   * @param row the statements that tell the same of others
   */
  static Measure of(Measure measure, Statement statement, List<Statement> row) {
    if (measure.unit() != null) {
      return measure;
    }
    String unit = statement.values().get(0).measure().unit();
    if (measure.kind() == Kind.CI && unit != null) {
      return measure.withUnit(unit);
    }
    Measure time = measure.kind() == Kind.NUMBER ? timeOf(row) : null;
    return time == null
        ? measure
        : new Measure(
            Kind.DURATION,
            measure.value(),
            measure.low(),
            measure.high(),
            measure.level(),
            measure.comparator(),
            time.unit(),
            measure.of(),
            measure.missing());
  }

  private static @Nullable Measure timeOf(List<Statement> row) {
    return row.stream()
        .flatMap(statement -> statement.values().stream())
        .map(Mention::measure)
        .filter(measure -> measure.kind() == Kind.DURATION)
        .findFirst()
        .orElse(null);
  }
}
