package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An estimate against the middle of its confidence interval: the geometric mean of the limits for a
 * ratio, the arithmetic mean for a difference. An interval of a normal approximation has its
 * estimate there; one that is far off has lost a digit of one of the three.
 */
final class IntervalMiddle {

  /** So far off the middle, as a part of half the interval, is no matter of method or rounding. */
  private static final double FAR = 0.15;

  /** Ways to make an interval that need not have its estimate in the middle. */
  private static final Pattern OTHER_WAYS =
      Pattern.compile(
          "(?i)\\bbootstrap|\\bprofile[- ]likelihood|\\bexact (?:95 ?% )?(?:confidence|CI)|\\bcredible|\\bBayes|\\bmedian[- ]unbiased|\\bHodges|\\bmid-?p\\b|\\brepeated confidence");

  private IntervalMiddle() {}

  /** Estimate, limits and where they stand. */
  private record Triple(
      ReportedNumber value,
      ReportedNumber low,
      ReportedNumber high,
      boolean ratio,
      Source place,
      Source interval) {

    /** Outside it, there is more to be said. */
    boolean isWithin() {
      return low.doubleValue() < value.doubleValue()
          && value.doubleValue() < high.doubleValue()
          && (!ratio || low.roundingInterval().low().signum() > 0);
    }

    double middle() {
      double a = low.doubleValue();
      double b = high.doubleValue();
      return ratio ? Math.sqrt(a * b) : (a + b) / 2;
    }

    /** How far off, as a part of half the interval, with all three as rounded. */
    double off() {
      Interval from = low.roundingInterval();
      Interval to = high.roundingInterval();
      Interval exact = value.roundingInterval();
      double least = (scaled(from.low()) + scaled(to.low())) / 2;
      double most = (scaled(from.high()) + scaled(to.high())) / 2;
      double half = (scaled(high.value()) - scaled(low.value())) / 2;
      double gap = Math.max(scaled(exact.low()) - most, least - scaled(exact.high()));
      return gap / half;
    }

    private double scaled(BigDecimal value) {
      return ratio ? Math.log(value.doubleValue()) : value.doubleValue();
    }
  }

  static TotalMismatch.Result examine(NoteReading reading) {
    List<Triple> triples = triples(reading);
    List<Triple> far = triples.stream().filter(its -> its.off() >= FAR).toList();
    if (far.isEmpty() || OTHER_WAYS.matcher(reading.document().text()).find()) {
      return TotalMismatch.Result.of(triples.size(), List.of());
    }
    return TotalMismatch.Result.of(
        triples.size(), far.stream().map(its -> finding(reading, its)).toList());
  }

  private static List<Triple> triples(NoteReading reading) {
    List<Triple> triples = new ArrayList<>();
    for (Estimate estimate : reading.estimates()) {
      EvidenceRecord owner = estimate.estimate();
      ReportedNumber value = estimate.value();
      if (owner != null && value != null && estimate.isConfidenceInterval()) {
        boolean ratio = owner.value().kind().isRatio();
        if (ratio || owner.value().kind() == Measure.Kind.DIFFERENCE) {
          triples.add(
              new Triple(
                  value,
                  estimate.low(),
                  estimate.high(),
                  ratio,
                  estimate.place(reading),
                  estimate.intervalPlace(reading)));
        }
      }
    }
    for (PrintedInterval its : reading.printedIntervals()) {
      if (its.ratio()
          && its.sort() == PrintedInterval.Sort.CONFIDENCE
          && reading.estimates().stream().noneMatch(its::isOf)) {
        triples.add(
            new Triple(its.value(), its.low(), its.high(), true, its.estimate(), its.interval()));
      }
    }
    return triples.stream().filter(Triple::isWithin).toList();
  }

  private static FindingDraft finding(NoteReading reading, Triple triple) {
    ReportedNumber value = triple.value;
    String low = triple.low.asWritten();
    String high = triple.high.asWritten();
    String middle =
        String.format(Locale.ROOT, "%." + Math.max(2, value.decimals()) + "f", triple.middle());
    // An article may have a method of its own that it does not name.
    return FindingDraft.of(
            reading.isArticle() ? Severity.NOTE : Severity.WARNING,
            value.asWritten()
                + " is far from the middle of its interval "
                + low
                + " to "
                + high
                + ", "
                + middle
                + ".")
        .expected("about " + middle)
        .found(value.asWritten())
        .at(triple.place, triple.interval)
        .step(
            triple.ratio ? "Geometric mean of the limits" : "Mean of the limits",
            triple.ratio ? "√(" + low + " × " + high + ")" : "(" + low + " + " + high + ") ÷ 2",
            middle)
        .settle("Look up estimate and both limits in the source; a digit of one may be lost.")
        .identity("middle", value.asWritten(), low, high);
  }
}
