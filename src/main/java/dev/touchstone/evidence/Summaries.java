package dev.touchstone.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which study a sentence repeats that names none, as summaries and conclusions do: the one study
 * that reports all of its outcomes. Where several do, it stays open.
 */
final class Summaries {

  private Summaries() {}

  /**
   * @param open records of one sentence whose study is open
   * @param told all records of the document
   * @return id of the study, or null
   */
  static @Nullable String studyOf(List<EvidenceRecord> open, List<EvidenceRecord> told) {
    Set<String> shared = null;
    for (EvidenceRecord record : open) {
      Set<String> its = new TreeSet<>();
      for (EvidenceRecord other : told) {
        if (other.study() != null && reportsTheSame(other, record)) {
          its.add(other.study());
        }
      }
      if (shared == null) {
        shared = its;
      } else {
        shared.retainAll(its);
      }
    }
    return shared == null || shared.size() != 1 ? null : shared.iterator().next();
  }

  private static boolean reportsTheSame(EvidenceRecord told, EvidenceRecord open) {
    String statistic = open.outcome().statistic();
    return told.outcome().code().equals(open.outcome().code())
        && Objects.equals(told.outcome().term(), open.outcome().term())
        && Objects.equals(told.outcome().at(), open.outcome().at())
        && (statistic == null || statistic.equals(told.outcome().statistic()))
        && told.value().kind() == open.value().kind();
  }
}
