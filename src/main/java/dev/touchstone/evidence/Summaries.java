package dev.touchstone.evidence;

import dev.touchstone.document.Document;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Values that a summary or conclusion repeats without saying of which study. They belong to the one
 * study that reports this outcome; where several do, they stay open.
 */
final class Summaries {

  private static final Set<SectionRole> REPEAT =
      EnumSet.of(SectionRole.ABSTRACT, SectionRole.CONCLUSION, SectionRole.DISCUSSION);

  private Summaries() {}

  static List<EvidenceRecord> settle(Document document, List<EvidenceRecord> records) {
    Map<String, SectionRole> roles = new HashMap<>();
    for (Section section : document.sections()) {
      roles.put(section.id(), section.role());
    }
    List<EvidenceRecord> settled = new ArrayList<>();
    for (EvidenceRecord record : records) {
      boolean repeats =
          record.study() == null
              && record.source().cell() == null
              && REPEAT.contains(roles.getOrDefault(record.source().section(), SectionRole.OTHER));
      settled.add(repeats ? settle(record, records) : record);
    }
    return settled;
  }

  private static EvidenceRecord settle(EvidenceRecord open, List<EvidenceRecord> records) {
    List<EvidenceRecord> same =
        records.stream()
            .filter(record -> record.study() != null && reportsTheSame(record, open))
            .toList();
    List<String> studies =
        same.stream().map(EvidenceRecord::study).distinct().map(Objects::requireNonNull).toList();
    if (studies.size() != 1) {
      return open;
    }
    List<List<Arm>> arms = same.stream().map(EvidenceRecord::arms).distinct().toList();
    return open.inStudy(
        studies.get(0), open.arms().isEmpty() && arms.size() == 1 ? arms.get(0) : open.arms());
  }

  private static boolean reportsTheSame(EvidenceRecord one, EvidenceRecord other) {
    return one.outcome().code().equals(other.outcome().code())
        && Objects.equals(one.outcome().term(), other.outcome().term())
        && Objects.equals(one.outcome().statistic(), other.outcome().statistic())
        && Objects.equals(one.outcome().at(), other.outcome().at())
        && one.value().kind() == other.value().kind();
  }
}
