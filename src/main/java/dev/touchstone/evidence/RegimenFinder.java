package dev.touchstone.evidence;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins a dose with its drug, its schedule and what it is: {@code A at 350 mg/m² or B at 75 mg/m²,
 * given intravenously every 3 weeks} are two regimens, both every three weeks.
 */
final class RegimenFinder {

  /** A bracket that is closed again says nothing of what stands behind it. */
  private static final Pattern CLOSED_BRACKET = Pattern.compile("\\([^()]*\\)");

  private final RegimenCues cues;

  RegimenFinder(RegimenCues cues) {
    this.cues = cues;
  }

  /** The regimens of a document in the order of the text, ids {@code r1}, {@code r2}, …. */
  List<Regimen> find(AnnotatedDocument document, StudyContext studies) {
    List<Regimen> found = new Reading(document, studies).regimens();
    found.sort(Comparator.comparing(Regimen::span));
    List<Regimen> numbered = new ArrayList<>();
    for (Regimen regimen : found) {
      numbered.add(regimen.withId("r" + (numbered.size() + 1)));
    }
    return numbered;
  }

  /** One document, read from its beginning; what was told earlier in a section is remembered. */
  private final class Reading {

    private final AnnotatedDocument document;
    private final StudyContext studies;
    private final DoseDrugs drugs;
    private final Map<String, Mention> toldDrug = new HashMap<>();
    private final Map<String, String> toldRoute = new HashMap<>();

    Reading(AnnotatedDocument document, StudyContext studies) {
      this.document = document;
      this.studies = studies;
      this.drugs = new DoseDrugs(document, studies);
    }

    List<Regimen> regimens() {
      List<Regimen> found = new ArrayList<>(TableRegimens.find(document, studies));
      for (Unit unit : document.units()) {
        List<Mention> doses =
            unit.mentions(MentionType.DOSE).stream().filter(Reading::isAmount).toList();
        Map<Mention, Dose> resolved = new LinkedHashMap<>();
        for (int i = 0; i < doses.size(); i++) {
          found.addAll(regimens(unit, doses, i, resolved));
        }
        if (doses.isEmpty()
            && (unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM)) {
          rememberRoute(unit);
        }
      }
      return found;
    }

    /** One for each drug that is given at the dose: {@code high-dose busulfan and melphalan}. */
    private List<Regimen> regimens(
        Unit unit, List<Mention> doses, int index, Map<Mention, Dose> resolved) {
      Mention mention = doses.get(index);
      Optional<RegimenCues.Verdict> verdict = judge(unit, doses, index);
      // A tablet's strength is an amount; words such as "overdose" are none.
      if (verdict.isPresent() && verdict.get().isNoRegimen()) {
        if (!SharedDoses.isWorded(mention)) {
          return List.of();
        }
        verdict = Optional.empty();
      }
      Mention drug = drugOf(unit, mention);
      List<Regimen> found = new ArrayList<>();
      found.add(regimen(unit, doses, mention, drug, verdict, resolved));
      if (drug != null && unit.cell() == null) {
        for (Mention other : SharedDoses.others(unit, mention, drug)) {
          found.add(regimen(unit, doses, mention, other, verdict, resolved));
        }
      }
      return found;
    }

    private Regimen regimen(
        Unit unit,
        List<Mention> doses,
        Mention mention,
        @Nullable Mention drug,
        Optional<RegimenCues.Verdict> verdict,
        Map<Mention, Dose> resolved) {
      Study study = studies.studyAt(unit, mention.start());
      Arm arm = armOf(study, drug);
      Regimen.Role role = verdict.map(RegimenCues.Verdict::role).orElseGet(() -> roleOf(arm, unit));
      Dose dose = mention.dose();
      if (role != Regimen.Role.EQUIVALENT) {
        dose = new DoseSchedules(unit, doses, resolved).of(mention);
        dose =
            DoseSchedules.with(dose, new Schedule(null, toldRoute.get(unit.section()), null, null));
        resolved.put(mention, dose);
      }
      return new Regimen(
          "",
          drug == null ? null : drug.drug().name(),
          dose,
          Objects.requireNonNull(role),
          study == null ? null : study.id(),
          arm == null ? null : arm.id(),
          unit.section(),
          mention.span(),
          drug == null ? List.of(mention.id()) : SharedDoses.mentions(unit, mention, drug));
    }

    /**
     * What the words around a dose say: those of its own clause first, then those of its sentence.
     */
    private Optional<RegimenCues.Verdict> judge(Unit unit, List<Mention> doses, int index) {
      String text = unit.reading().text();
      Mention dose = doses.get(index);
      Sentence sentence = DoseDrugs.sentenceOf(unit, dose);
      int from = sentence == null ? 0 : sentence.start();
      int to = sentence == null ? text.length() : sentence.end();
      if (index + 1 < doses.size()) {
        to = Math.max(dose.end(), Math.min(to, doses.get(index + 1).start()));
      }
      int semicolon = text.indexOf(';', dose.end());
      to = semicolon < 0 ? to : Math.max(dose.end(), Math.min(to, semicolon));
      String sentenceBefore =
          CLOSED_BRACKET
              .matcher(text.substring(Math.min(from, dose.start()), dose.start()))
              .replaceAll(" ");
      String before = sentenceBefore.substring(sentenceBefore.lastIndexOf(';') + 1);
      Optional<RegimenCues.Verdict> verdict = cues.judge(before, text.substring(dose.end(), to));
      if (verdict.isEmpty() && before.length() < sentenceBefore.length()) {
        verdict = cues.judge(sentenceBefore, "");
      }
      if (verdict.isEmpty() && unit.cell() != null && unit.block() instanceof Table table) {
        verdict = cues.judge(TableRegimens.rowLabel(table, unit.cell().row()), "");
      }
      return verdict;
    }

    private @Nullable Mention drugOf(Unit unit, Mention mention) {
      Mention drug =
          unit.cell() != null && unit.block() instanceof Table table
              ? TableRegimens.drugOf(document, table, unit, mention, drugs)
              : drugs.drugOf(unit, mention, toldDrug.get(unit.section()));
      if (drug != null) {
        toldDrug.put(unit.section(), drug);
      }
      return drug;
    }

    /** "Regimen: continuous oral treatment" holds for the doses that follow in its section. */
    private void rememberRoute(Unit unit) {
      String route = Schedules.parse(unit.reading().text()).route();
      if (route != null) {
        toldRoute.put(unit.section(), route);
      }
    }

    /** "High-dose" is a dose too; a number of tablets is no amount of a drug. */
    private static boolean isAmount(Mention mention) {
      Dose dose = mention.dose();
      boolean counted = dose.unit() != null && dose.unit().startsWith("{");
      return (dose.value() != null || dose.low() != null || dose.as() != null) && !counted;
    }
  }

  private static @Nullable Arm armOf(@Nullable Study study, @Nullable Mention drug) {
    return drug == null ? null : Studies.armOfDrug(study, drug.drug().name());
  }

  private static Regimen.Role roleOf(@Nullable Arm arm, Unit unit) {
    if (arm != null && arm.role() == Arm.Role.CONTROL) {
      return Regimen.Role.COMPARATOR;
    }
    boolean told = unit.part() == Unit.Part.HEADING || unit.part() == Unit.Part.NOTE;
    return told ? Regimen.Role.REPORTED : Regimen.Role.ASSIGNED;
  }
}
