package dev.touchstone.mention;

import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes normal forms as the pages of cases have them. */
final class Notation {

  private Notation() {}

  static String of(Mention mention) {
    List<String> parts = new ArrayList<>();
    if (mention.negated()) {
      parts.add("not");
    }
    switch (mention.type()) {
      case DRUG -> drug(mention.drug(), parts);
      case DOSE -> dose(mention.dose(), parts);
      case OUTCOME -> outcome(mention.outcome(), parts);
      case MEASURE -> measure(mention.measure(), parts);
      case ARM -> add(parts, mention.arm().role(), prefixed("drug ", mention.arm().drug()));
      case PARTICIPANTS ->
          add(parts, number(mention.participants().n()), mention.participants().role());
      case CONDITION -> parts.add(((Condition) mention.normal()).name());
      case STUDY ->
          add(
              parts,
              prefixed("phase ", mention.study().phase()),
              mention.study().registry(),
              mention.study().design());
    }
    return String.join(" ", parts);
  }

  private static void drug(Drug drug, List<String> parts) {
    parts.add(drug.name());
    add(parts, prefixed("form ", drug.form()));
    if (drug.kind() != Drug.Kind.DRUG) {
      parts.add("(" + drug.kind().code() + ")");
    }
    if (!drug.parts().isEmpty()) {
      parts.add("of " + String.join(", ", drug.parts()));
    }
  }

  private static void dose(Dose dose, List<String> parts) {
    add(parts, range(dose.value(), dose.low(), dose.high()), dose.unit());
    Dose.Frequency frequency = dose.frequency();
    if (frequency != null) {
      parts.add(frequency.times() + "/" + frequency.per() + " " + frequency.unit());
    }
    add(parts, dose.route(), prefixed("days ", dose.days()));
    Dose.Cycle cycle = dose.cycle();
    if (cycle != null) {
      parts.add("cycle");
      if (cycle.length() != null) {
        parts.add(cycle.length() + " " + cycle.unit());
      }
      if (cycle.max() != null) {
        parts.add("max " + cycle.max());
      }
    }
    Dose.Amount daily = dose.daily();
    if (daily != null) {
      parts.add("daily " + daily.value().toPlainString() + " " + daily.unit());
    }
    add(parts, prefixed("as ", dose.as()));
    if (dose.part() != null) {
      parts.add(dose.part().code());
    }
  }

  private static void outcome(Outcome outcome, List<String> parts) {
    add(parts, outcome.code(), outcome.statistic());
    if (outcome.at() != null) {
      parts.add("at " + outcome.at().value() + " " + outcome.at().unit());
    }
    add(parts, prefixed("grade ", outcome.grade()), prefixed("term ", outcome.term()));
    if ("endpoint".equals(outcome.use())) {
      parts.add("endpoint");
    }
  }

  private static void measure(Measure measure, List<String> parts) {
    parts.add(measure.kind().code());
    if (measure.comparator() != Measure.Comparator.EQUAL) {
      parts.add(measure.comparator().symbol());
    }
    add(parts, range(measure.value(), measure.low(), measure.high()), measure.unit());
    if (measure.of() != null) {
      parts.add("of " + number(measure.of()));
    }
    if (measure.level() != null) {
      parts.add("level " + number(measure.level()));
    }
    if (measure.missing() != null) {
      parts.add(measure.missing().code());
    }
  }

  private static @Nullable String range(
      @Nullable ReportedNumber value, @Nullable ReportedNumber low, @Nullable ReportedNumber high) {
    if (value != null) {
      return number(value);
    }
    return low == null || high == null ? null : number(low) + ".." + number(high);
  }

  private static String number(ReportedNumber number) {
    return number.value().toPlainString().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String prefixed(String prefix, @Nullable String value) {
    return value == null ? null : prefix + value;
  }

  private static void add(List<String> parts, @Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        parts.add(value);
      }
    }
  }
}
