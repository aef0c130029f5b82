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
    NoteReading reading = NoteReading.of(note);
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
          if (finding != null && areOfOne(reading, group, group.get(i), group.get(j))) {
            findings.add(finding);
          }
        }
      }
    }
    TotalMismatch.Result late = Landmarks.late(reading, groups.values());
    candidates += late.candidates();
    findings.addAll(late.findings());
    for (FindingDraft finding : TimeRows.in(reading)) {
      if (findings.stream().noneMatch(its -> Places.meet(its, finding))) {
        findings.add(finding);
      }
    }
    return Examination.of(
        candidates, findings, "No group of patients has two survival figures to compare.");
  }

  /**
   * Whether two figures are of one analysis: a text that gives an arm two medians of one end point
   * tells of several, and then only figures of one sentence belong together.
   */
  private static boolean areOfOne(
      NoteReading reading, List<EvidenceRecord> group, EvidenceRecord one, EvidenceRecord other) {
    return one.source().cell() != null
        || reading.sameSentence(one.source().span(), other.source().span())
        || !hasTwo(group, one) && !hasTwo(group, other);
  }

  private static boolean hasTwo(List<EvidenceRecord> group, EvidenceRecord of) {
    return group.stream()
        .filter(its -> its.outcome().code().equals(of.outcome().code()))
        .filter(its -> isMedian(its) && !isNotReached(its))
        .anyMatch(
            its ->
                group.stream()
                    .filter(again -> again.outcome().code().equals(of.outcome().code()))
                    .filter(again -> isMedian(again) && !isNotReached(again))
                    .anyMatch(again -> !Printed.agree(its.value(), again.value())));
  }

  private static boolean isSurvival(EvidenceRecord record) {
    Measure value = record.value();
    return SURVIVAL.contains(record.outcome().code())
        && (value.value() != null || isNotReached(record))
        && value.comparator() == Measure.Comparator.EQUAL
        && !record.isComparison()
        && record.candidates().isEmpty()
        && (isRate(record) || isMedian(record));
  }

  /** More than half have no event yet: {@code median not reached}. */
  static boolean isNotReached(EvidenceRecord record) {
    return record.value().missing() == Measure.Missing.NOT_REACHED;
  }

  static boolean isRate(EvidenceRecord record) {
    return record.value().kind() == Kind.PERCENT && record.outcome().at() != null;
  }

  private static boolean isMedian(EvidenceRecord record) {
    Kind kind = record.value().kind();
    return (kind == Kind.DURATION || kind == Kind.MEDIAN)
        && (record.value().unit() != null || isNotReached(record))
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
      return same ? null : notYet(reading, one, other);
    }
    return !same
        ? null
        : isMedian(one)
            ? Landmarks.excluded(reading, one, other)
            : Landmarks.excluded(reading, other, one);
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

  /** Half of the patients have died: then half of them have had the event or died. */
  private static @Nullable FindingDraft notYet(
      NoteReading reading, EvidenceRecord one, EvidenceRecord other) {
    EvidenceRecord os = one.outcome().code().equals("OS") ? one : other;
    EvidenceRecord pfs = os == one ? other : one;
    String name = pfs.outcome().code();
    if (!isNotReached(one) && !isNotReached(other)) {
      return beforeDeath(reading, one, other);
    }
    if (isNotReached(os) || !os.outcome().code().equals("OS") || !BEFORE_DEATH.contains(name)) {
      return null;
    }
    String stated = Printed.words(os.value());
    return FindingDraft.of(
            Severity.WARNING,
            "Median " + name + " is not reached, but median OS is, at " + stated + ".")
        .expected("a median " + name + " of at most " + stated)
        .found("not reached")
        .at(pfs.source(), os.source())
        .step("Median " + name, "cannot be longer than that of OS", "not reached")
        .step("Median OS", null, stated)
        .settle(SETTLE)
        .identity(reading.studyName(one.study()), name, "not reached", stated);
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

  static String at(EvidenceRecord record) {
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

  static @Nullable BigDecimal days(EvidenceRecord record) {
    Outcome.TimePoint at = record.outcome().at();
    return at == null ? null : Ucum.convert(at.value(), at.unit(), "d").orElse(null);
  }

  static @Nullable Interval inDays(EvidenceRecord record) {
    String unit = record.value().unit();
    BigDecimal factor = unit == null ? null : Ucum.factor(unit, "d").orElse(null);
    Interval range = range(record);
    return factor == null
        ? null
        : new Interval(range.low().multiply(factor), range.high().multiply(factor));
  }

  static Interval range(EvidenceRecord record) {
    ReportedNumber value = record.value().value();
    return value == null ? Interval.of(0, 0) : value.roundingInterval();
  }
}
