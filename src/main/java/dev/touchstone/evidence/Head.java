package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a header cell of a table says of the cells that it stands over or beside. Several may be
 * said at once: {@code Regorafenib (N=1,006), grade 3, n (%)}.
 *
 * @param text without citations and foot note marks
 * @param label the text without numbers of participants, statistics and units
 * @param kind what kind of value the cells hold, where the header says it
 * @param spread what stands in brackets behind a value: an interval, a range
 * @param unit UCUM
 * @param people whether the cells count participants rather than report an outcome
 * @param amount whether the cells are doses
 * @param markers foot note marks
 */
record Head(
    String text,
    String label,
    @Nullable Integer n,
    @Nullable String grade,
    Measure.@Nullable Kind kind,
    Measure.@Nullable Kind spread,
    @Nullable ReportedNumber level,
    @Nullable String unit,
    Outcome.@Nullable TimePoint at,
    boolean people,
    boolean amount,
    boolean named,
    List<String> markers) {

  /** What its cells are is told by each of them: {@code HR 0.53 (0.38–0.74)}. */
  private static final Pattern EFFECT =
      Pattern.compile(
          "(?i)(?:(?:treatment|relative|estimated)\\s+)?(?:effect|contrast|comparison)(?:\\s+(?:size|estimate|measure))?");

  Head {
    markers = List.copyOf(markers);
  }

  /** Whether its cells compare arms instead of belonging to one. */
  boolean compares() {
    return kind == Measure.Kind.P_VALUE
        || kind == Measure.Kind.DIFFERENCE
        || (kind != null && kind.isRatio())
        || (kind == Measure.Kind.CI && n == null)
        || (spread == Measure.Kind.CI && n == null && !named && EFFECT.matcher(label).matches());
  }

  /** Whether it names nobody and nothing but how the values are printed. */
  boolean bare() {
    return label.isEmpty();
  }
}
