package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Means and standard deviations that their range, their number or whole numbers cannot have. */
final class Moments implements ConsistencyCheck {

  private static final String SETTLE =
      "Look up mean, deviation and number of patients in the source, and how many values were"
          + " missing.";

  @Override
  public String rule() {
    return "moments";
  }

  @Override
  public String summary() {
    return "A mean or deviation is impossible for its range or number; look up all.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    List<MeanAndDeviation> all = MeanAndDeviation.in(reading);
    for (MeanAndDeviation moments : all) {
      FindingDraft finding = deviation(moments);
      if (finding == null) {
        finding = whole(moments);
      }
      if (finding != null) {
        findings.add(finding);
      }
    }
    TotalMismatch.Result errors = StandardErrors.examine(reading);
    findings.addAll(errors.findings());
    return Examination.of(
        all.size() + errors.candidates(),
        findings,
        "The note prints no mean with its standard deviation.");
  }

  /** No n values between two ends deviate more than (max − min) ÷ 2 · √(n ÷ (n − 1)). */
  private static @Nullable FindingDraft deviation(MeanAndDeviation moments) {
    ReportedNumber low = moments.low();
    ReportedNumber high = moments.high();
    if (low == null || high == null) {
      return null;
    }
    // The most that two values deviate, where the number is not known.
    int n = moments.n() == null ? 2 : Math.max(2, moments.n());
    double width =
        high.roundingInterval().high().subtract(low.roundingInterval().low()).doubleValue();
    double most = width / 2 * Math.sqrt((double) n / (n - 1));
    if (width <= 0 || moments.deviation().roundingInterval().low().doubleValue() <= most) {
      return null;
    }
    String range = low.asWritten() + " to " + high.asWritten();
    return FindingDraft.of(
            Severity.WARNING,
            "A standard deviation of "
                + moments.deviation().asWritten()
                + " is more than the range "
                + range
                + " allows.")
        .expected("at most " + shown(most))
        .found(moments.deviation().asWritten())
        .at(moments.places())
        .step(
            "Most that values from " + range + " deviate",
            "(" + high.asWritten() + " − " + low.asWritten() + ") ÷ 2 × √(n ÷ (n − 1)), n = " + n,
            shown(most))
        .settle(SETTLE)
        .identity("range", moments.deviation().asWritten(), range);
  }

  /** What whole numbers cannot have; values may be missing, so this is a note. */
  private static @Nullable FindingDraft whole(MeanAndDeviation moments) {
    Integer n = moments.n();
    if (n != null && n >= 2 && moments.ofYesOrNo()) {
      return yesOrNo(moments, n);
    }
    if (n == null || n < 2 || !moments.ofWholeNumbers()) {
      return null;
    }
    BigDecimal mean = moments.mean().value();
    BigDecimal deviation = moments.deviation().value();
    if (mean.scale() > 0 && !Granularity.isMeanOf(mean, n, 1)) {
      String near =
          mean.multiply(BigDecimal.valueOf(n))
              .setScale(0, RoundingMode.HALF_UP)
              .divide(BigDecimal.valueOf(n), mean.scale(), RoundingMode.HALF_UP)
              .toPlainString();
      return finding(
          moments,
          n + " whole numbers cannot have the mean " + moments.mean().asWritten() + ".",
          "a mean like " + near,
          "Sum of the numbers",
          moments.mean().asWritten() + " × " + n,
          mean.multiply(BigDecimal.valueOf(n)).stripTrailingZeros().toPlainString());
    }
    if (deviation.signum() > 0 && !Granularity.isDeviationOf(mean, deviation, n, 1)) {
      return finding(
          moments,
          n
              + " whole numbers of mean "
              + moments.mean().asWritten()
              + " cannot have the deviation "
              + moments.deviation().asWritten()
              + ".",
          "another deviation",
          "Sum of the squares",
          "(n − 1) × SD² + n × mean², n = " + n,
          "not whole, or not both odd or even with the sum");
    }
    return null;
  }

  /** The mean of zeros and ones is their share, and the deviation follows from it (DEBIT). */
  private static @Nullable FindingDraft yesOrNo(MeanAndDeviation moments, int n) {
    BigDecimal mean = moments.mean().value();
    BigDecimal deviation = moments.deviation().value();
    boolean share = mean.signum() >= 0 && mean.compareTo(BigDecimal.ONE) <= 0;
    // A deviation needs decimals to tell anything.
    if (!share
        || mean.scale() < 2
        || deviation.scale() < 2
        || Granularity.isBinaryDeviation(mean, deviation, n)) {
      return null;
    }
    double m = mean.doubleValue();
    double expected = Math.sqrt((double) n / (n - 1) * m * (1 - m));
    return finding(
        moments,
        n
            + " yes-or-no values of mean "
            + moments.mean().asWritten()
            + " cannot have the deviation "
            + moments.deviation().asWritten()
            + ".",
        "a deviation of about " + shown(expected),
        "Deviation of a share",
        "√(n ÷ (n − 1) × m × (1 − m)), n = " + n,
        shown(expected));
  }

  private static FindingDraft finding(
      MeanAndDeviation moments,
      String message,
      String expected,
      String label,
      String working,
      String result) {
    return FindingDraft.of(Severity.NOTE, message)
        .expected(expected)
        .found(moments.mean().asWritten() + " (" + moments.deviation().asWritten() + ")")
        .at(moments.places())
        .step(label, working, result)
        .settle(SETTLE)
        .identity(
            "whole",
            moments.mean().asWritten(),
            moments.deviation().asWritten(),
            String.valueOf(moments.n()));
  }

  static String shown(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
