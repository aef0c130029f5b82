package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sizes of a study's arms against the number randomised. */
final class ArmTotals {

  private ArmTotals() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    Denominators denominators = new Denominators(reading);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Study study : reading.note().studies()) {
      List<Arm> arms = AllocationMismatch.randomisedArms(study);
      Integer randomised = study.randomised();
      if (randomised == null || arms.size() < 2) {
        continue;
      }
      candidates++;
      int sum = arms.stream().mapToInt(arm -> Objects.requireNonNull(arm.n())).sum();
      if (sum != randomised) {
        findings.add(finding(reading, denominators, study, arms, randomised, sum));
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /**
   * More patients in the arms than were randomised cannot be. Fewer may be those who were treated,
   * or an arm may be missing.
   */
  private static FindingDraft finding(
      NoteReading reading,
      Denominators denominators,
      Study study,
      List<Arm> arms,
      int randomised,
      int sum) {
    boolean allArms =
        study.allocation() != null && study.allocation().split(":").length == arms.size();
    Severity severity =
        sum > randomised ? Severity.ERROR : allArms ? Severity.WARNING : Severity.NOTE;
    String parts =
        arms.stream().map(arm -> String.valueOf(arm.n())).collect(Collectors.joining(" + "));
    FindingDraft finding =
        FindingDraft.of(
                severity,
                "The arms' "
                    + parts
                    + " patients make "
                    + sum
                    + ", but "
                    + randomised
                    + " were randomised.")
            .expected(String.valueOf(randomised))
            .found(String.valueOf(sum))
            .step("Sum of the arms", parts, String.valueOf(sum))
            .step("Stated as randomised", null, String.valueOf(randomised))
            .settle("Look up the flow of patients: randomised, treated and analysed per arm.")
            .identity(reading.studyName(study.id()), "arms", parts, randomised);
    for (Arm arm : arms) {
      add(finding, denominators, Objects.requireNonNull(arm.n()));
    }
    add(finding, denominators, randomised);
    if (finding.places().isEmpty()) {
      finding.at(
          study.mentions().stream()
              .map(reading::mention)
              .filter(Objects::nonNull)
              .limit(1)
              .map(NoteReading::at)
              .toList());
    }
    return finding;
  }

  private static void add(FindingDraft finding, Denominators denominators, int n) {
    Source place = denominators.placeOf(n, null);
    if (place != null) {
      finding.at(place);
    }
  }
}
