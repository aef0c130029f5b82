package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Regimen.Role;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Dose;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two maximum tolerated doses of one schedule, or one dose with two units. */
final class DoseConflict implements ConsistencyCheck {

  @Override
  public String rule() {
    return "dose-conflict";
  }

  @Override
  public String summary() {
    return "One dose is given in two ways; find out which is right.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    List<Regimen> scheduled =
        note.regimens().stream()
            .filter(its -> its.drug() != null && its.dose().value() != null)
            .filter(its -> its.dose().unit() != null && interval(its.dose()) != null)
            .toList();
    limits(reading, scheduled, findings);
    TotalMismatch.Result units = DoseUnits.examine(reading);
    findings.addAll(units.findings());
    TotalMismatch.Result repeated = RepeatedDoses.examine(reading);
    findings.addAll(repeated.findings());
    return Examination.of(
        scheduled.size() + units.candidates() + repeated.candidates(),
        findings,
        "No dose is stated twice or together with its schedule.");
  }

  /** One study finds one MTD per schedule. */
  private static void limits(
      NoteReading reading, List<Regimen> scheduled, List<FindingDraft> findings) {
    Map<String, List<Regimen>> groups = new LinkedHashMap<>();
    for (Regimen regimen : scheduled) {
      if (regimen.role() == Role.MTD && regimen.study() != null) {
        groups
            .computeIfAbsent(
                String.join(
                    " | ",
                    regimen.drug(),
                    regimen.study(),
                    String.valueOf(interval(regimen.dose())),
                    basis(regimen.dose()),
                    subjects(reading, regimen)),
                any -> new ArrayList<>())
            .add(regimen);
      }
    }
    for (List<Regimen> group : groups.values()) {
      Regimen first = group.get(0);
      for (Regimen other : group) {
        Optional<BigDecimal> converted =
            Ucum.convert(value(other).value(), unit(other), unit(first));
        if (converted.isPresent()
            && converted.get().compareTo(value(first).value()) != 0
            && !value(other).agreesWith(value(first))) {
          findings.add(
              draft(
                      reading,
                      Severity.ERROR,
                      "The MTD is "
                          + words(first)
                          + " in one place and "
                          + words(other)
                          + " in another.",
                      group)
                  .expected("one MTD for one schedule")
                  .identity("mtd", String.valueOf(first.drug()), words(first), words(other)));
          break;
        }
      }
    }
  }

  static FindingDraft draft(
      NoteReading reading, Severity severity, String message, List<Regimen> group) {
    FindingDraft finding =
        FindingDraft.of(severity, message)
            .settle("Look up the dose with its unit and schedule in the cited report.");
    for (Regimen regimen : group) {
      Source place = new Source(regimen.span(), regimen.section(), null);
      String title = reading.title(regimen.section());
      finding
          .at(place)
          .step(
              title.isEmpty() ? reading.place(place) : title,
              every(regimen.dose()),
              words(regimen));
    }
    return finding;
  }

  private static @Nullable String every(Dose dose) {
    BigDecimal days = interval(dose);
    return days == null ? null : "every " + Figures.plain(days) + " days";
  }

  /** Days from one dose to the next; null where the schedule is not stated. */
  static @Nullable BigDecimal interval(Dose dose) {
    Dose.Frequency frequency = dose.frequency();
    if (frequency == null || frequency.times().signum() == 0) {
      return null;
    }
    Optional<BigDecimal> days = Ucum.convert(frequency.per(), frequency.unit(), "d");
    return days.map(
            its -> its.divide(frequency.times(), MathContext.DECIMAL32).stripTrailingZeros())
        .orElse(null);
  }

  static String subjects(NoteReading reading, Regimen regimen) {
    return Animals.areGiven(reading, regimen) ? "animals" : "patients";
  }

  private static String basis(Dose dose) {
    String unit = String.valueOf(dose.unit());
    int slash = unit.indexOf('/');
    return slash < 0 ? "flat" : unit.substring(slash);
  }

  private static ReportedNumber value(Regimen regimen) {
    return Objects.requireNonNull(regimen.dose().value());
  }

  private static String unit(Regimen regimen) {
    return Objects.requireNonNull(regimen.dose().unit());
  }

  private static String words(Regimen regimen) {
    return DoseWording.words(regimen);
  }
}
