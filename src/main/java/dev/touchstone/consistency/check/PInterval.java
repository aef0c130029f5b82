package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.Significance.Range;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A p-value that the interval beside it contradicts: 0.62 (0.44-0.88) is not P = 0.12. */
final class PInterval implements ConsistencyCheck {

  @Override
  public String rule() {
    return "p-interval";
  }

  @Override
  public String summary() {
    return "A P-value contradicts the interval beside it; look up both.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Estimate estimate : reading.estimates()) {
      EvidenceRecord owner = estimate.estimate();
      ReportedNumber value = estimate.value();
      if (owner == null || value == null || !isComparable(owner, estimate)) {
        continue;
      }
      EvidenceRecord p = pValueOf(reading, owner, estimate);
      if (p != null) {
        candidates++;
        FindingDraft finding = judge(reading, owner, value, estimate, p);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    for (PrintedInterval printed : reading.printedIntervals()) {
      if (printed.p() != null
          && printed.ratio()
          && printed.sort() == PrintedInterval.Sort.CONFIDENCE) {
        candidates++;
        FindingDraft finding = judge(printed);
        if (finding != null && findings.stream().noneMatch(its -> touches(its, printed))) {
          findings.add(finding);
        }
      }
    }
    return Examination.of(
        candidates,
        findings,
        "No ratio or difference stands beside both an interval and a P-value.");
  }

  private static boolean touches(FindingDraft finding, PrintedInterval printed) {
    Source p = Objects.requireNonNull(printed.pSource());
    return finding.places().stream()
        .anyMatch(
            place ->
                place.span().start() < p.span().end() && p.span().start() < place.span().end());
  }

  /** A ratio, its interval and its P-value as one statement of the words. */
  private static @Nullable FindingDraft judge(PrintedInterval printed) {
    ReportedNumber p = Objects.requireNonNull(printed.p());
    if (printed.low().value().signum() <= 0
        || printed.value().value().signum() <= 0
        || printed.low().value().compareTo(printed.high().value()) >= 0) {
      return null;
    }
    double alpha = 1 - printed.level() / 100;
    double smallest = p.roundingInterval().low().doubleValue();
    double largest = p.roundingInterval().high().doubleValue();
    boolean isSmall =
        printed.pSign().equals("=")
            ? largest < alpha
            : printed.pSign().equals("<") && p.doubleValue() <= alpha;
    boolean isLarge =
        printed.pSign().equals("=")
            ? smallest > alpha
            : printed.pSign().equals(">") && p.doubleValue() >= alpha;
    boolean excludes =
        printed.low().roundingInterval().low().doubleValue() > 1
            || printed.high().roundingInterval().high().doubleValue() < 1;
    boolean includes =
        printed.low().roundingInterval().high().doubleValue() < 1
            && printed.high().roundingInterval().low().doubleValue() > 1;
    if (!(isSmall && includes || isLarge && excludes)) {
      return null;
    }
    double reach = Significance.reach(printed.level());
    double width = Math.log(printed.high().doubleValue()) - Math.log(printed.low().doubleValue());
    double computed =
        Significance.twoSided(Math.log(printed.value().doubleValue()) / (width / (2 * reach)));
    boolean oneSided =
        printed.pSign().equals("=") && smallest <= computed / 2 && computed / 2 <= largest;
    boolean otherTest = printed.pSign().equals("=") && isNear(p.doubleValue(), computed, computed);
    String shown = "P " + printed.pSign() + " " + p.value().toPlainString();
    return FindingDraft.of(
            oneSided || otherTest ? Severity.NOTE : Severity.WARNING,
            shown
                + " does not fit the interval "
                + printed.words()
                + ", which "
                + (excludes ? "excludes 1." : "includes 1."))
        .expected("P about " + number(computed))
        .found(shown)
        .at(printed.estimate(), printed.interval(), Objects.requireNonNull(printed.pSource()))
        .step(
            "Standard error",
            "(ln "
                + printed.high().asWritten()
                + " − ln "
                + printed.low().asWritten()
                + ") ÷ (2 × "
                + reach(printed.level())
                + ")",
            null)
        .step(
            "P from the interval",
            "2 × (1 − Φ(|ln " + printed.value().asWritten() + " ÷ SE|))",
            number(computed))
        .step("P as printed", null, shown)
        .settle(
            "Look up estimate, interval and P-value in the cited source, and whether the test was"
                + " one-sided or adjusted.")
        .identity(printed.value().asWritten(), printed.words(), shown);
  }

  /**
   * Whether another test of the same data may have given the P-value: score, exact and Wald tests
   * fall on both sides of the level if they are close to it.
   */
  private static boolean isNear(double printed, double lowest, double highest) {
    return printed < 2 * highest && printed > lowest / 2;
  }

  private static boolean isComparable(EvidenceRecord owner, Estimate estimate) {
    Kind kind = owner.value().kind();
    return estimate.isConfidenceInterval()
        && (kind.isRatio() && value(estimate) && estimate.low().value().signum() > 0
            || kind == Kind.DIFFERENCE)
        && estimate.low().value().compareTo(estimate.high().value()) < 0;
  }

  private static boolean value(Estimate estimate) {
    ReportedNumber value = estimate.value();
    return value != null && value.value().signum() > 0;
  }

  /** The P-value of the same statement, or the only one in the same row for the same comparison. */
  private static @Nullable EvidenceRecord pValueOf(
      NoteReading reading, EvidenceRecord owner, Estimate estimate) {
    List<EvidenceRecord> same = new ArrayList<>();
    int intervals = 0;
    CellAddress cell = owner.source().cell();
    for (EvidenceRecord record : reading.note().records()) {
      boolean together = record.together().equals(owner.together());
      CellAddress its = record.source().cell();
      boolean row =
          cell != null
              && its != null
              && its.table().equals(cell.table())
              && its.row() == cell.row();
      if (!together && !row) {
        continue;
      }
      if (record.value().kind() == Kind.P_VALUE) {
        same.add(record);
      } else if (record.value().low() != null && record.value().kind() != Kind.DOSE) {
        intervals += record.isComparison() == owner.isComparison() ? 1 : 0;
      }
    }
    if (same.size() == 1 && intervals == 1) {
      return same.get(0);
    }
    // Several in one statement: each belongs to the interval right before it.
    List<EvidenceRecord> next =
        same.stream()
            .filter(record -> record.together().equals(owner.together()))
            .filter(record -> follows(reading, estimate.interval(), record))
            .toList();
    return next.size() == 1 ? next.get(0) : null;
  }

  /** Whether nothing but {@code , p =} stands between an interval and a P-value. */
  private static boolean follows(NoteReading reading, EvidenceRecord interval, EvidenceRecord p) {
    Mention before = reading.mention(interval.valueMention());
    Mention after = reading.mention(p.valueMention());
    int gap = before == null || after == null ? -1 : after.span().start() - before.span().end();
    return gap >= 0 && gap < 12;
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading,
      EvidenceRecord owner,
      ReportedNumber value,
      Estimate estimate,
      EvidenceRecord p) {
    boolean ratio = owner.value().kind().isRatio();
    double none = ratio ? 1 : 0;
    double low = estimate.low().value().doubleValue();
    double high = estimate.high().value().doubleValue();
    double lowest = estimate.low().roundingInterval().low().doubleValue();
    double highest = estimate.high().roundingInterval().high().doubleValue();
    double inner = estimate.low().roundingInterval().high().doubleValue();
    double outer = estimate.high().roundingInterval().low().doubleValue();
    ReportedNumber stated = estimate.measure().level();
    double level = stated == null ? 95 : stated.doubleValue();
    double alpha = 1 - level / 100;
    Optional<Boolean> significant = Significance.isSignificant(p.value(), alpha);
    boolean excludes = lowest > none || highest < none;
    boolean includes = inner < none && none < outer;
    if (significant.isEmpty()
        || !(significant.get() && includes || !significant.get() && excludes)) {
      return null;
    }
    Range fromInterval = computed(ratio, value, estimate, level);
    Range printed = Significance.rangeOf(p.value());
    // A one-sided P-value beside a two-sided interval is half as large.
    boolean oneSided = printed.meets(fromInterval.low() / 2, fromInterval.high() / 2);
    ReportedNumber itself = p.value().value();
    boolean otherTest =
        p.value().comparator() == Measure.Comparator.EQUAL
            && itself != null
            && isNear(itself.doubleValue(), fromInterval.low(), fromInterval.high());
    String interval = estimate.low().asWritten() + " to " + estimate.high().asWritten();
    String shown = shown(p.value());
    return FindingDraft.of(
            oneSided || otherTest ? Severity.NOTE : Severity.WARNING,
            shown
                + " does not fit the interval "
                + interval
                + ", which "
                + (excludes ? "excludes " : "includes ")
                + (ratio ? "1" : "0")
                + ".")
        .expected("P " + words(fromInterval))
        .found(shown)
        .at(owner.source(), estimate.interval().source(), p.source())
        .step(
            "Standard error",
            ratio
                ? "(ln "
                    + estimate.high().asWritten()
                    + " − ln "
                    + estimate.low().asWritten()
                    + ") ÷ (2 × "
                    + reach(level)
                    + ")"
                : "("
                    + estimate.high().asWritten()
                    + " − "
                    + estimate.low().asWritten()
                    + ") ÷ (2 × "
                    + reach(level)
                    + ")",
            null)
        .step("z", ratio ? "ln " + value.asWritten() + " ÷ SE" : value.asWritten() + " ÷ SE", null)
        .step("P from the interval", "2 × (1 − Φ(|z|))", words(fromInterval))
        .step("P as printed", null, shown)
        .settle(
            "Look up estimate, interval and P-value in the cited source, and whether the test was"
                + " one-sided or adjusted.")
        .identity(
            reading.studyName(owner.study()),
            owner.outcome().code(),
            value.asWritten(),
            interval,
            shown);
  }

  /** The P-values that estimate and interval allow, with all three figures rounded. */
  private static Range computed(
      boolean ratio, ReportedNumber value, Estimate estimate, double level) {
    double reach = Significance.reach(level);
    double lowP = 1;
    double highP = 0;
    for (double e : ends(value)) {
      for (double l : ends(estimate.low())) {
        for (double h : ends(estimate.high())) {
          if (ratio && (e <= 0 || l <= 0 || h <= l)) {
            continue;
          }
          double width = ratio ? Math.log(h) - Math.log(l) : h - l;
          double z = (ratio ? Math.log(e) : e) / (width / (2 * reach));
          double p = Significance.twoSided(z);
          lowP = Math.min(lowP, p);
          highP = Math.max(highP, p);
        }
      }
    }
    return new Range(Math.min(lowP, highP), Math.max(lowP, highP));
  }

  private static double[] ends(ReportedNumber number) {
    return new double[] {
      number.roundingInterval().low().doubleValue(), number.roundingInterval().high().doubleValue()
    };
  }

  private static String shown(Measure p) {
    ReportedNumber value = p.value();
    return "P "
        + p.comparator().symbol()
        + " "
        + (value == null ? "" : value.value().toPlainString());
  }

  private static String words(Range range) {
    String low = number(range.low());
    String high = number(range.high());
    return low.equals(high) ? "about " + low : low + " to " + high;
  }

  private static String reach(double level) {
    return String.format(Locale.ROOT, "%.3f", Significance.reach(level));
  }

  private static String number(double value) {
    return value < 0.0001 && value > 0
        ? "below 0.0001"
        : new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
