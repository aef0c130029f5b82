package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Section;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Regimen.Role;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Doses above the stated maximum or the maximum tolerated dose, and an MTD that was no level. */
final class DoseLimit implements ConsistencyCheck {

  /** Roles of doses that a protocol prescribes. */
  private static final Set<Role> PRESCRIBED =
      EnumSet.of(Role.STARTING, Role.ESCALATED, Role.RECOMMENDED);

  /** Roles that tell of doses given somewhere, for some reason. */
  private static final Set<Role> TOLD =
      EnumSet.of(Role.ASSIGNED, Role.COHORT, Role.REPORTED, Role.REDUCED);

  private static final Pattern TOTAL =
      Pattern.compile("(?i)\\s*(?:in total|in all|altogether|total\\b|cumulative)");

  private static final String SETTLE =
      "Look up the highest dose in the cited protocol, and for whom it holds.";

  @Override
  public String rule() {
    return "dose-limit";
  }

  @Override
  public String summary() {
    return "A dose is above the stated limit; check which of the two holds.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    List<Regimen> limits = new ArrayList<>();
    for (Regimen limit : note.regimens()) {
      if (limit.role() == Role.MAXIMUM || limit.role() == Role.MTD) {
        candidates++;
        if (limits.stream().noneMatch(told -> isToldAgain(told, limit))) {
          above(reading, limit, findings);
        }
        limits.add(limit);
        if (limit.role() == Role.MTD) {
          untested(reading, limit, findings);
        }
      }
    }
    return Examination.of(candidates, findings, "The note states no maximum dose and no MTD.");
  }

  /** The same limit told in another place has the same doses above it. */
  private static boolean isToldAgain(Regimen told, Regimen limit) {
    Amount one = highest(told.dose());
    Amount other = highest(limit.dose());
    return one != null
        && other != null
        && told.role() == limit.role()
        && Objects.equals(told.drug(), limit.drug())
        && Objects.equals(told.study(), limit.study())
        && comparable(one, other).filter(its -> its.compareTo(other.value) == 0).isPresent();
  }

  /** One finding for each limit, of all doses above it that weigh the same. */
  private static void above(NoteReading reading, Regimen limit, List<FindingDraft> findings) {
    Amount most = highest(limit.dose());
    if (most == null || limit.drug() == null) {
      return;
    }
    Map<Severity, List<Regimen>> above = new EnumMap<>(Severity.class);
    for (Regimen regimen : reading.note().regimens()) {
      Amount amount = highest(regimen.dose());
      if (regimen == limit
          || amount == null
          || !limit.drug().equals(regimen.drug())
          || isTotal(reading, regimen)
          || Animals.areGiven(reading, regimen) != Animals.areGiven(reading, limit)) {
        continue;
      }
      Optional<BigDecimal> converted = comparable(amount, most);
      if (converted.isPresent() && converted.get().compareTo(most.value) > 0) {
        Severity severity = severity(reading, limit, regimen);
        if (severity != null) {
          above.computeIfAbsent(severity, any -> new ArrayList<>()).add(regimen);
        }
      }
    }
    List<Regimen> told = new ArrayList<>();
    above.forEach(
        (severity, regimens) -> {
          // The same dose told again elsewhere is the same slip.
          List<Regimen> others =
              regimens.stream().filter(its -> told.stream().noneMatch(same(its))).toList();
          if (!others.isEmpty()) {
            findings.add(finding(limit, most, others, severity));
          }
          told.addAll(regimens);
        });
  }

  /**
   * A dose that a protocol prescribes above its own limit contradicts it. Doses above an MTD that
   * were tried are what an escalation is for; one that is recommended speaks against it, and so
   * does one that a whole arm of another study is given. Of doses told beside a "typical" maximum
   * only a note is made.
   */
  private static @Nullable Severity severity(NoteReading reading, Regimen limit, Regimen regimen) {
    boolean oneStudy = limit.study() != null && limit.study().equals(regimen.study());
    boolean oneProtocol = protocol(reading, limit).equals(protocol(reading, regimen));
    if (limit.role() == Role.MTD) {
      boolean later =
          regimen.role() == Role.ASSIGNED
              && regimen.arm() != null
              && regimen.study() != null
              && limit.study() != null
              && !oneStudy;
      boolean speaks = regimen.role() == Role.RECOMMENDED && oneStudy || later;
      return speaks && sameSchedule(limit.dose(), regimen.dose()) ? Severity.WARNING : null;
    }
    if (PRESCRIBED.contains(regimen.role())) {
      return oneProtocol ? Severity.ERROR : oneStudy ? Severity.WARNING : null;
    }
    return TOLD.contains(regimen.role()) && oneProtocol ? Severity.NOTE : null;
  }

  /** Whether the words right after a dose make it the sum of several: {@code 140 mg in total}. */
  private static boolean isTotal(NoteReading reading, Regimen regimen) {
    for (String id : regimen.mentions()) {
      Mention mention = reading.mention(id);
      Unit unit = mention == null ? null : reading.unitOf(mention);
      if (mention != null && unit != null && mention.type() == MentionType.DOSE) {
        String text = unit.reading().text();
        int end = Math.min(text.length(), mention.end() + 24);
        if (TOTAL.matcher(text.substring(mention.end(), end)).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The chapter that both stand in: the section below the top of the document. */
  private static String protocol(NoteReading reading, Regimen regimen) {
    List<Section> path = reading.document().path(regimen.section());
    String found = regimen.section();
    for (Section section : path) {
      if (section
          .title()
          .matches(
              "(?i).*\\b(?:protocol|dosing|administration|regimen|schedule|treatment|dose)\\b.*")) {
        found = section.id();
      }
    }
    return found;
  }

  private static boolean sameSchedule(Dose one, Dose other) {
    Dose.Frequency a = one.frequency();
    Dose.Frequency b = other.frequency();
    return a == null || b == null || rate(a).compareTo(rate(b)) == 0;
  }

  private static BigDecimal rate(Dose.Frequency frequency) {
    BigDecimal days = Ucum.factor(frequency.unit(), "d").orElse(BigDecimal.ONE);
    return frequency.times().divide(frequency.per().multiply(days), MathContext.DECIMAL32);
  }

  private static Predicate<Regimen> same(Regimen regimen) {
    Amount amount = Objects.requireNonNull(highest(regimen.dose()));
    return other -> {
      Optional<BigDecimal> its = comparable(Objects.requireNonNull(highest(other.dose())), amount);
      return its.isPresent() && its.get().compareTo(amount.value) == 0;
    };
  }

  /** The highest amount of a dose, and whether it is per day. */
  private record Amount(BigDecimal value, String unit, boolean perDay, String words) {}

  private static @Nullable Amount highest(Dose dose) {
    ReportedNumber value = dose.high() == null ? dose.value() : dose.high();
    String unit = dose.unit();
    if (value == null || unit == null) {
      return null;
    }
    Dose.Frequency frequency = dose.frequency();
    String words = value.asWritten() + " " + DoseWording.pretty(unit);
    if (frequency != null
        && frequency.unit().equals("d")
        && frequency.per().compareTo(BigDecimal.ONE) == 0) {
      BigDecimal perDay = value.value().multiply(frequency.times());
      return new Amount(
          perDay,
          unit,
          true,
          frequency.times().compareTo(BigDecimal.ONE) == 0
              ? words + " per day"
              : Figures.plain(perDay) + " " + DoseWording.pretty(unit) + " per day");
    }
    return new Amount(value.value(), unit, false, words);
  }

  /** The amount in the limit's unit; empty where the two have another basis. */
  private static Optional<BigDecimal> comparable(Amount amount, Amount limit) {
    if (amount.perDay != limit.perDay) {
      return Optional.empty();
    }
    return Ucum.convert(amount.value, amount.unit, limit.unit);
  }

  private static FindingDraft finding(
      Regimen limit, Amount most, List<Regimen> regimens, Severity severity) {
    String name = limit.role() == Role.MTD ? "the maximum tolerated dose" : "the stated maximum";
    Amount amount = Objects.requireNonNull(highest(regimens.get(0).dose()));
    FindingDraft finding =
        FindingDraft.of(severity, amount.words + " is above " + name + ", " + most.words + ".")
            .expected("at most " + most.words)
            .found(amount.words)
            .at(place(limit))
            .settle(SETTLE)
            .identity(String.valueOf(limit.drug()), amount.words, name, most.words);
    for (Regimen regimen : regimens) {
      finding
          .at(place(regimen))
          .step(
              "Dose",
              schedule(regimen.dose()),
              Objects.requireNonNull(highest(regimen.dose())).words);
    }
    return finding.step(
        limit.role() == Role.MTD ? "Maximum tolerated" : "Stated maximum", null, most.words);
  }

  private static @Nullable String schedule(Dose dose) {
    ReportedNumber value = dose.value();
    Dose.Frequency frequency = dose.frequency();
    return value == null || frequency == null || frequency.times().compareTo(BigDecimal.ONE) == 0
        ? null
        : value.asWritten() + " × " + frequency.times().toPlainString();
  }

  /** An MTD is one of the levels that were tried, where they are listed. */
  private static void untested(NoteReading reading, Regimen mtd, List<FindingDraft> findings) {
    ReportedNumber value = mtd.dose().value();
    if (value == null || mtd.drug() == null || mtd.study() == null) {
      return;
    }
    List<Regimen> levels = new ArrayList<>();
    for (Regimen regimen : reading.note().regimens()) {
      if (regimen.role() == Role.COHORT
          && mtd.drug().equals(regimen.drug())
          && mtd.study().equals(regimen.study())
          && regimen.dose().unit() != null) {
        // A range hides levels; one in another unit is a disagreement of its own.
        if (regimen.dose().value() == null
            || !Objects.equals(mtd.dose().unit(), regimen.dose().unit())) {
          return;
        }
        levels.add(regimen);
      }
    }
    List<BigDecimal> tried =
        levels.stream()
            .map(level -> Objects.requireNonNull(level.dose().value()).value())
            .distinct()
            .sorted()
            .toList();
    if (tried.size() < 2
        || tried.stream().anyMatch(level -> level.compareTo(value.value()) == 0)
        || value.value().compareTo(tried.get(tried.size() - 1)) > 0 && tried.size() < 3) {
      return;
    }
    String unit = DoseWording.pretty(Objects.requireNonNull(mtd.dose().unit()));
    String list =
        String.join(", ", tried.stream().map(BigDecimal::toPlainString).toList()) + " " + unit;
    findings.add(
        FindingDraft.of(
                Severity.WARNING,
                "The MTD of "
                    + value.asWritten()
                    + " "
                    + unit
                    + " is none of the tested levels, "
                    + list
                    + ".")
            .expected("one of " + list)
            .found(value.asWritten() + " " + unit)
            .at(place(mtd))
            .at(levels.stream().map(DoseLimit::place).toList())
            .at(otherwise(reading, mtd))
            .step("Levels tested", null, list)
            .step("Stated MTD", null, value.asWritten() + " " + unit)
            .settle("Look up the dose levels and the MTD in the cited report.")
            .identity(mtd.drug(), "mtd", value.value().toPlainString(), list));
  }

  /** Where the study's MTD is another dose. */
  private static List<Source> otherwise(NoteReading reading, Regimen mtd) {
    return reading.note().regimens().stream()
        .filter(its -> its.role() == Role.MTD && its != mtd)
        .filter(its -> Objects.equals(its.drug(), mtd.drug()))
        .filter(its -> its.dose().value() != null && !its.dose().equals(mtd.dose()))
        .map(DoseLimit::place)
        .toList();
  }

  private static Source place(Regimen regimen) {
    return new Source(regimen.span(), regimen.section(), null);
  }
}
