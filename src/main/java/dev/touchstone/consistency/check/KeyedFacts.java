package dev.touchstone.consistency.check;

import dev.touchstone.consistency.Severity;
import dev.touchstone.document.SectionRole;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that their records name: the records of one {@link FactKey} are its witnesses. */
final class KeyedFacts {

  /** Two records that say of one fact what cannot both be. */
  record Pair(EvidenceRecord one, EvidenceRecord other, Severity severity) {}

  private final NoteReading reading;
  private final Company company;
  private final boolean article;
  private final Map<FactKey, List<EvidenceRecord>> facts = new LinkedHashMap<>();

  KeyedFacts(NoteReading reading) {
    this.reading = reading;
    this.company = new Company(reading);
    this.article = reading.isArticle();
    for (EvidenceRecord record : reading.note().records()) {
      FactKey key = FactKey.of(reading.note(), record);
      if (key != null) {
        facts.computeIfAbsent(key, any -> new ArrayList<>()).add(record);
      }
    }
  }

  /** The facts that are told in more than one place. */
  List<List<EvidenceRecord>> toldTwice() {
    return facts.values().stream()
        .filter(fact -> fact.stream().map(KeyedFacts::place).distinct().count() > 1)
        .toList();
  }

  /** The gravest disagreement of a fact's witnesses; null where they agree. */
  @Nullable Dispute dispute(List<EvidenceRecord> fact) {
    Pair best = null;
    for (int i = 0; i < fact.size(); i++) {
      for (int j = i + 1; j < fact.size(); j++) {
        EvidenceRecord a = fact.get(i);
        EvidenceRecord b = fact.get(j);
        if (place(a).equals(place(b))
            || article && !mayRepeat(a, b)
            || !ofSameArms(a, b)
            || Printed.agree(a.value(), b.value())
            || isExplained(a, b, fact)
            || company.keepsBoth(a, b)) {
          continue;
        }
        Severity severity = severity(a, b, fact);
        if (severity != null && (best == null || severity.compareTo(best.severity) < 0)) {
          best = new Pair(a, b, severity);
        }
      }
    }
    return best == null ? null : KeyedDispute.of(reading, fact, best);
  }

  /** The table or the sentence that prints a value. */
  static String place(EvidenceRecord record) {
    CellAddress cell = record.source().cell();
    return cell == null ? record.together() : cell.table();
  }

  /**
   * Two values certainly speak of the same if another figure is printed beside both. Without such a
   * witness the key must leave no doubt: a named end point that the whole note gives two values
   * for, in a note short enough to tell of one analysis.
   */
  private @Nullable Severity severity(
      EvidenceRecord a, EvidenceRecord b, List<EvidenceRecord> fact) {
    boolean doubtful = !a.candidates().isEmpty() || !b.candidates().isEmpty();
    if (article && !isOneAgainstOne(a, b, fact)) {
      return null;
    }
    if (company.isShared(a, b)) {
      return doubtful
          ? Severity.NOTE
          : isAbout(a) || isAbout(b) ? Severity.WARNING : Severity.ERROR;
    }
    if (!isNamed(a.outcome()) || !isEstimate(a) || article || !isOneAgainstOne(a, b, fact)) {
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
  private boolean mayRepeat(EvidenceRecord a, EvidenceRecord b) {
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
      EvidenceRecord a, EvidenceRecord b, List<EvidenceRecord> fact) {
    return fact.stream()
        .filter(other -> ofSameArms(other, a) || ofSameArms(other, b))
        .allMatch(
            other ->
                Printed.agree(other.value(), a.value()) || Printed.agree(other.value(), b.value()));
  }

  /** Two rows of one table that differ in words which the key does not hold keep both values. */
  private boolean isExplained(EvidenceRecord a, EvidenceRecord b, List<EvidenceRecord> fact) {
    for (EvidenceRecord third : fact) {
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
  static boolean ofSameArms(EvidenceRecord one, EvidenceRecord other) {
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
}
