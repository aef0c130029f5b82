package dev.touchstone.evidence;

import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Studies.Placed;
import dev.touchstone.evidence.Studies.Topics;
import dev.touchstone.evidence.StudyCue.Design;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the studies of a document and tells which of them each unit is about. A heading opens a
 * study for all that stands under it, a sentence for the rest of its paragraph, a source line for
 * its table.
 */
final class StudyFinder {

  private static final Pattern BACK_REFERENCE =
      Pattern.compile("(?i)\\b(?:that|this|the same) (?:trial|study)\\b|\\bclinical dose\\b");

  private final AnnotatedDocument annotated;
  private final Map<String, Section> sections;
  private final List<StudyDraft> drafts = new ArrayList<>();
  private final IdentityHashMap<Unit, Topics> topics = new IdentityHashMap<>();
  private final Map<String, Integer> ofHeading = new HashMap<>();
  private final Map<String, Integer> lastIn = new HashMap<>();
  private @Nullable Integer lastClinical;

  private StudyFinder(AnnotatedDocument annotated) {
    this.annotated = annotated;
    this.sections = annotated.document().sectionsById();
  }

  static Studies find(AnnotatedDocument annotated) {
    return new StudyFinder(annotated).find();
  }

  private Studies find() {
    boolean pools =
        annotated.units().stream().anyMatch(unit -> StudyCues.pools(unit.reading().text()));
    Set<String> names = new LinkedHashSet<>();
    for (Table table : annotated.document().tables()) {
      names.addAll(listed(table));
    }
    StudyCues cues = new StudyCues(pools, names);
    List<Unit> units = annotated.units();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (unit.block() instanceof Table) {
        int end = i;
        while (end < units.size() && units.get(end).block() == unit.block()) {
          end++;
        }
        readTable(units.subList(i, end), cues);
        i = end - 1;
      } else {
        read(unit, cues);
      }
    }
    SoleStudy.settle(annotated, topics, drafts);
    open();
    OpenPlaces.settle(annotated, topics, drafts);
    StudyFacts.gather(annotated, topics, drafts);
    List<ArmDraft> found = ArmFinder.find(annotated, topics, drafts);
    int arms = 0;
    Map<Integer, List<Arm>> ofStudy = new HashMap<>();
    Map<CellAddress, Arm> ofCell = new HashMap<>();
    Map<String, Arm> ofTable = new HashMap<>();
    for (ArmDraft draft : found) {
      Arm arm = draft.build("a" + (++arms));
      ofStudy.computeIfAbsent(draft.study, study -> new ArrayList<>()).add(arm);
      for (ArmDraft.Header header : draft.headers()) {
        if (header.cell() == null) {
          ofTable.put(header.table(), arm.counting(header.n()));
        } else {
          ofCell.put(header.cell(), arm.counting(header.n()));
        }
      }
    }
    List<Study> studies = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      studies.add(drafts.get(i).build("st" + (i + 1), ofStudy.getOrDefault(i, List.of())));
    }
    return new Studies(studies, topics, ofCell, ofTable);
  }

  /** People who get one treatment or another make a study, though no word calls it one. */
  private void open() {
    List<Mention> mentions = annotated.mentions();
    boolean people = mentions.stream().anyMatch(its -> its.type() == MentionType.PARTICIPANTS);
    boolean compared =
        mentions.stream()
            .anyMatch(its -> its.type() == MentionType.ARM && its.arm().role() != null);
    if (drafts.isEmpty() && people && compared) {
      drafts.add(new StudyDraft());
      for (Unit unit : annotated.units()) {
        if (unit.part() != Unit.Part.HEADING) {
          topics.put(unit, new Topics(0, List.of()));
        }
      }
    }
  }

  /** A table whose first column names trials defines them, with what else its rows call them. */
  private List<String> listed(Table table) {
    List<String> names = new ArrayList<>();
    for (StudyTable.Row row : StudyTable.rows(table)) {
      StudyDraft draft = new StudyDraft();
      row.names().forEach(draft::alias);
      draft.listed(row.phase(), row.registry());
      drafts.add(draft);
      names.addAll(row.names());
    }
    return names;
  }

  private void read(Unit unit, StudyCues finder) {
    Integer inherited = inherited(unit);
    // "(Smith et al., 2019)" alone cites; it does not open a study.
    List<StudyCue> cues =
        finder.in(unit).stream().filter(cue -> !cue.onlyAuthor() || cue.noun()).toList();
    List<Placed> placed = place(unit, cues, inherited);
    topics.put(unit, new Topics(inherited, placed));
    Integer topic = Studies.topic(placed, unit.part() == Unit.Part.HEADING ? null : inherited);
    if (topic == null
        && unit.part() == Unit.Part.HEADING
        && BACK_REFERENCE.matcher(unit.reading().text()).find()) {
      topic = lastClinical;
    }
    if (topic == null) {
      return;
    }
    boolean settles = true;
    if (unit.part() == Unit.Part.HEADING) {
      ofHeading.put(unit.section(), topic);
    } else if (placed.stream()
                .filter(one -> !one.cue().preclinical())
                .map(Placed::study)
                .distinct()
                .count()
            <= 1
        || lastIn.containsKey(unit.section())) {
      // A paragraph that sets out two studies leaves it open which of them the next one is about.
      lastIn.put(unit.section(), topic);
    } else {
      settles = false;
    }
    if (settles && !drafts.get(topic).designs().contains(Design.PRECLINICAL)) {
      lastClinical = topic;
    }
  }

  private void readTable(List<Unit> units, StudyCues finder) {
    Integer around = inherited(units.get(0));
    // The source line says where the figures are from; the caption and the section only what they
    // are about.
    Integer caption = topicOf(units, Unit.Part.CAPTION, finder, around);
    Integer source = topicOf(units, Unit.Part.NOTE, finder, caption == null ? around : caption);
    Integer its = source == null ? caption : source;
    Integer study = its == null ? around : its;
    for (Unit unit : units) {
      List<Placed> placed = new ArrayList<>();
      if (unit.part() == Unit.Part.CELL) {
        Integer named = listedUnder(unit.reading().text());
        if (named != null) {
          String text = unit.reading().text();
          placed.add(
              new Placed(
                  new StudyCue(0, text.length(), text, null, null, null, text, Set.of(), true),
                  named));
        }
      } else {
        placed.addAll(place(unit, finder.in(unit), study));
      }
      topics.put(unit, new Topics(study, placed));
    }
    if (its != null) {
      lastIn.put(units.get(0).section(), its);
      if (!drafts.get(its).designs().contains(Design.PRECLINICAL)) {
        lastClinical = its;
      }
    }
  }

  private @Nullable Integer topicOf(
      List<Unit> units, Unit.Part part, StudyCues finder, @Nullable Integer scope) {
    for (Unit unit : units) {
      if (unit.part() == part) {
        Integer topic = Studies.topic(place(unit, finder.in(unit), scope), null);
        if (topic != null) {
          return topic;
        }
      }
    }
    return null;
  }

  private @Nullable Integer listedUnder(String text) {
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).isCalled(text)) {
        return i;
      }
    }
    return null;
  }

  private List<Placed> place(Unit unit, List<StudyCue> cues, @Nullable Integer scope) {
    List<Placed> placed = new ArrayList<>();
    for (StudyCue cue : cues) {
      int study = resolve(cue, scope);
      for (Mention mention : unit.mentions(MentionType.STUDY)) {
        if (mention.start() < cue.end() && cue.start() < mention.end()) {
          drafts.get(study).mention(mention.id());
        }
      }
      placed.add(new Placed(cue, study));
    }
    return placed;
  }

  private int resolve(StudyCue cue, @Nullable Integer scope) {
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < drafts.size(); i++) {
      int score = drafts.get(i).agreement(cue, scope != null && scope == i);
      if (score > bestScore
          || (score == bestScore
              && score > 0
              && drafts.get(i).lastSeen() > drafts.get(best).lastSeen())) {
        best = i;
        bestScore = score;
      }
    }
    if (best < 0) {
      drafts.add(new StudyDraft());
      best = drafts.size() - 1;
    }
    drafts.get(best).add(cue, drafts.stream().mapToInt(StudyDraft::lastSeen).max().orElse(0) + 1);
    return best;
  }

  private @Nullable Integer inherited(Unit unit) {
    Section section = sections.get(unit.section());
    boolean answer = false;
    boolean clinic = true;
    while (section != null) {
      Integer heading = ofHeading.get(section.id());
      if (heading != null) {
        return heading;
      }
      Integer last = lastIn.get(section.id());
      if (last != null) {
        return last;
      }
      answer |= section.role() == SectionRole.ANSWER || section.role() == SectionRole.QUESTION;
      clinic &= section.role() != SectionRole.TROUBLESHOOTING;
      section = section.parent() == null ? null : sections.get(section.parent());
    }
    // One question follows from the other; trouble in the laboratory does not.
    return answer && clinic ? lastClinical : null;
  }
}
