package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An estimate outside its own interval, or an interval whose lower end is the higher. */
final class IntervalEstimate implements ConsistencyCheck {

  private static final String SETTLE =
      "Look up estimate and both limits in the cited source; one of the three is a slip.";

  @Override
  public String rule() {
    return "interval-estimate";
  }

  @Override
  public String summary() {
    return "An estimate lies outside its interval; look up all three figures.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = new NoteReading(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Estimate estimate : Estimate.in(reading)) {
      candidates++;
      FindingDraft finding = judge(reading, estimate);
      if (finding != null) {
        findings.add(finding);
      }
    }
    for (PrintedInterval printed : PrintedInterval.in(reading)) {
      candidates++;
      FindingDraft finding = judge(printed);
      if (finding != null && !findings.stream().anyMatch(its -> touches(its, printed))) {
        findings.add(finding);
      }
    }
    return Examination.of(candidates, findings, "The note prints no interval.");
  }

  /** “95% confidence; odds ratio 1.0 [95% CI …”: the level was taken for the estimate. */
  private static boolean isLevelOf(
      NoteReading reading, ReportedNumber value, EvidenceRecord interval) {
    Span sentence = reading.sentenceAt(interval.source().span());
    return sentence != null
        && reading
            .document()
            .quote(sentence)
            .matches(
                "(?is).*\\b"
                    + Pattern.quote(value.asWritten().replace("%", "").strip())
                    + "\\s?%\\s?(?:CI|confidence).*");
  }

  private static boolean touches(FindingDraft finding, PrintedInterval printed) {
    return finding.places().stream()
        .anyMatch(
            place ->
                place.span().start() < printed.interval().span().end()
                    && printed.interval().span().start() < place.span().end());
  }

  /** What the words print, whatever was extracted from them. */
  private static @Nullable FindingDraft judge(PrintedInterval printed) {
    ReportedNumber low = printed.low();
    ReportedNumber high = printed.high();
    ReportedNumber value = printed.value();
    if (low.value().compareTo(high.value()) > 0) {
      return reversed(low, high, printed.interval(), printed.estimate());
    }
    boolean below = value.roundingInterval().high().compareTo(low.roundingInterval().low()) < 0;
    boolean above = value.roundingInterval().low().compareTo(high.roundingInterval().high()) > 0;
    return below || above
        ? outside(value, printed.words(), low, high, below, printed.estimate(), printed.interval())
            .identity(printed.sort(), value.asWritten(), printed.words())
        : null;
  }

  /** Some print the limit nearer to zero first, and a sign may be lost in conversion. */
  private static FindingDraft reversed(ReportedNumber low, ReportedNumber high, Source... places) {
    String interval = low.asWritten() + " to " + high.asWritten();
    boolean signs = low.value().signum() < 0 || high.value().signum() <= 0;
    return FindingDraft.of(
            signs ? Severity.NOTE : Severity.ERROR,
            "The interval " + interval + " has its higher limit first.")
        .expected(high.asWritten() + " to " + low.asWritten())
        .found(interval)
        .at(places)
        .step("Lower limit", low.asWritten() + " > " + high.asWritten(), "upper limit")
        .settle("Look up the interval in the cited source; a limit may have lost a digit.")
        .identity("order", interval);
  }

  private static FindingDraft outside(
      ReportedNumber value,
      String interval,
      ReportedNumber low,
      ReportedNumber high,
      boolean below,
      Source... places) {
    return FindingDraft.of(
            Severity.ERROR,
            value.asWritten()
                + " lies "
                + (below ? "below" : "above")
                + " its own interval, "
                + interval
                + ".")
        .expected("a value from " + interval)
        .found(value.asWritten())
        .at(places)
        .step(
            "Estimate against the nearer limit",
            value.asWritten() + (below ? " < " + low.asWritten() : " > " + high.asWritten()),
            below ? "below" : "above")
        .settle(SETTLE);
  }

  /** Whether the lower limit is the level of the interval in truth: {@code CI 95%, 0.41 to 1.2}. */
  private static boolean isLevel(NoteReading reading, EvidenceRecord record, ReportedNumber low) {
    return reading
        .quote(record.source())
        .matches("(?s).*\\bCI\\W{0,3}" + Pattern.quote(low.asWritten()) + "\\s?%.*");
  }

  private static @Nullable FindingDraft judge(NoteReading reading, Estimate estimate) {
    ReportedNumber low = estimate.low();
    ReportedNumber high = estimate.high();
    String interval = low.asWritten() + " to " + high.asWritten();
    EvidenceRecord record = estimate.interval();
    ReportedNumber value = estimate.value();
    if (isLevel(reading, record, low)) {
      return null;
    }
    if (low.value().compareTo(high.value()) > 0) {
      return reversed(low, high, record.source());
    }
    EvidenceRecord owner = estimate.estimate();
    if (value == null
        || owner == null
        || !mustHold(owner, estimate)
        || isLevelOf(reading, value, record)) {
      return null;
    }
    boolean below = value.roundingInterval().high().compareTo(low.roundingInterval().low()) < 0;
    boolean above = value.roundingInterval().low().compareTo(high.roundingInterval().high()) > 0;
    if (!below && !above) {
      return null;
    }
    return outside(value, interval, low, high, below, owner.source(), record.source())
        .identity(reading.studyName(record.study()), value.asWritten(), interval);
  }

  /** A mean may lie outside the middle half; every other estimate lies within its interval. */
  private static boolean mustHold(EvidenceRecord owner, Estimate estimate) {
    Measure value = owner.value();
    if (value.comparator() != Measure.Comparator.EQUAL) {
      return false;
    }
    boolean mean = value.kind() == Measure.Kind.MEAN || "mean".equals(owner.outcome().statistic());
    return !(mean && estimate.measure().kind() == Measure.Kind.IQR);
  }
}
