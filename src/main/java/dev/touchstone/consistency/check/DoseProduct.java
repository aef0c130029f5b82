package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dose times how often it is given, against the total that is printed. */
final class DoseProduct {

  private static final String SETTLE =
      "Look up dose, schedule and total in the cited protocol; one of the three is a slip.";

  /** A total, and what the text calls it. */
  enum Period {
    DAY("per day"),
    WEEK("per week"),
    CYCLE("per cycle"),
    COURSE("in all");

    private final String words;

    Period(String words) {
      this.words = words;
    }
  }

  private DoseProduct() {}

  /**
   * @param multiplier what the dose is multiplied by, its unit converted to the total's
   * @param working the same as the report shows it
   */
  static List<FindingDraft> compare(
      Mention dose,
      Mention total,
      ReportedNumber value,
      BigDecimal multiplier,
      String working,
      ReportedNumber stated,
      String unit,
      String unitOfTotal,
      Period period) {
    Interval one = value.roundingInterval();
    Interval product =
        new Interval(one.low().multiply(multiplier), one.high().multiply(multiplier));
    BigDecimal exact = value.value().multiply(multiplier, MathContext.DECIMAL64);
    // A dose of whole tablets is exact, however it is printed; only decimals are rounded.
    Interval range = value.decimals() == 0 ? new Interval(exact, exact) : product;
    if (range.meets(stated.roundingInterval())) {
      return List.of();
    }
    String right = Figures.plain(exact);
    String printed = stated.asWritten();
    String name = DoseWording.pretty(unitOfTotal);
    FindingDraft finding =
        FindingDraft.of(
                Severity.ERROR,
                value.asWritten()
                    + " "
                    + DoseWording.pretty(unit)
                    + " × "
                    + working
                    + " is "
                    + right
                    + " "
                    + name
                    + " "
                    + period.words
                    + ", not "
                    + printed
                    + " "
                    + name
                    + ".")
            .expected(right + " " + name)
            .found(printed + " " + name)
            .step(
                "Total " + period.words,
                value.asWritten() + " " + DoseWording.pretty(unit) + " × " + working,
                right + " " + name)
            .step("Stated", null, printed + " " + name)
            .settle(SETTLE)
            .at(NoteReading.at(dose), NoteReading.at(total))
            .identity(value.value().toPlainString(), unit, working, stated.value().toPlainString());
    return List.of(finding);
  }

  /** How often a day; null where a dose is not given daily. */
  static @Nullable BigDecimal perDay(Dose dose) {
    Dose.Frequency frequency = dose.frequency();
    return frequency == null ? null : frequency.perDay();
  }
}
