package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.SectionRole;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same study, arm, outcome and statistic with different values in two places. */
final class ValueConflict implements ConsistencyCheck {

  private static final Pattern WHOLE =
      Pattern.compile("(?i)\\b(?:overall|total|whole|all|entire|intention|ITT|full)\\b");

  private record Key(@Nullable String study, OutcomeKey outcome, String population) {}

  @Override
  public String rule() {
    return "value-conflict";
  }

  @Override
  public String summary() {
    return "One value is printed differently in two places; look up which is right.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Witnesses witnesses = new Witnesses(reading);
    Map<Key, List<EvidenceRecord>> groups = new LinkedHashMap<>();
    for (EvidenceRecord record : note.records()) {
      Key key = isComparable(note, record) ? key(record) : null;
      if (key != null) {
        groups.computeIfAbsent(key, any -> new ArrayList<>()).add(record);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (List<EvidenceRecord> group : groups.values()) {
      if (places(group).size() > 1) {
        candidates++;
        FindingDraft finding = judge(reading, witnesses, group);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    ParallelPassages parallel = new ParallelPassages(reading);
    for (FindingDraft finding : parallel.findings()) {
      if (findings.stream().noneMatch(known -> sharePlaces(known, finding))) {
        findings.add(finding);
      }
    }
    return Examination.of(
        candidates + parallel.compared(),
        findings,
        "No value of the same study, arm and outcome is printed twice.");
  }

  /** Whether both findings point at the same two places: one cause, one finding. */
  private static boolean sharePlaces(FindingDraft one, FindingDraft other) {
    return other.places().stream()
        .allMatch(
            place ->
                one.places().stream()
                    .anyMatch(
                        its ->
                            its.span().contains(place.span())
                                || place.span().contains(its.span())));
  }

  static boolean isComparable(NoteEvidence note, EvidenceRecord record) {
    Measure value = record.value();
    boolean exact =
        value.comparator() == Measure.Comparator.EQUAL
            || value.comparator() == Measure.Comparator.ABOUT
            || value.kind() == Measure.Kind.P_VALUE;
    boolean study = record.study() != null || note.studies().size() < 2;
    return value.value() != null && exact && study;
  }

  private static @Nullable Key key(EvidenceRecord record) {
    OutcomeKey outcome = OutcomeKey.of(record);
    if (outcome == null) {
      return null;
    }
    return new Key(record.study(), outcome, population(record.outcome().population()));
  }

  static String population(@Nullable String words) {
    if (words == null || WHOLE.matcher(words).find()) {
      return "";
    }
    return Words.content(words).stream().sorted().collect(Collectors.joining(" "));
  }

  /** The tables and sentences that print the value. */
  private static Set<String> places(List<EvidenceRecord> group) {
    return group.stream().map(ValueConflict::place).collect(Collectors.toSet());
  }

  private static String place(EvidenceRecord record) {
    CellAddress cell = record.source().cell();
    return cell == null ? record.together() : cell.table();
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading, Witnesses witnesses, List<EvidenceRecord> group) {
    FindingDraft best = null;
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        EvidenceRecord a = group.get(i);
        EvidenceRecord b = group.get(j);
        if (place(a).equals(place(b))
            || !ofSameArms(a, b)
            || Printed.agree(a.value(), b.value())
            || isExplained(reading, a, b, group)
            || witnesses.isBeside(a, b)
            || witnesses.isBeside(b, a)) {
          continue;
        }
        Severity severity = severity(reading, witnesses, a, b, group);
        if (severity != null && (best == null || severity.compareTo(best.severity()) < 0)) {
          best = finding(reading, group, a, b, severity);
        }
      }
    }
    return best;
  }

  /**
   * Two values certainly speak of the same if another figure is printed beside both. Without such a
   * witness the key must leave no doubt: a named end point that the whole note gives two values
   * for, in a note short enough to tell of one analysis.
   */
  private static @Nullable Severity severity(
      NoteReading reading,
      Witnesses witnesses,
      EvidenceRecord a,
      EvidenceRecord b,
      List<EvidenceRecord> group) {
    boolean doubtful = !a.candidates().isEmpty() || !b.candidates().isEmpty();
    boolean article = reading.isArticle();
    if (article && !(mayRepeat(reading, a, b) && isOneAgainstOne(a, b, group))) {
      return null;
    }
    if (witnesses.speakOfTheSame(a, b)) {
      return doubtful
          ? Severity.NOTE
          : isAbout(a) || isAbout(b) ? Severity.WARNING : Severity.ERROR;
    }
    if (!isNamed(a.outcome()) || !isEstimate(a) || article || !isOneAgainstOne(a, b, group)) {
      return null;
    }
    boolean endPoint = !a.outcome().code().equals("AE");
    return doubtful
        ? Severity.NOTE
        : endPoint && !isAbout(a) && !isAbout(b) ? Severity.ERROR : Severity.WARNING;
  }

  /**
   * An article repeats itself in abstract and table; two of its sentences, or tables, mostly tell
   * of two analyses.
   */
  private static boolean mayRepeat(NoteReading reading, EvidenceRecord a, EvidenceRecord b) {
    boolean inTable = a.source().cell() != null;
    boolean otherInTable = b.source().cell() != null;
    if (inTable || otherInTable) {
      return inTable != otherInTable;
    }
    boolean summary = reading.role(a.source().section()) == SectionRole.ABSTRACT;
    boolean otherSummary = reading.role(b.source().section()) == SectionRole.ABSTRACT;
    return isNamed(a.outcome()) && summary != otherSummary;
  }

  private static boolean isAbout(EvidenceRecord record) {
    return record.value().comparator() == Measure.Comparator.ABOUT;
  }

  private static boolean isNamed(Outcome outcome) {
    return !outcome.code().equals("OTHER");
  }

  /** P-values, ratios and counts belong to an analysis that the key does not hold. */
  private static boolean isEstimate(EvidenceRecord record) {
    Measure.Kind kind = record.value().kind();
    return kind == Measure.Kind.PERCENT
        || kind == Measure.Kind.FRACTION
        || kind == Measure.Kind.DURATION
        || kind == Measure.Kind.MEDIAN;
  }

  /** Whether every value of the arm agrees with one of the two. */
  private static boolean isOneAgainstOne(
      EvidenceRecord a, EvidenceRecord b, List<EvidenceRecord> group) {
    return group.stream()
        .filter(other -> ofSameArms(other, a) || ofSameArms(other, b))
        .allMatch(
            other ->
                Printed.agree(other.value(), a.value()) || Printed.agree(other.value(), b.value()));
  }

  /** Two rows of one table that differ in words which the key does not hold keep both values. */
  private static boolean isExplained(
      NoteReading reading, EvidenceRecord a, EvidenceRecord b, List<EvidenceRecord> group) {
    for (EvidenceRecord third : group) {
      if (mayBe(a, third) && Printed.agree(a.value(), third.value())
          || mayBe(b, third) && Printed.agree(b.value(), third.value())) {
        return true;
      }
      boolean besideA = third != a && place(third).equals(place(a)) && ofSameArms(third, a);
      boolean besideB = third != b && place(third).equals(place(b)) && ofSameArms(third, b);
      if (besideA && Printed.agree(third.value(), b.value())
          || besideB && Printed.agree(third.value(), a.value())) {
        return true;
      }
    }
    return reading.sameSentence(a.source().span(), b.source().span());
  }

  /**
   * A sentence of a study with one group of patients need not name it; every other value is
   * compared within its own arms.
   */
  private static boolean ofSameArms(EvidenceRecord one, EvidenceRecord other) {
    if (!one.candidates().isEmpty() && !other.candidates().isEmpty()) {
      return false;
    }
    if (one.arms().isEmpty() || other.arms().isEmpty()) {
      return one.study() != null && isWhole(one) && isWhole(other);
    }
    return NoteReading.sameArms(one, other);
  }

  private static boolean isWhole(EvidenceRecord record) {
    return record.arms().stream()
        .allMatch(arm -> arm.role() == Arm.Role.SINGLE || arm.role() == Arm.Role.TOTAL);
  }

  /** Whether a value whose arm is in doubt may belong to the arm of another. */
  private static boolean mayBe(EvidenceRecord doubtful, EvidenceRecord other) {
    return other != doubtful
        && other.arms().stream().anyMatch(arm -> doubtful.candidates().contains(arm.id()));
  }

  private static FindingDraft finding(
      NoteReading reading,
      List<EvidenceRecord> group,
      EvidenceRecord one,
      EvidenceRecord other,
      Severity severity) {
    boolean doubtful = !one.candidates().isEmpty() || !other.candidates().isEmpty();
    String first = reading.place(one.source());
    String second = reading.place(other.source());
    FindingDraft finding =
        FindingDraft.of(
                severity,
                name(one)
                    + " is "
                    + Printed.words(one.value())
                    + " "
                    + first
                    + " and "
                    + Printed.words(other.value())
                    + " "
                    + (second.equals(first) ? "further on" : second)
                    + ".")
            .found(Printed.words(one.value()) + " and " + Printed.words(other.value()))
            .settle(
                doubtful
                    ? "Look up which arm the value belongs to, then the value in the cited source."
                    : "Look up the value in the source that the note cites for it.")
            .identity(
                reading.studyName(one.study()),
                one.arms().stream().map(NoteReading::name).toList(),
                one.outcome().code(),
                Objects.requireNonNullElse(one.outcome().term(), ""),
                Printed.normal(one.value()),
                Printed.normal(other.value()));
    Set<String> shown = new LinkedHashSet<>();
    for (EvidenceRecord record : group) {
      Source source = record.source();
      if (!ofSameArms(record, one) && !ofSameArms(record, other)) {
        continue;
      }
      if (shown.add(place(record) + Printed.words(record.value()))) {
        finding
            .at(source)
            .step(capital(reading.place(source)), arms(record), Printed.words(record.value()));
      }
    }
    return finding;
  }

  private static String arms(EvidenceRecord record) {
    return record.arms().stream().map(NoteReading::name).collect(Collectors.joining(" against "));
  }

  static String name(EvidenceRecord record) {
    Outcome outcome = record.outcome();
    String term = outcome.term();
    StringBuilder words = new StringBuilder();
    if (record.value().kind().isRatio()) {
      words.append("the ratio for ");
    } else if (record.value().kind() == Measure.Kind.P_VALUE) {
      words.append("P for ");
    }
    if (outcome.at() != null) {
      words.append(outcome.at().value().toPlainString());
      words.append(
          outcome.at().unit().equals("a")
              ? "-year "
              : outcome.at().unit().equals("wk") ? "-week " : "-month ");
    } else if ("median".equals(outcome.statistic())) {
      words.append("median ");
    }
    if (outcome.grade() != null && !outcome.grade().equals("any")) {
      words.append("grade ").append(outcome.grade()).append(' ');
    }
    boolean coded = !outcome.code().equals("OTHER") && !outcome.code().equals("AE");
    words.append(coded ? outcome.code() : term == null ? "the outcome" : term);
    if (record.candidates().isEmpty()
        && record.arms().size() == 1
        && record.arms().get(0).role() != Arm.Role.SINGLE) {
      words.append(" with ").append(NoteReading.name(record.arms().get(0)));
    }
    return capital(words.toString());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
