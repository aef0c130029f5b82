package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values whose outcome no mention named when they were read. A claim of their sentence may name it:
 * {@code feasible surgery improved in 43% with A and 31% with B}.
 */
final class ClaimedValues {

  private final NavigableMap<Integer, Mention> outcomes = new TreeMap<>();
  private final NavigableMap<Integer, Span> sentences = new TreeMap<>();

  /**
   * @param reported the document with the outcomes that it reports
   */
  ClaimedValues(AnnotatedDocument reported) {
    for (Unit unit : reported.units()) {
      for (Sentence sentence : unit.sentences()) {
        Span span = unit.reading().source(sentence.start(), sentence.end());
        sentences.put(span.start(), span);
      }
      for (Mention mention : unit.mentions(MentionType.OUTCOME)) {
        outcomes.put(mention.span().start(), mention);
      }
    }
  }

  static boolean isOpen(EvidenceRecord record) {
    return record.outcomeMention() == null && record.source().cell() == null;
  }

  /** The records, each with the outcome that its sentence came to name. */
  List<EvidenceRecord> named(List<EvidenceRecord> records) {
    List<EvidenceRecord> named = new ArrayList<>();
    for (EvidenceRecord record : records) {
      Mention outcome = isOpen(record) ? nearest(record.source().span()) : null;
      named.add(outcome == null ? record : record.of(outcome));
    }
    return named;
  }

  private @Nullable Mention nearest(Span value) {
    Map.Entry<Integer, Span> sentence = sentences.floorEntry(value.start());
    if (sentence == null || sentence.getValue().end() < value.end()) {
      return null;
    }
    return outcomes
        .subMap(sentence.getValue().start(), true, sentence.getValue().end(), false)
        .values()
        .stream()
        .min(Comparator.comparingInt(mention -> distance(mention.span(), value)))
        .orElse(null);
  }

  private static int distance(Span outcome, Span value) {
    // What was measured stands before its value, if there is a choice.
    return outcome.end() <= value.start()
        ? value.start() - outcome.end()
        : 2 * Math.max(0, outcome.start() - value.end());
  }
}
