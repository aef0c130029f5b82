package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Survival that rises with time, progression after death, a median and a rate that exclude each
 * other.
 */
final class TimeOrder implements ConsistencyCheck {

  private static final Set<String> SURVIVAL = Set.of("PFS", "OS", "EFS", "DFS", "RFS", "TTP");

  /** End points that overall survival can only exceed: death counts as their event too. */
  private static final Set<String> BEFORE_DEATH = Set.of("PFS", "EFS", "DFS", "RFS");

  private static final String SETTLE =
      "Look up both figures in the source; they may be exchanged, or of other patients.";

  @Override
  public String rule() {
    return "time-order";
  }

  @Override
  public String summary() {
    return "Two survival figures exclude each other; look up both in the source.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = new NoteReading(note);
    Map<String, List<EvidenceRecord>> groups = new LinkedHashMap<>();
    for (EvidenceRecord record : note.records()) {
      if (isSurvival(record)) {
        groups.computeIfAbsent(key(record), any -> new ArrayList<>()).add(record);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (List<EvidenceRecord> group : groups.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          candidates++;
          FindingDraft finding = judge(reading, group.get(i), group.get(j));
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
    }
    for (FindingDraft finding : TimeRows.in(reading)) {
      if (findings.stream().noneMatch(its -> Places.meet(its, finding))) {
        findings.add(finding);
      }
    }
    return Examination.of(
        candidates, findings, "No group of patients has two survival figures to compare.");
  }

  private static boolean isSurvival(EvidenceRecord record) {
    Measure value = record.value();
    return SURVIVAL.contains(record.outcome().code())
        && value.value() != null
        && value.comparator() == Measure.Comparator.EQUAL
        && !record.isComparison()
        && record.candidates().isEmpty()
        && (isRate(record) || isMedian(record));
  }

  private static boolean isRate(EvidenceRecord record) {
    return record.value().kind() == Kind.PERCENT && record.outcome().at() != null;
  }

  private static boolean isMedian(EvidenceRecord record) {
    Kind kind = record.value().kind();
    return (kind == Kind.DURATION || kind == Kind.MEDIAN)
        && record.value().unit() != null
        && "median".equals(record.outcome().statistic());
  }

  /** One group of patients in one table or section: elsewhere another analysis may be told. */
  private static String key(EvidenceRecord record) {
    CellAddress cell = record.source().cell();
    return String.join(
        " | ",
        String.valueOf(record.study()),
        record.arms().stream().map(NoteReading::name).collect(Collectors.joining("+")),
        String.valueOf(record.outcome().population()),
        cell == null ? record.source().section() : cell.table());
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading, EvidenceRecord one, EvidenceRecord other) {
    boolean same = one.outcome().code().equals(other.outcome().code());
    if (isRate(one) && isRate(other)) {
      return same ? rising(reading, one, other) : beforeDeath(reading, one, other);
    }
    if (isMedian(one) && isMedian(other)) {
      return same ? null : beforeDeath(reading, one, other);
    }
    return same
        ? isMedian(one) ? excluded(reading, one, other) : excluded(reading, other, one)
        : null;
  }

  private static @Nullable FindingDraft rising(
      NoteReading reading, EvidenceRecord one, EvidenceRecord other) {
    BigDecimal t = days(one);
    BigDecimal u = days(other);
    if (t == null || u == null || t.compareTo(u) == 0) {
      return null;
    }
    EvidenceRecord early = t.compareTo(u) < 0 ? one : other;
    EvidenceRecord late = early == one ? other : one;
    if (range(late).low().compareTo(range(early).high()) <= 0) {
      return null;
    }
    String code = early.outcome().code();
    return FindingDraft.of(
            Severity.ERROR,
            code
                + " rises from "
                + Printed.words(early.value())
                + " at "
                + at(early)
                + " to "
                + Printed.words(late.value())
                + " at "
                + at(late)
                + ".")
        .expected("at most " + Printed.words(early.value()) + " at " + at(late))
        .found(Printed.words(late.value()))
        .at(early.source(), late.source())
        .step(code + " at " + at(early), null, Printed.words(early.value()))
        .step(code + " at " + at(late), "cannot be higher", Printed.words(late.value()))
        .settle(SETTLE)
        .identity(reading.studyName(one.study()), code, at(early), at(late))
        .identity(Printed.words(early.value()), Printed.words(late.value()));
  }

  private static @Nullable FindingDraft beforeDeath(
      NoteReading reading, EvidenceRecord one, EvidenceRecord other) {
    EvidenceRecord os = one.outcome().code().equals("OS") ? one : other;
    EvidenceRecord pfs = os == one ? other : one;
    if (!os.outcome().code().equals("OS")
        || !BEFORE_DEATH.contains(pfs.outcome().code())
        || isRate(os) && !at(os).equals(at(pfs))) {
      return null;
    }
    Interval later = isRate(os) ? range(os) : inDays(os);
    Interval earlier = isRate(os) ? range(pfs) : inDays(pfs);
    if (later == null || earlier == null || earlier.low().compareTo(later.high()) <= 0) {
      return null;
    }
    String what = isRate(os) ? " at " + at(os) : "";
    String name = pfs.outcome().code();
    return FindingDraft.of(
            Severity.ERROR,
            (isRate(os) ? "" : "Median ")
                + name
                + what
                + " is "
                + Printed.words(pfs.value())
                + ", more than OS, "
                + Printed.words(os.value())
                + ".")
        .expected("at most " + Printed.words(os.value()))
        .found(Printed.words(pfs.value()))
        .at(pfs.source(), os.source())
        .step(name + what, null, Printed.words(pfs.value()))
        .step("OS" + what, "cannot be less", Printed.words(os.value()))
        .settle(SETTLE)
        .identity(reading.studyName(one.study()), name, what)
        .identity(Printed.words(pfs.value()), Printed.words(os.value()));
  }

  /** Before its median a survival rate is at least 50%, after it at most. */
  private static @Nullable FindingDraft excluded(
      NoteReading reading, EvidenceRecord median, EvidenceRecord rate) {
    BigDecimal time = days(rate);
    Interval at = inDays(median);
    if (time == null || at == null || median.outcome().code().equals("TTP")) {
      return null;
    }
    BigDecimal half = BigDecimal.valueOf(50);
    boolean before = time.compareTo(at.low()) < 0;
    boolean after = time.compareTo(at.high()) > 0;
    boolean tooLow = before && range(rate).high().compareTo(half) < 0;
    boolean tooHigh = after && range(rate).low().compareTo(half) > 0;
    if (!tooLow && !tooHigh) {
      return null;
    }
    String code = rate.outcome().code();
    return FindingDraft.of(
            Severity.WARNING,
            code
                + " of "
                + Printed.words(rate.value())
                + " at "
                + at(rate)
                + " excludes a median of "
                + Printed.words(median.value())
                + ".")
        .expected((tooLow ? "at least" : "at most") + " 50% at " + at(rate))
        .found(Printed.words(rate.value()))
        .at(median.source(), rate.source())
        .step("Median " + code, "half of the patients", Printed.words(median.value()))
        .step(
            code + " at " + at(rate),
            tooLow ? "before the median: at least 50%" : "after the median: at most 50%",
            Printed.words(rate.value()))
        .settle(SETTLE)
        .identity(reading.studyName(rate.study()), code, at(rate))
        .identity(Printed.words(rate.value()), Printed.words(median.value()));
  }

  private static String at(EvidenceRecord record) {
    Outcome.TimePoint at = record.outcome().at();
    if (at == null) {
      return "";
    }
    String unit =
        switch (at.unit()) {
          case "a" -> "years";
          case "mo" -> "months";
          case "wk" -> "weeks";
          default -> "days";
        };
    boolean one = at.value().compareTo(BigDecimal.ONE) == 0;
    return Figures.plain(at.value()) + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
  }

  private static @Nullable BigDecimal days(EvidenceRecord record) {
    Outcome.TimePoint at = record.outcome().at();
    return at == null ? null : Ucum.convert(at.value(), at.unit(), "d").orElse(null);
  }

  private static @Nullable Interval inDays(EvidenceRecord record) {
    String unit = record.value().unit();
    BigDecimal factor = unit == null ? null : Ucum.factor(unit, "d").orElse(null);
    Interval range = range(record);
    return factor == null
        ? null
        : new Interval(range.low().multiply(factor), range.high().multiply(factor));
  }

  private static Interval range(EvidenceRecord record) {
    ReportedNumber value = record.value().value();
    return value == null ? Interval.of(0, 0) : value.roundingInterval();
  }
}
