package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A P-value that the test statistic beside it does not have: t(28) = 2.20 is not P = 0.36. */
final class PStatistic implements ConsistencyCheck {

  private static final Pattern ONE_SIDED =
      Pattern.compile("(?i)\\bone[- ]?(?:sided|tailed)|\\bdirectional\\b");

  /** Ways to a P-value that is not the statistic's own. */
  private static final Pattern CORRECTED =
      Pattern.compile(
          "(?i)\\b(?:bonferroni|corrected|adjusted|tukey|dunnett|holm|scheff|sidak|greenhouse|huynh"
              + "|permutation|bootstrap|exact)");

  @Override
  public String rule() {
    return "p-statistic";
  }

  @Override
  public String summary() {
    return "A P-value does not follow from its test statistic; look up both.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : note.annotated().units()) {
      String text = unit.reading().text();
      for (TestStatistic statistic : TestStatistic.in(text)) {
        candidates++;
        if (!isConsistent(statistic)) {
          findings.add(finding(reading, unit, text, statistic));
        }
      }
    }
    return Examination.of(
        candidates, findings, "No test statistic stands beside its P-value in the note.");
  }

  /** Whether some statistic and some P-value that round to the printed ones belong together. */
  static boolean isConsistent(TestStatistic statistic) {
    return isConsistent(statistic, 1);
  }

  /** The same for the P-value of a test in one direction, which is half as large. */
  static boolean isConsistentOneSided(TestStatistic statistic) {
    return statistic.mayBeOneSided() && isConsistent(statistic, 0.5);
  }

  private static boolean isConsistent(TestStatistic statistic, double share) {
    ReportedNumber p = statistic.p();
    Significance.Range computed = possible(statistic, share);
    if (p == null) {
      return computed.high() > Significance.USUAL_LEVEL;
    }
    if (p.value().signum() <= 0) {
      // No test has a P-value of 0; the program that printed it rounds to 0.000.
      return false;
    }
    double printed = p.doubleValue();
    return switch (statistic.pComparator()) {
      case LESS, AT_MOST -> computed.low() <= printed;
      case GREATER, AT_LEAST -> printed <= computed.high();
      default ->
          computed.meets(
              p.roundingInterval().low().doubleValue() - 1e-12,
              p.roundingInterval().high().doubleValue() + 1e-12);
    };
  }

  private static Significance.Range possible(TestStatistic statistic, double share) {
    Significance.Range range = statistic.computed();
    double low = statistic.comparator() == Comparator.GREATER ? 0 : range.low();
    double high = statistic.comparator() == Comparator.LESS ? 1 : range.high();
    return new Significance.Range(low * share, high * share);
  }

  /** Whether the printed and the computed P-value lie on two sides of 0.05. */
  static boolean changesTheDecision(TestStatistic statistic) {
    ReportedNumber p = statistic.p();
    boolean computed = statistic.pOf(statistic.value().doubleValue()) <= Significance.USUAL_LEVEL;
    boolean significant =
        p != null
            && statistic.pComparator() != Comparator.GREATER
            && statistic.pComparator() != Comparator.AT_LEAST
            && p.doubleValue() <= Significance.USUAL_LEVEL;
    return significant != computed;
  }

  private static FindingDraft finding(
      NoteReading reading, Unit unit, String text, TestStatistic statistic) {
    boolean oneSided = isConsistentOneSided(statistic);
    String around =
        text.substring(
            Math.max(0, statistic.start() - 300), Math.min(text.length(), statistic.end() + 60));
    boolean corrected = CORRECTED.matcher(around).find();
    boolean decision = changesTheDecision(statistic);
    Severity severity =
        oneSided || corrected || isZero(statistic)
            ? Severity.NOTE
            : decision ? Severity.ERROR : isNear(statistic) ? Severity.NOTE : Severity.WARNING;
    String printed = printed(statistic);
    String computed = number(statistic.pOf(statistic.value().doubleValue()));
    String of = words(statistic);
    String message =
        of
            + " gives P = "
            + computed
            + ", not "
            + printed
            + (oneSided ? "; it is the one-sided value." : ".");
    FindingDraft finding =
        FindingDraft.of(severity, message)
            .expected("P = " + computed)
            .found(printed)
            .at(
                new Source(
                    unit.reading().source(statistic.start(), statistic.end()),
                    unit.section(),
                    unit.cell()))
            .step("Statistic", null, of)
            .step(
                distribution(statistic),
                statistic.mayBeOneSided() ? "both tails" : "upper tail",
                number(statistic.computed().low()) + " to " + number(statistic.computed().high()))
            .step("P as printed", null, printed)
            .settle(
                "Look up statistic, degrees of freedom and P-value in the source, and whether the"
                    + " test was "
                    + (oneSided && ONE_SIDED.matcher(around).find()
                        ? "planned as one-sided."
                        : "one-sided or corrected."))
            .identity(of, printed);
    return finding;
  }

  private static boolean isZero(TestStatistic statistic) {
    ReportedNumber p = statistic.p();
    return p != null && p.value().signum() <= 0;
  }

  /**
   * A digit more or less: a value rounded twice, or a statistic rounded before it was looked up.
   */
  private static boolean isNear(TestStatistic statistic) {
    ReportedNumber p = statistic.p();
    double computed = statistic.pOf(statistic.value().doubleValue());
    return p != null && computed < 2 * p.doubleValue() && p.doubleValue() < 2 * computed;
  }

  private static String printed(TestStatistic statistic) {
    ReportedNumber p = statistic.p();
    return p == null
        ? "“not significant”"
        : "P " + statistic.pComparator().symbol() + " " + p.value().toPlainString();
  }

  private static String words(TestStatistic statistic) {
    String is = " " + statistic.comparator().symbol() + " " + statistic.value().value();
    String first = df(statistic.first());
    return switch (statistic.kind()) {
      case T -> "t(" + first + ")" + is;
      case F -> "F(" + first + ", " + df(statistic.second()) + ")" + is;
      case CHI_SQUARE -> "χ²(" + first + ")" + is;
      case CORRELATION -> "r(" + first + ")" + is;
      case Q -> "Q(" + first + ")" + is;
      case Z -> "z" + is;
    };
  }

  private static String df(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String distribution(TestStatistic statistic) {
    return switch (statistic.kind()) {
      case T, CORRELATION -> "Student’s t distribution";
      case F -> "F distribution";
      case CHI_SQUARE, Q -> "Chi-square distribution";
      case Z -> "Normal distribution";
    };
  }

  private static String number(double p) {
    return p < 0.0001
        ? "less than 0.0001"
        : BigDecimal.valueOf(p).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
