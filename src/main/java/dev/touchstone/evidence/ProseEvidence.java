package dev.touchstone.evidence;

import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values that sentences report. */
final class ProseEvidence {

  private static final Set<SectionRole> SILENT =
      EnumSet.of(SectionRole.REFERENCES, SectionRole.BOILERPLATE);

  private static final Pattern ELIGIBILITY =
      Pattern.compile("(?i)\\beligib|\\b(?:inclusion|exclusion|entry|selection) criteria\\b");

  private final AnnotatedDocument document;
  private final Studies studies;
  private final Outcomes known;
  private final GroupArms groups;

  ProseEvidence(AnnotatedDocument document, Studies studies, Outcomes known, GroupArms groups) {
    this.document = document;
    this.studies = studies;
    this.known = known;
    this.groups = groups;
  }

  /** The records in the order of the text; their ids are given later. */
  List<EvidenceRecord> read() {
    Set<String> silent = silentSections();
    List<EvidenceRecord> records = new ArrayList<>();
    for (Unit unit : document.units()) {
      boolean prose = unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM;
      if (!prose || silent.contains(unit.section())) {
        continue;
      }
      Carried carried = Carried.NOTHING;
      for (Sentence sentence : unit.sentences()) {
        SentenceEvidence reading =
            new SentenceEvidence(unit, sentence, studies, known, groups, carried);
        records.addAll(reading.read());
        carried = reading.carries();
      }
    }
    return records;
  }

  /** Sections whose figures say who may take part or who wrote the note. */
  private Set<String> silentSections() {
    Set<String> silent = new HashSet<>();
    for (Section section : document.document().sections()) {
      boolean inherited = section.parent() != null && silent.contains(section.parent());
      boolean limits = ELIGIBILITY.matcher(section.title()).find();
      if (inherited || limits || SILENT.contains(section.role())) {
        silent.add(section.id());
      }
    }
    return silent;
  }
}
