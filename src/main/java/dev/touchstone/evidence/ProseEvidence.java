package dev.touchstone.evidence;

import dev.touchstone.document.SectionRole;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the values that sentences report. */
final class ProseEvidence {

  private static final Set<SectionRole> SILENT =
      EnumSet.of(SectionRole.REFERENCES, SectionRole.BOILERPLATE);

  private final AnnotatedDocument document;
  private final Studies studies;
  private final GroupArms groups;

  ProseEvidence(AnnotatedDocument document, Studies studies, GroupArms groups) {
    this.document = document;
    this.studies = studies;
    this.groups = groups;
  }

  /** The records in the order of the text; their ids are given later. */
  List<EvidenceRecord> read() {
    Map<String, SectionRole> roles = new HashMap<>();
    document.document().sections().forEach(section -> roles.put(section.id(), section.role()));
    List<EvidenceRecord> records = new ArrayList<>();
    for (Unit unit : document.units()) {
      boolean prose = unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM;
      if (!prose || SILENT.contains(roles.getOrDefault(unit.section(), SectionRole.OTHER))) {
        continue;
      }
      SentenceEvidence.Carried carried = SentenceEvidence.Carried.NOTHING;
      for (Sentence sentence : unit.sentences()) {
        SentenceEvidence reading = new SentenceEvidence(unit, sentence, studies, groups, carried);
        records.addAll(reading.read());
        carried = reading.carries();
      }
    }
    return records;
  }
}
