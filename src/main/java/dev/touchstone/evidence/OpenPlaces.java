package dev.touchstone.evidence;

import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Studies.Topics;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives places that name no study themselves the one that they can only be about: the only clinical
 * study of the document, else the one whose references they cite or whose drugs they name.
 */
final class OpenPlaces {

  /** What stands here is of other work, or of none. */
  private static final Set<SectionRole> APART =
      EnumSet.of(
          SectionRole.FRONT_MATTER,
          SectionRole.INTRODUCTION,
          SectionRole.MECHANISM,
          SectionRole.TROUBLESHOOTING,
          SectionRole.REFERENCES,
          SectionRole.BOILERPLATE);

  /** A study without name that is not the one spoken of before. */
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?i)\\b(?:second|third|another|separate|different|earlier|previous|prior|subsequent|later|follow-up|extension|other)\\s+(?:[\\w-]+\\s+){0,3}(?:trials?|stud(?:y|ies)|cohorts?)\\b|\\bopen-label extension\\b");

  private static final Pattern STUDY_HEADING =
      Pattern.compile("(?i).*\\b(?:trial|study|extension|pharmacolog\\w*|pharmacokinetics)\\s*$");

  private final AnnotatedDocument annotated;
  private final Map<Unit, Topics> topics;
  private final List<Integer> clinical;
  private final Map<String, Section> sections;
  private final Map<Integer, Set<String>> drugs = new HashMap<>();
  private final Map<String, Set<Integer>> cited = new HashMap<>();
  private final Set<String> elsewhere = new HashSet<>();

  private OpenPlaces(
      AnnotatedDocument annotated, Map<Unit, Topics> topics, List<StudyDraft> drafts) {
    this.annotated = annotated;
    this.topics = topics;
    this.sections = annotated.document().sectionsById();
    this.clinical =
        IntStream.range(0, drafts.size())
            .filter(i -> !drafts.get(i).designs().contains(StudyCue.Design.PRECLINICAL))
            .boxed()
            .toList();
  }

  /** Completes the topics of the units that have none. */
  static void settle(
      AnnotatedDocument annotated, Map<Unit, Topics> topics, List<StudyDraft> drafts) {
    new OpenPlaces(annotated, topics, drafts).settle();
  }

  private void settle() {
    if (clinical.isEmpty()) {
      return;
    }
    annotated.units().forEach(this::learn);
    List<Unit> units = annotated.units();
    Map<Unit, Integer> settled = new IdentityHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      int end = i + 1;
      if (units.get(i).block() instanceof Table) {
        while (end < units.size() && units.get(end).block() == units.get(i).block()) {
          end++;
        }
      }
      List<Unit> place = units.subList(i, end);
      i = end - 1;
      noteAnother(place.get(0));
      Integer study = isOpen(place) ? of(place) : null;
      if (study != null) {
        place.forEach(unit -> settled.put(unit, study));
      }
    }
    settled.forEach(
        (unit, study) ->
            topics.put(unit, new Topics(study, topics.getOrDefault(unit, Topics.NONE).cues())));
  }

  /** The drugs and references of the places that are about one study. */
  private void learn(Unit unit) {
    unit.mentions(MentionType.DRUG)
        .forEach(
            mention -> {
              Integer study = Studies.indexAt(topics, unit, mention.start());
              if (study != null && clinical.contains(study)) {
                drugs
                    .computeIfAbsent(study, key -> new LinkedHashSet<>())
                    .add(mention.drug().name());
              }
            });
    for (Passage.Mark mark : marks(unit)) {
      int source = passage(unit).source(mark.start(), mark.end()).start();
      int at = Math.max(0, unit.reading().indexOfSource(source) - 1);
      Integer study = Studies.indexAt(topics, unit, at);
      if (study != null) {
        cited.computeIfAbsent(mark.key(), key -> new LinkedHashSet<>()).add(study);
      }
    }
  }

  private void noteAnother(Unit unit) {
    Topics its = topics.getOrDefault(unit, Topics.NONE);
    String text = unit.reading().text();
    if (ANOTHER.matcher(text).find()
        || (unit.part() == Unit.Part.HEADING
            && its.cues().isEmpty()
            && STUDY_HEADING.matcher(text).matches())) {
      elsewhere.add(unit.section());
    }
  }

  private boolean isOpen(List<Unit> place) {
    for (Unit unit : place) {
      Topics its = topics.getOrDefault(unit, Topics.NONE);
      if (its.inherited() != null || !its.cues().isEmpty()) {
        return false;
      }
    }
    if (place.get(0).part() == Unit.Part.HEADING) {
      return false;
    }
    for (Section section = sections.get(place.get(0).section());
        section != null;
        section = section.parent() == null ? null : sections.get(section.parent())) {
      boolean root = section.role() == SectionRole.FRONT_MATTER && section.parent() == null;
      boolean own = section.id().equals(place.get(0).section());
      if ((APART.contains(section.role()) && (own || !root)) || elsewhere.contains(section.id())) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Integer of(List<Unit> place) {
    Set<String> named = new LinkedHashSet<>();
    List<Passage.Mark> marks = new ArrayList<>();
    for (Unit unit : place) {
      unit.mentions(MentionType.DRUG).forEach(mention -> named.add(mention.drug().name()));
      marks.addAll(marks(unit));
    }
    boolean table = place.get(0).block() instanceof Table;
    Integer ofDrugs = ofDrugs(named, table);
    if (!marks.isEmpty() && ofDrugs == null) {
      Set<Integer> studies = new LinkedHashSet<>();
      marks.forEach(mark -> studies.addAll(cited.getOrDefault(mark.key(), Set.of())));
      boolean unseen =
          cited.values().stream().anyMatch(all -> all.stream().anyMatch(clinical::contains));
      if (studies.size() == 1) {
        Integer only = studies.iterator().next();
        return clinical.contains(only) ? only : null;
      }
      // References that no study is told with are of other work.
      if (!studies.isEmpty() || unseen) {
        return null;
      }
    }
    return clinical.size() == 1 ? clinical.get(0) : ofDrugs;
  }

  /** The only study with which all these drugs are named; one drug alone is a hint for tables. */
  private @Nullable Integer ofDrugs(Set<String> named, boolean table) {
    if (named.size() < (table ? 1 : 2)) {
      return null;
    }
    List<Integer> fit =
        clinical.stream()
            .filter(study -> drugs.getOrDefault(study, Set.of()).containsAll(named))
            .toList();
    return fit.size() == 1 ? fit.get(0) : null;
  }

  private static List<Passage.Mark> marks(Unit unit) {
    return passage(unit).citations();
  }

  private static Passage passage(Unit unit) {
    return unit.block() instanceof Paragraph paragraph ? paragraph.passage() : Passage.EMPTY;
  }
}
