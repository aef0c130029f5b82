package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Regimen;
import java.util.Objects;

/** Doses as messages have them. */
final class DoseWording {

  private DoseWording() {}

  /** {@code mg/m²} for {@code mg/m2}. */
  static String pretty(String unit) {
    return unit.replace("m2", "m²").replace("ug", "µg").replace("[iU]", "IU");
  }

  /** {@code 6.5 mg/kg}, as printed. */
  static String words(Regimen regimen) {
    return Objects.requireNonNull(regimen.dose().value()).asWritten()
        + " "
        + pretty(Objects.requireNonNull(regimen.dose().unit()));
  }
}
