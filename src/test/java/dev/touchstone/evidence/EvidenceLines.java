package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import java.util.stream.Collectors;

/** Evidence records in the one-line form of the case pages: arms, what was measured, value. */
final class EvidenceLines {

  private EvidenceLines() {}

  static String of(EvidenceRecord record) {
    String arms =
        record.arms().stream()
            .map(arm -> arm.n() == null ? arm.label() : arm.label() + " (" + arm.n() + ")")
            .collect(Collectors.joining(", "));
    return (arms.isEmpty() ? "-" : arms)
        + " | "
        + outcome(record.outcome())
        + " | "
        + value(record.value());
  }

  private static String outcome(Outcome outcome) {
    StringBuilder shown = new StringBuilder(outcome.code());
    if (outcome.term() != null && (outcome.code().equals("AE") || outcome.code().equals("OTHER"))) {
      shown.append(' ').append(outcome.term());
    }
    if (outcome.grade() != null) {
      shown.append(" g").append(outcome.grade());
    }
    if (outcome.statistic() != null) {
      shown.append(' ').append(outcome.statistic());
    }
    if (outcome.at() != null) {
      shown.append(" at ").append(outcome.at().value()).append(' ').append(outcome.at().unit());
    }
    return shown.toString();
  }

  private static String value(Measure measure) {
    if (measure.missing() != null) {
      return measure.missing().code();
    }
    StringBuilder shown = new StringBuilder();
    switch (measure.kind()) {
      case P_VALUE -> shown.append("p ");
      case CI, HAZARD_RATIO, DOSE, MEAN, SD, RANGE ->
          shown.append(measure.kind().code()).append(' ');
      default -> {}
    }
    if (measure.value() != null) {
      String symbol =
          measure.comparator() == Measure.Comparator.EQUAL ? "" : measure.comparator().symbol();
      shown.append(symbol).append(measure.value().value().toPlainString());
    }
    if (measure.low() != null && measure.high() != null) {
      shown.append(measure.low().value()).append("..").append(measure.high().value());
    }
    if (measure.unit() != null) {
      shown.append(' ').append(measure.unit());
    }
    if (measure.of() != null) {
      shown.append(" of ").append(measure.of().value());
    }
    return shown.toString();
  }
}
