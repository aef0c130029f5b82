package dev.touchstone.evidence;

import dev.touchstone.document.Table;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Schedule;
import dev.touchstone.mention.Schedules;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins a dose with its drug, its schedule and what it is: {@code A at 350 mg/m² or B at 75 mg/m²,
 * given intravenously every 3 weeks} are two regimens, both every three weeks.
 */
final class RegimenFinder {

  private final DoseRoles roles;

  RegimenFinder(DoseRoles roles) {
    this.roles = roles;
  }

  /**
   * The regimens of a document in the order of the text, ids {@code r1}, {@code r2}, ….
   *
   * @param complete the studies as they are reported, with all arms
   */
  List<Regimen> find(AnnotatedDocument document, StudyContext studies, List<Study> complete) {
    List<Regimen> found = new Reading(document, studies, complete).regimens();
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
    private final DoseArms arms;
    private final Map<String, Mention> toldDrug = new HashMap<>();
    private final Map<String, String> toldRoute = new HashMap<>();

    Reading(AnnotatedDocument document, StudyContext studies, List<Study> complete) {
      this.document = document;
      this.studies = studies;
      this.drugs = new DoseDrugs(document, studies);
      this.arms = new DoseArms(document, complete);
    }

    List<Regimen> regimens() {
      List<Regimen> found = new ArrayList<>(TableRegimens.find(document, studies));
      for (Unit unit : document.units()) {
        List<Mention> doses =
            unit.mentions(MentionType.DOSE).stream().filter(Reading::isAmount).toList();
        Map<Mention, Dose> resolved = new LinkedHashMap<>();
        DoseRoles.OfUnit told = roles.of(unit, doses);
        for (int i = 0; i < doses.size(); i++) {
          found.addAll(regimens(unit, doses, i, told, resolved));
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
        Unit unit,
        List<Mention> doses,
        int index,
        DoseRoles.OfUnit told,
        Map<Mention, Dose> resolved) {
      Mention mention = doses.get(index);
      Optional<String> role = told.role(index);
      // A tablet's strength is an amount; words such as "overdose" are none.
      if (role.filter(DoseRoles.NONE::equals).isPresent()) {
        if (!mention.dose().isWorded()) {
          return List.of();
        }
        role = Optional.empty();
      }
      Regimen.Role named = role.map(DoseRoles::named).orElse(null);
      Dose dose = mention.dose();
      if (takesSchedule(dose, named)) {
        dose =
            new DoseSchedules(unit, doses, resolved)
                .of(mention)
                .with(new Schedule(null, toldRoute.get(unit.section()), null, null));
        resolved.put(mention, dose);
      }
      Mention drug = drugOf(unit, mention);
      List<Regimen> found = new ArrayList<>();
      found.add(regimen(unit, mention, drug, named, told.status(index), dose));
      if (drug != null && unit.cell() == null) {
        for (Mention other : SharedDoses.others(unit, mention, drug)) {
          found.add(regimen(unit, mention, other, named, told.status(index), dose));
        }
      }
      return found;
    }

    /**
     * What is only compared with, a first dose and a sum of doses are not given on the days told
     * around them.
     */
    private static boolean takesSchedule(Dose dose, Regimen.@Nullable Role role) {
      return role != Regimen.Role.EQUIVALENT
          && role != Regimen.Role.THRESHOLD
          && dose.part() != Dose.Part.LOADING
          && dose.part() != Dose.Part.CUMULATIVE;
    }

    private Regimen regimen(
        Unit unit,
        Mention mention,
        @Nullable Mention drug,
        Regimen.@Nullable Role role,
        Regimen.@Nullable Status status,
        Dose dose) {
      Study study = studies.studyAt(unit, mention.start());
      Arm arm = arms.of(study, drug);
      Regimen.Role is = role != null ? role : roleOf(arm, unit);
      return new Regimen(
          "",
          drug == null ? null : CombinationParts.drugOf(unit, mention, drug),
          dose,
          is,
          status != null ? status : Regimen.Status.of(is),
          study == null ? null : study.id(),
          arm == null ? null : arm.id(),
          unit.section(),
          mention.span(),
          drug == null ? List.of(mention.id()) : SharedDoses.mentions(unit, mention, drug),
          unit.cell() != null && unit.block() instanceof Table table
              ? DoseBands.of(table, unit.cell().row(), unit.cell().col())
              : null);
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
      boolean counted = dose.unit() != null && dose.unit().equals("{tbl}");
      return (dose.value() != null || dose.low() != null || dose.as() != null) && !counted;
    }
  }

  private static Regimen.Role roleOf(@Nullable Arm arm, Unit unit) {
    if (arm != null && arm.role() == Arm.Role.CONTROL) {
      return Regimen.Role.COMPARATOR;
    }
    boolean told = unit.part() == Unit.Part.HEADING || unit.part() == Unit.Part.NOTE;
    return told ? Regimen.Role.REPORTED : Regimen.Role.ASSIGNED;
  }
}
