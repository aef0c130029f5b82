package dev.touchstone.evidence;

import dev.touchstone.document.Section;
import dev.touchstone.document.Table;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Schedule;
import dev.touchstone.mention.Schedules;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins a dose with its drug, its schedule and what it is: {@code A at 350 mg/m² or B at 75 mg/m²,
 * given intravenously every 3 weeks} are two regimens, both every three weeks.
 */
final class RegimenFinder {

  private final RegimenCues cues;

  RegimenFinder(RegimenCues cues) {
    this.cues = cues;
  }

  /** The regimens of a document in the order of the text, ids {@code r1}, {@code r2}, …. */
  List<Regimen> find(AnnotatedDocument document, StudyContext studies) {
    DoseDrugs drugs = new DoseDrugs(document, studies);
    Map<String, String> routes = routesBySection(document);
    List<Regimen> found = new ArrayList<>(TableRegimens.find(document, studies, drugs));
    Map<String, Mention> toldInSection = new HashMap<>();
    for (Unit unit : document.units()) {
      List<Mention> doses =
          unit.mentions(MentionType.DOSE).stream().filter(RegimenFinder::hasAmount).toList();
      for (int i = 0; i < doses.size(); i++) {
        read(document, unit, doses, i, drugs, studies, routes, toldInSection).ifPresent(found::add);
      }
    }
    found.sort(java.util.Comparator.comparing(Regimen::span));
    List<Regimen> numbered = new ArrayList<>();
    for (Regimen regimen : found) {
      numbered.add(withId(regimen, "r" + (numbered.size() + 1)));
    }
    return numbered;
  }

  private Optional<Regimen> read(
      AnnotatedDocument document,
      Unit unit,
      List<Mention> doses,
      int index,
      DoseDrugs drugs,
      StudyContext studies,
      Map<String, String> routes,
      Map<String, Mention> toldInSection) {
    Mention mention = doses.get(index);
    Surroundings around = Surroundings.of(unit, doses, index);
    Optional<RegimenCues.Verdict> verdict = cues.judge(around.before(), around.after());
    if (verdict.isEmpty() && unit.cell() != null && unit.block() instanceof Table table) {
      verdict = cues.judge(TableRegimens.rowLabel(table, unit.cell().row()), "");
    }
    if (verdict.isPresent() && verdict.get().isNoRegimen()) {
      return Optional.empty();
    }
    Mention drug =
        unit.cell() != null && unit.block() instanceof Table table
            ? TableRegimens.drugOf(document, table, unit, mention, drugs)
            : drugs.drugOf(unit, mention, toldInSection.get(unit.section()));
    if (drug != null) {
      toldInSection.put(unit.section(), drug);
    }
    Study study = studies.studyAt(unit, mention.start());
    Arm arm = armOf(study, drug);
    Regimen.Role role = verdict.map(RegimenCues.Verdict::role).orElseGet(() -> roleOf(arm, unit));
    Dose dose = mention.dose();
    if (role != Regimen.Role.EQUIVALENT) {
      dose = scheduled(dose, unit, doses, index);
      if (dose.route() == null && routes.containsKey(unit.section())) {
        dose = with(dose, new Schedule(null, routes.get(unit.section()), null, null));
      }
    }
    List<String> mentions = new ArrayList<>();
    if (drug != null) {
      mentions.add(drug.id());
    }
    mentions.add(mention.id());
    return Optional.of(
        new Regimen(
            "",
            drug == null ? null : drug.drug().name(),
            dose,
            Objects.requireNonNull(role),
            study == null ? null : study.id(),
            arm == null ? null : arm.id(),
            unit.section(),
            mention.span(),
            mentions));
  }

  /** Gives a dose the schedule told for it elsewhere in its sentence or in the sentence before. */
  private static Dose scheduled(Dose dose, Unit unit, List<Mention> doses, int index) {
    Mention mention = doses.get(index);
    Sentence sentence = DoseDrugs.sentenceOf(unit, mention);
    if (sentence == null) {
      return dose;
    }
    Dose result = dose;
    String text = unit.reading().text();
    List<Mention> inSentence =
        doses.stream()
            .filter(d -> d.start() >= sentence.start() && d.end() <= sentence.end())
            .toList();
    if (result.frequency() == null) {
      for (Mention other : inSentence) {
        boolean coordinated =
            other.start() >= mention.end()
                && text.substring(mention.end(), other.start()).indexOf(';') < 0;
        if (coordinated && other.dose().frequency() != null) {
          result = with(result, scheduleOf(other.dose()));
          break;
        }
      }
    }
    int from = inSentence.get(inSentence.size() - 1).end();
    int semicolon = text.indexOf(';', mention.end());
    int clauseEnd = semicolon >= 0 && semicolon < sentence.end() ? semicolon : sentence.end();
    if (from <= clauseEnd) {
      result = with(result, Schedules.parse(text.substring(from, clauseEnd)));
    }
    if (result.frequency() == null) {
      int clauseStart = Math.max(sentence.start(), text.lastIndexOf(';', mention.start()) + 1);
      int previous =
          inSentence.indexOf(mention) == 0
              ? clauseStart
              : Math.max(clauseStart, inSentence.get(inSentence.indexOf(mention) - 1).end());
      if (previous < mention.start()) {
        result = with(result, Schedules.parse(text.substring(previous, mention.start())));
      }
    }
    if (result.frequency() == null) {
      result = with(result, sameAmountElsewhere(mention, doses));
    }
    if (result.frequency() == null && result.cycle() == null && result.days() == null) {
      result = with(result, scheduleBefore(unit, sentence, doses));
    }
    return result;
  }

  /** A sentence that tells a schedule and no dose speaks of the doses behind it. */
  private static Schedule scheduleBefore(Unit unit, Sentence sentence, List<Mention> doses) {
    String text = unit.reading().text();
    Schedule nearest = Schedule.NONE;
    for (Sentence earlier : unit.sentences()) {
      if (earlier.start() >= sentence.start()) {
        break;
      }
      boolean tellsDose =
          doses.stream().anyMatch(d -> d.start() >= earlier.start() && d.end() <= earlier.end());
      Schedule schedule = Schedules.parse(text.substring(earlier.start(), earlier.end()));
      if (!tellsDose
          && (schedule.cycle() != null
              || schedule.days() != null
              || schedule.frequency() != null && schedule.route() != null)) {
        nearest = schedule;
      }
    }
    return nearest;
  }

  private static Schedule sameAmountElsewhere(Mention mention, List<Mention> doses) {
    Dose dose = mention.dose();
    return doses.stream()
        .filter(
            other ->
                other != mention
                    && other.dose().frequency() != null
                    && sharesAmount(dose, other.dose()))
        .findFirst()
        .map(other -> new Schedule(other.dose().frequency(), null, null, null))
        .orElse(Schedule.NONE);
  }

  private static boolean sharesAmount(Dose one, Dose other) {
    if (one.value() == null || !Objects.equals(one.unit(), other.unit())) {
      return false;
    }
    return Stream.of(other.value(), other.low(), other.high())
        .filter(Objects::nonNull)
        .anyMatch(number -> number.value().compareTo(one.value().value()) == 0);
  }

  private static Schedule scheduleOf(Dose dose) {
    return new Schedule(dose.frequency(), dose.route(), dose.days(), dose.cycle());
  }

  /** A dose with the parts of a schedule that it does not have itself. */
  static Dose with(Dose dose, Schedule schedule) {
    return new Dose(
        dose.value(),
        dose.low(),
        dose.high(),
        dose.unit(),
        dose.frequency() != null ? dose.frequency() : schedule.frequency(),
        dose.route() != null ? dose.route() : schedule.route(),
        dose.days() != null ? dose.days() : schedule.days(),
        dose.cycle() != null ? dose.cycle() : schedule.cycle(),
        dose.daily(),
        dose.as());
  }

  private static boolean hasAmount(Mention mention) {
    Dose dose = mention.dose();
    return dose.value() != null || dose.low() != null;
  }

  private static @Nullable Arm armOf(@Nullable Study study, @Nullable Mention drug) {
    if (study == null || drug == null) {
      return null;
    }
    return study.arms().stream()
        .filter(arm -> drug.drug().name().equals(arm.drug()))
        .findFirst()
        .orElse(null);
  }

  private static Regimen.Role roleOf(@Nullable Arm arm, Unit unit) {
    if (arm != null && arm.role() == Arm.Role.CONTROL) {
      return Regimen.Role.COMPARATOR;
    }
    return unit.part() == Unit.Part.HEADING || unit.part() == Unit.Part.NOTE
        ? Regimen.Role.REPORTED
        : Regimen.Role.ASSIGNED;
  }

  /** Routes of the sections that name exactly one: an oral drug's doses are all oral. */
  private static Map<String, String> routesBySection(AnnotatedDocument document) {
    Map<String, Set<String>> all = new HashMap<>();
    for (Unit unit : document.units()) {
      if (unit.part() == Unit.Part.LIST_ITEM || unit.part() == Unit.Part.TEXT) {
        String route = Schedules.parse(unit.reading().text()).route();
        if (route != null) {
          all.computeIfAbsent(unit.section(), id -> new LinkedHashSet<>()).add(route);
        }
      }
    }
    Map<String, String> single = new HashMap<>();
    for (Section section : document.document().sections()) {
      Set<String> routes = all.getOrDefault(section.id(), Set.of());
      if (routes.size() == 1) {
        single.put(section.id(), routes.iterator().next());
      }
    }
    return single;
  }

  private static Regimen withId(Regimen regimen, String id) {
    return new Regimen(
        id,
        regimen.drug(),
        regimen.dose(),
        regimen.role(),
        regimen.study(),
        regimen.arm(),
        regimen.section(),
        regimen.span(),
        regimen.mentions());
  }

  /** The words around a dose that may tell what it is. */
  private record Surroundings(String before, String after) {

    static Surroundings of(Unit unit, List<Mention> doses, int index) {
      String text = unit.reading().text();
      Mention dose = doses.get(index);
      Sentence sentence = DoseDrugs.sentenceOf(unit, dose);
      int from = sentence == null ? 0 : sentence.start();
      int to = sentence == null ? text.length() : sentence.end();
      from = Math.max(from, text.lastIndexOf(';', dose.start()) + 1);
      int semicolon = text.indexOf(';', dose.end());
      to = semicolon >= 0 ? Math.min(to, semicolon) : to;
      if (index + 1 < doses.size()) {
        to = Math.max(dose.end(), Math.min(to, doses.get(index + 1).start()));
      }
      return new Surroundings(
          text.substring(Math.min(from, dose.start()), dose.start()),
          text.substring(dose.end(), Math.max(to, dose.end())));
    }
  }
}
