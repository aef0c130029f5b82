package dev.touchstone.evidence;

import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values that sentences report. */
final class ProseEvidence {

  private static final Set<SectionRole> SILENT =
      EnumSet.of(SectionRole.REFERENCES, SectionRole.BOILERPLATE);

  /** Sections that repeat what others report. */
  private static final Set<SectionRole> REPEAT =
      EnumSet.of(SectionRole.ABSTRACT, SectionRole.CONCLUSION, SectionRole.DISCUSSION);

  private static final Pattern ELIGIBILITY =
      Pattern.compile("(?i)\\beligib|\\b(?:inclusion|exclusion|entry|selection) criteria\\b");

  /** A sentence that reports values of a study it does not name. */
  private record Open(Unit unit, Sentence sentence, Carried before, List<EvidenceRecord> records) {}

  private final AnnotatedDocument document;
  private final Studies studies;
  private final Outcomes known;
  private final ProseArms groups;
  private final Map<String, SectionRole> roles = new HashMap<>();

  ProseEvidence(AnnotatedDocument document, Studies studies, Outcomes known, ProseArms groups) {
    this.document = document;
    this.studies = studies;
    this.known = known;
    this.groups = groups;
    for (Section section : document.document().sections()) {
      roles.put(section.id(), section.role());
    }
  }

  /**
   * The records of the prose; their ids and order are given later.
   *
   * @param tables the records of the tables, which summaries repeat as well
   */
  List<EvidenceRecord> read(List<EvidenceRecord> tables) {
    Set<String> silent = silentSections();
    List<EvidenceRecord> told = new ArrayList<>(tables);
    List<Open> open = new ArrayList<>();
    for (Unit unit : document.units()) {
      if (!isProse(unit) || silent.contains(unit.section())) {
        continue;
      }
      Carried carried = Carried.NOTHING;
      for (Sentence sentence : unit.sentences()) {
        SentenceEvidence reading =
            new SentenceEvidence(unit, sentence, studies, known, groups, carried);
        List<EvidenceRecord> records = reading.read();
        if (!records.isEmpty() && records.stream().allMatch(record -> record.study() == null)) {
          open.add(new Open(unit, sentence, carried, records));
        } else {
          told.addAll(records);
        }
        carried = reading.carries();
      }
    }
    List<EvidenceRecord> prose = new ArrayList<>(told.subList(tables.size(), told.size()));
    open.forEach(one -> prose.addAll(settle(one, told)));
    return prose;
  }

  private static boolean isProse(Unit unit) {
    return switch (unit.part()) {
      case TEXT, LIST_ITEM -> true;
      // A sentence that stands alone may have been taken for a heading.
      case HEADING -> unit.sentences().stream().anyMatch(one -> one.tokens().size() >= 12);
      default -> false;
    };
  }

  /** The records of a sentence read again as of the study that it repeats, where there is one. */
  private List<EvidenceRecord> settle(Open open, List<EvidenceRecord> told) {
    Study study = studies.byId(Summaries.studyOf(open.records(), told));
    if (study == null || !mayRepeat(open, study)) {
      return open.records();
    }
    return new SentenceEvidence(
            open.unit(), open.sentence(), (unit, position) -> study, known, groups, open.before())
        .read();
  }

  /** Elsewhere than in a summary a sentence must at least name an arm of the study. */
  private boolean mayRepeat(Open open, Study study) {
    SectionRole role = roles.getOrDefault(open.unit().section(), SectionRole.OTHER);
    return REPEAT.contains(role)
        || !ArmNames.in(
                open.unit().reading().text(),
                open.sentence().start(),
                open.sentence().end(),
                open.unit().mentions(open.sentence()),
                study,
                null)
            .isEmpty();
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
