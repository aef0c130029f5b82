package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words that {@link UnnamedOutcome} took for what values are of, as names of outcomes. */
final class LeftOverOutcomes {

  private final MentionIds ids;
  private final TreeMap<Integer, EvidenceRecord> open = new TreeMap<>();

  LeftOverOutcomes(List<EvidenceRecord> records, MentionIds ids) {
    this.ids = ids;
    records.stream()
        .filter(ClaimedValues::isOpen)
        .forEach(record -> open.putIfAbsent(record.source().span().start(), record));
  }

  /**
   * The names in a sentence that its values without an outcome left over.
   *
   * @param known outcomes that the sentence names otherwise
   */
  List<Mention> in(Unit unit, Sentence sentence, List<Mention> known) {
    Span span = unit.reading().source(sentence.start(), sentence.end());
    List<Mention> found = new ArrayList<>();
    for (Map.Entry<Integer, EvidenceRecord> one :
        open.subMap(span.start(), span.end()).entrySet()) {
      Mention mention = mention(unit, sentence, one.getValue());
      if (mention != null
          && known.isEmpty()
          && found.stream().noneMatch(other -> other.start() == mention.start())) {
        found.add(mention);
      }
    }
    return found;
  }

  private @Nullable Mention mention(Unit unit, Sentence sentence, EvidenceRecord record) {
    String label = record.outcome().label();
    int at = unit.reading().text().indexOf(label, sentence.start());
    if (at < 0 || at + label.length() > sentence.end()) {
      return null;
    }
    return ids.mention(
        MentionType.OUTCOME,
        unit,
        at,
        at + label.length(),
        "what values of arms leave over",
        record.outcome());
  }
}
