package dev.touchstone.consistency.check;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The figures that stand beside a value in its sentence or row. Where one of them stands beside
 * another value too, both places speak of the same. {@code 61.0% vs 46.4%} in a sentence and {@code
 * 61.0%, 44.6%} in a row share 61.0%, so 46.4 and 44.6 are one figure printed in two ways.
 */
final class Company {

  private final NoteReading reading;
  private final Map<String, List<EvidenceRecord>> neighbours = new HashMap<>();

  Company(NoteReading reading) {
    this.reading = reading;
    for (EvidenceRecord record : reading.note().records()) {
      neighbours.computeIfAbsent(place(record), any -> new ArrayList<>()).add(record);
    }
  }

  /** Whether a figure beside the one stands beside the other as well. */
  boolean isShared(EvidenceRecord one, EvidenceRecord other) {
    List<EvidenceRecord> here = neighbours.getOrDefault(place(one), List.of());
    List<EvidenceRecord> there = neighbours.getOrDefault(place(other), List.of());
    return here.stream()
        .filter(its -> its != one && isTelling(its) && !sameFigure(its, one))
        .anyMatch(
            its ->
                there.stream()
                    .filter(theirs -> theirs != other && !sameFigure(theirs, other))
                    .anyMatch(theirs -> isOneFigure(its, theirs)));
  }

  /** Whether one of the places prints both values, so that they are two facts or were exchanged. */
  boolean keepsBoth(EvidenceRecord one, EvidenceRecord other) {
    return isBeside(one, other) || isBeside(other, one);
  }

  /** Whether a value that agrees with the one stands beside the other. */
  private boolean isBeside(EvidenceRecord one, EvidenceRecord other) {
    return neighbours.getOrDefault(place(other), List.of()).stream()
        .anyMatch(
            its ->
                its != other
                    && its.value().kind() == one.value().kind()
                    && Objects.equals(its.value().unit(), one.value().unit())
                    && (sameNumber(its, one)
                        || (its.outcome().code().equals(one.outcome().code())
                            && Printed.agree(its.value(), one.value()))));
  }

  private static boolean sameNumber(EvidenceRecord one, EvidenceRecord other) {
    ReportedNumber a = one.value().value();
    ReportedNumber b = other.value().value();
    return a != null && b != null && a.value().compareTo(b.value()) == 0;
  }

  private String place(EvidenceRecord record) {
    CellAddress cell = record.source().cell();
    if (cell != null) {
      return cell.table() + " row " + cell.row();
    }
    Span sentence = reading.sentenceAt(record.source().span());
    return sentence == null ? record.together() : "sentence " + sentence.start();
  }

  /** One digit is shared too easily; a P-value is no figure of its own. */
  private static boolean isTelling(EvidenceRecord record) {
    ReportedNumber value = record.value().value();
    return value != null
        && value.value().precision() > 1
        && record.value().kind() != Measure.Kind.P_VALUE
        && record.value().comparator() == Measure.Comparator.EQUAL;
  }

  private static boolean isOneFigure(EvidenceRecord one, EvidenceRecord other) {
    boolean arms =
        one.arms().isEmpty() || other.arms().isEmpty() || NoteReading.sameArms(one, other);
    return sameNumber(one, other)
        && arms
        && one.value().kind() == other.value().kind()
        && Objects.equals(one.value().unit(), other.value().unit());
  }

  /** Count and percentage of one statement are one figure. */
  private static boolean sameFigure(EvidenceRecord one, EvidenceRecord other) {
    return one.together().equals(other.together()) && one.arms().equals(other.arms());
  }
}
