package dev.touchstone.cli;

import dev.touchstone.mention.ArmPhrase;
import dev.touchstone.mention.Condition;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Normal;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.StudyPhrase;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Normal forms in a few words: {@code 350 mg/m2, 1 per 3 wk, intravenous}. */
final class Words {

  private Words() {}

  static String of(Normal normal) {
    if (normal instanceof Drug drug) {
      return of(drug);
    }
    if (normal instanceof Dose dose) {
      return of(dose);
    }
    if (normal instanceof Outcome outcome) {
      return of(outcome);
    }
    if (normal instanceof Measure measure) {
      return of(measure);
    }
    if (normal instanceof ArmPhrase arm) {
      String why = arm.why().isEmpty() ? null : "(" + arm.why() + ")";
      return joined(", ", arm.label(), arm.drug(), joined(" ", arm.role(), why));
    }
    if (normal instanceof Participants people) {
      String why = people.why().isEmpty() ? null : "(" + people.why() + ")";
      return joined(" ", people.n().asWritten(), people.role(), why) + ", " + people.label();
    }
    if (normal instanceof Condition condition) {
      return condition.name();
    }
    if (normal instanceof StudyPhrase study) {
      String phase = study.phase() == null ? null : "phase " + study.phase();
      return joined(", ", phase, study.registry(), study.design());
    }
    return normal.toString();
  }

  private static String of(Drug drug) {
    String kind = drug.kind() == Drug.Kind.DRUG ? null : "(" + drug.kind().code() + ")";
    String codes = drug.ids().isEmpty() ? null : drug.ids().toString();
    return joined(" ", drug.name(), drug.form(), kind, codes);
  }

  static String of(Dose dose) {
    String amount = amount(dose.value(), dose.low(), dose.high());
    Dose.Frequency often = dose.frequency();
    Dose.Cycle cycle = dose.cycle();
    Dose.Amount daily = dose.daily();
    return joined(
        ", ",
        joined(" ", dose.as(), amount, dose.unit()),
        often == null
            ? null
            : plain(often.times()) + " per " + plain(often.per()) + " " + often.unit(),
        dose.route(),
        dose.days() == null ? null : "days " + dose.days(),
        cycle == null || cycle.length() == null
            ? null
            : "cycle of " + plain(cycle.length()) + " " + cycle.unit(),
        cycle == null || cycle.max() == null ? null : "at most " + cycle.max() + " cycles",
        daily == null ? null : "a day " + plain(daily.value()) + " " + daily.unit());
  }

  static String of(Outcome outcome) {
    Outcome.TimePoint at = outcome.at();
    return joined(
        ", ",
        outcome.code(),
        outcome.term(),
        outcome.statistic(),
        at == null ? null : "at " + plain(at.value()) + " " + at.unit(),
        outcome.grade() == null ? null : "grade " + outcome.grade(),
        outcome.population() == null ? null : "in " + outcome.population());
  }

  static String of(Measure measure) {
    Measure.Missing missing = measure.missing();
    if (missing != null) {
      return measure.kind().code() + " " + missing.code();
    }
    String comparator =
        measure.comparator() == Measure.Comparator.EQUAL ? null : measure.comparator().symbol();
    ReportedNumber level = measure.level();
    ReportedNumber of = measure.of();
    return joined(
        " ",
        measure.kind().code(),
        comparator,
        amount(measure.value(), measure.low(), measure.high()),
        measure.unit(),
        level == null ? null : "at " + level.asWritten() + " %",
        of == null ? null : "of " + of.asWritten());
  }

  private static @Nullable String amount(
      @Nullable ReportedNumber value, @Nullable ReportedNumber low, @Nullable ReportedNumber high) {
    String range =
        low == null && high == null
            ? null
            : (low == null ? "" : low.asWritten())
                + " to "
                + (high == null ? "" : high.asWritten());
    if (value == null) {
      return range;
    }
    return range == null ? value.asWritten() : value.asWritten() + " (" + range + ")";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The parts that are there. */
  static String joined(String separator, @Nullable String... parts) {
    StringJoiner joined = new StringJoiner(separator);
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        joined.add(part);
      }
    }
    return joined.toString();
  }
}
