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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An estimate outside its own interval, or an interval whose lower end is the higher. */
final class IntervalEstimate implements ConsistencyCheck {

  /** What may stand between an estimate and its interval beside the words: the interval's level. */
  private static final Pattern LEVEL =
      Pattern.compile("\\d{2}(?:\\.\\d)?\\s?%\\s?-?(?:CI|C\\.I\\.|conf)|CI\\W{0,3}\\d\\d\\s?%?");

  private static final Pattern OTHER_NUMBER = Pattern.compile("\\d");

  private static final Pattern FALL =
      Pattern.compile(
          "(?i)\\b(?:reduc|decreas|declin|diminish|lower|less|fewer|fall|fell|drop|los[st])\\w*");

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
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    List<PrintedInterval> printed = reading.printedIntervals();
    for (Estimate estimate : reading.estimates()) {
      candidates++;
      // Where the words themselves say what belongs together, they are asked.
      if (printed.stream().noneMatch(its -> its.isOf(estimate))) {
        add(findings, judge(reading, estimate));
      }
    }
    for (PrintedInterval its : printed) {
      candidates++;
      add(findings, judge(reading, its));
    }
    TotalMismatch.Result middles = IntervalMiddle.examine(reading);
    for (FindingDraft finding : middles.findings()) {
      if (findings.stream().noneMatch(its -> Places.agree(its, finding))) {
        add(findings, finding);
      }
    }
    return Examination.of(
        candidates + middles.candidates(), findings, "The note prints no interval.");
  }

  /** The same figures, printed wrongly again and again, are one finding. */
  private static void add(List<FindingDraft> findings, @Nullable FindingDraft finding) {
    if (finding == null) {
      return;
    }
    for (FindingDraft known : findings) {
      if (known.message().equals(finding.message())) {
        known.at(finding.places());
        return;
      }
    }
    findings.add(finding);
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

  /** What the words print, whatever was extracted from them. */
  private static @Nullable FindingDraft judge(NoteReading reading, PrintedInterval printed) {
    ReportedNumber low = printed.low();
    ReportedNumber high = printed.high();
    ReportedNumber value = printed.value();
    if (low.value().compareTo(high.value()) > 0) {
      return reversed(low, high, printed.interval(), printed.estimate());
    }
    boolean below = value.roundingInterval().high().compareTo(low.roundingInterval().low()) <= 0;
    boolean above = value.roundingInterval().low().compareTo(high.roundingInterval().high()) >= 0;
    String between = between(reading, printed.estimate(), printed.interval());
    if (!below && !above || isOfOtherUnit(between, value, low, high)) {
      return null;
    }
    Severity severity = severity(reading, printed.estimate(), value, low, high);
    return severity == null
        ? null
        : outside(
                severity,
                value,
                printed.words(),
                low,
                high,
                below,
                printed.estimate(),
                printed.interval())
            .identity(printed.sort(), value.asWritten(), printed.words());
  }

  /** The words from the first character behind an estimate to the end of its interval. */
  private static String between(NoteReading reading, Source estimate, Source interval) {
    int from = estimate.span().end();
    int to = interval.span().end();
    return from < to ? reading.document().quote(new Span(from, to)) : "";
  }

  /** A percentage whose interval is printed as fractions: {@code 98.4% (95% CI 0.95 to 1.00)}. */
  private static boolean isOfOtherUnit(
      String between, ReportedNumber value, ReportedNumber low, ReportedNumber high) {
    boolean percent = between.strip().startsWith("%") || value.asWritten().contains("%");
    return percent
        && !between.strip().endsWith("%")
        && low.value().abs().compareTo(BigDecimal.ONE) <= 0
        && high.value().abs().compareTo(BigDecimal.ONE) <= 0
        && low.decimals() > 1;
  }

  /**
   * An estimate within its interval but for the sign may be a reduction, whose interval is that of
   * the change; null where the words say so.
   */
  private static @Nullable Severity severity(
      NoteReading reading,
      Source estimate,
      ReportedNumber value,
      ReportedNumber low,
      ReportedNumber high) {
    BigDecimal turned = value.value().negate();
    if (turned.compareTo(low.value()) < 0 || turned.compareTo(high.value()) > 0) {
      return Severity.ERROR;
    }
    Span sentence = reading.sentenceAt(estimate.span());
    String before =
        sentence == null
            ? ""
            : reading.document().quote(new Span(sentence.start(), estimate.span().start()));
    boolean reduction = value.value().signum() > 0 && FALL.matcher(before).find();
    return reduction ? null : Severity.WARNING;
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
      Severity severity,
      ReportedNumber value,
      String interval,
      ReportedNumber low,
      ReportedNumber high,
      boolean below,
      Source... places) {
    return FindingDraft.of(
            severity,
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
      return reversed(low, high, estimate.place(reading), estimate.intervalPlace(reading));
    }
    EvidenceRecord owner = estimate.estimate();
    if (value == null
        || owner == null
        || !mustHold(owner, estimate)
        || isLevelOf(reading, value, record)) {
      return null;
    }
    boolean below = value.roundingInterval().high().compareTo(low.roundingInterval().low()) <= 0;
    boolean above = value.roundingInterval().low().compareTo(high.roundingInterval().high()) >= 0;
    String between = between(reading, estimate.place(reading), estimate.intervalPlace(reading));
    int limits = between.lastIndexOf(low.asWritten());
    String words = limits < 0 ? between : between.substring(0, limits);
    if (!below && !above
        || OTHER_NUMBER.matcher(LEVEL.matcher(words).replaceAll("")).find()
        || isOfOtherUnit(between, value, low, high)) {
      return null;
    }
    Severity severity = severity(reading, estimate.place(reading), value, low, high);
    if (severity == null) {
      return null;
    }
    return outside(
            severity,
            value,
            interval,
            low,
            high,
            below,
            estimate.place(reading),
            estimate.intervalPlace(reading))
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
