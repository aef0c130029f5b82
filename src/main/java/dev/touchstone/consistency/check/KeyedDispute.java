package dev.touchstone.consistency.check;

import dev.touchstone.evidence.EvidenceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words a disagreement of records, with all that the note prints of the fact. */
final class KeyedDispute {

  private KeyedDispute() {}

  static Dispute of(NoteReading reading, List<EvidenceRecord> fact, KeyedFacts.Pair pair) {
    EvidenceRecord one = pair.one();
    EvidenceRecord other = pair.other();
    boolean doubtful = !one.candidates().isEmpty() || !other.candidates().isEmpty();
    List<Witness> shown = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (EvidenceRecord record : fact) {
      boolean same = KeyedFacts.ofSameArms(record, one) || KeyedFacts.ofSameArms(record, other);
      if (same && seen.add(KeyedFacts.place(record) + Printed.words(record.value()))) {
        shown.add(witness(record));
      }
    }
    return new Dispute(
        pair.severity(),
        FactKey.words(one),
        witness(one),
        witness(other),
        shown,
        List.of(),
        "",
        doubtful
            ? "Look up which arm the value belongs to, then the value in the cited source."
            : "Look up the value in the source that the note cites for it.",
        List.of(
            reading.studyName(one.study()),
            one.arms().stream().map(NoteReading::name).toList(),
            one.outcome().code(),
            Objects.requireNonNullElse(one.outcome().term(), ""),
            Printed.normal(one.value()),
            Printed.normal(other.value())));
  }

  private static Witness witness(EvidenceRecord record) {
    String arms =
        record.arms().stream().map(NoteReading::name).collect(Collectors.joining(" against "));
    return new Witness(record.source(), Printed.words(record.value()), arms);
  }
}
