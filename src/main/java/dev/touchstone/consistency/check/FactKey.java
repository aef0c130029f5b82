package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a fact is about, as far as the records of its witnesses say: values with the same key and
 * the same arms are one fact, wherever they are told. The arms are no part of the key, since a
 * sentence of a study with one group need not name it.
 *
 * @param outcome with its statistic, time point, grade and threshold
 * @param population words of a part of the patients; empty for all of them
 */
record FactKey(@Nullable String study, OutcomeKey outcome, String population) {

  private static final Pattern WHOLE =
      Pattern.compile("(?i)\\b(?:overall|total|whole|all|entire|intention|ITT|full)\\b");

  /** The key of a record; null where it does not say enough to be compared. */
  static @Nullable FactKey of(NoteEvidence note, EvidenceRecord record) {
    OutcomeKey outcome = isComparable(note, record) ? OutcomeKey.of(record) : null;
    return outcome == null
        ? null
        : new FactKey(record.study(), outcome, population(record.outcome().population()));
  }

  /** Whether a record has one value, of a study that is known. */
  static boolean isComparable(NoteEvidence note, EvidenceRecord record) {
    Measure value = record.value();
    boolean exact =
        value.comparator() == Measure.Comparator.EQUAL
            || value.comparator() == Measure.Comparator.ABOUT
            || value.kind() == Measure.Kind.P_VALUE;
    boolean study = record.study() != null || note.studies().size() < 2;
    return value.value() != null && exact && study;
  }

  /** The words of a population in normal form; empty where all patients are meant. */
  static String population(@Nullable String words) {
    if (words == null || WHOLE.matcher(words).find()) {
      return "";
    }
    return Words.content(words).stream().sorted().collect(Collectors.joining(" "));
  }

  /** The fact in words: {@code Median PFS with velatinib}. */
  static String words(EvidenceRecord record) {
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
    return Dispute.capital(words.toString());
  }
}
