package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evidence records of a sentence while they are read. */
final class SentenceRecords {

  private final Unit unit;
  private final List<EvidenceRecord> records = new ArrayList<>();

  SentenceRecords(Unit unit) {
    this.unit = unit;
  }

  List<EvidenceRecord> all() {
    return records;
  }

  /**
   * Adds a value; its id is given later.
   *
   * @param told the build of the clause that says what the value is of
   */
  void add(
      int start,
      int end,
      Measure measure,
      @Nullable String valueMention,
      @Nullable Mention outcomeMention,
      @Nullable String told,
      Outcome outcome,
      Whose its,
      @Nullable Study study) {
    String outcomeId = outcomeMention == null ? null : outcomeMention.id();
    List<String> mentions =
        Stream.concat(Stream.of(valueMention, outcomeId), its.here().stream().map(Arm::mention))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .distinct()
            .toList();
    Source source = new Source(unit.reading().source(start, end), unit.section(), null);
    records.add(
        new EvidenceRecord(
            "",
            study == null ? null : study.id(),
            its.here(),
            outcome,
            measure,
            source,
            "s" + source.span().start(),
            valueMention,
            outcomeId,
            mentions,
            its.candidates(),
            its.why(),
            told));
  }
}
