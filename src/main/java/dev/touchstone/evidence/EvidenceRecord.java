package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measured value: of an arm, or of a comparison of two.
 *
 * @param id {@code e1}, {@code e2}, … in the order of the text
 * @param study id of the study, or null
 * @param arms one for a value of an arm, two for a comparison (intervention first)
 * @param outcome what was measured; its label, statistic, time point, grade and population are
 *     those of this value
 * @param together values that are printed as one statement share this key: {@code 3 patients
 *     (9.5%)}, {@code 0.82 (0.64-1.06)}, an estimate, its interval and its p-value
 * @param valueMention id of the measure mention
 * @param outcomeMention id of the outcome mention, or null where a cell of a header is the outcome
 *     or no word of the sentence is known as one
 * @param mentions ids of all mentions that it rests on
 * @param candidates where the text leaves the arm open: the arms that it may belong to; else empty
 * @param attachment the rule that gave the value its arm, for {@code explain}; null for tables,
 *     where the header does
 * @param told the build of the clause that gave the value its outcome, likewise
 */
public record EvidenceRecord(
    String id,
    @Nullable String study,
    List<Arm> arms,
    Outcome outcome,
    Measure value,
    Source source,
    String together,
    @Nullable String valueMention,
    @Nullable String outcomeMention,
    List<String> mentions,
    List<String> candidates,
    @Nullable String attachment,
    @Nullable String told) {

  /** A record without a word on why its arm and its outcome are its own. */
  public EvidenceRecord(
      String id,
      @Nullable String study,
      List<Arm> arms,
      Outcome outcome,
      Measure value,
      Source source,
      String together,
      @Nullable String valueMention,
      @Nullable String outcomeMention,
      List<String> mentions,
      List<String> candidates) {
    this(
        id,
        study,
        arms,
        outcome,
        value,
        source,
        together,
        valueMention,
        outcomeMention,
        mentions,
        candidates,
        null,
        null);
  }

  public EvidenceRecord {
    arms = List.copyOf(arms);
    mentions = List.copyOf(mentions);
    candidates = List.copyOf(candidates);
  }

  EvidenceRecord withId(String newId) {
    return new EvidenceRecord(
        newId,
        study,
        arms,
        outcome,
        value,
        source,
        together,
        valueMention,
        outcomeMention,
        mentions,
        candidates,
        attachment,
        told);
  }

  /** The same value with the outcome that a mention names. */
  EvidenceRecord of(Mention named) {
    List<String> its = new ArrayList<>(mentions);
    its.add(Math.min(1, its.size()), named.id());
    return new EvidenceRecord(
        id,
        study,
        arms,
        named.outcome(),
        value,
        source,
        together,
        valueMention,
        named.id(),
        its,
        candidates,
        attachment,
        "named nearest in its sentence");
  }

  public boolean isComparison() {
    return arms.size() == 2;
  }
}
