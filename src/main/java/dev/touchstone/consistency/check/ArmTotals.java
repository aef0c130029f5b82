package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sizes of a study's arms against the number randomised. */
final class ArmTotals {

  private static final Pattern ALLOCATES =
      Pattern.compile("(?i)\\b(?:randomi[sz]ed|assigned|allocated)\\b");

  private ArmTotals() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    Denominators denominators = new Denominators(reading);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Study study : reading.note().studies()) {
      List<Arm> arms = AllocationMismatch.randomisedArms(study);
      Integer randomised = study.randomised();
      if (randomised == null
          || arms.size() < 2
          || arms.stream().anyMatch(arm -> randomised.equals(arm.n()))) {
        continue;
      }
      candidates++;
      int sum = arms.stream().mapToInt(arm -> Objects.requireNonNull(arm.n())).sum();
      if (sum != randomised) {
        findings.add(finding(reading, denominators, study, arms, randomised, sum));
      }
    }
    if (findings.isEmpty()) {
      candidates += sentences(reading, findings);
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** Sentences that say how many were randomised, and how many to each arm. */
  private static int sentences(NoteReading reading, List<FindingDraft> findings) {
    int candidates = 0;
    for (Unit unit : reading.note().annotated().units()) {
      for (Sentence sentence : unit.cell() == null ? unit.sentences() : List.<Sentence>of()) {
        List<Mention> people =
            unit.mentions(sentence).stream()
                .filter(its -> its.type() == MentionType.PARTICIPANTS)
                .toList();
        List<Mention> totals = people.stream().filter(its -> role(its).equals("total")).toList();
        List<Mention> parts =
            people.stream().filter(its -> role(its).matches("intervention|control")).toList();
        String words = unit.reading().text().substring(sentence.start(), sentence.end());
        if (totals.size() != 1
            || parts.size() < 2
            || people.size() != parts.size() + 1
            || !ALLOCATES.matcher(words).find()) {
          continue;
        }
        candidates++;
        int sum = parts.stream().mapToInt(ArmTotals::n).sum();
        int total = n(totals.get(0));
        if (sum != total && parts.stream().allMatch(part -> n(part) < total)) {
          findings.add(finding(totals.get(0), parts, sum));
        }
      }
    }
    return candidates;
  }

  private static String role(Mention mention) {
    return mention.participants().role();
  }

  private static int n(Mention mention) {
    return mention.participants().n().value().intValue();
  }

  private static FindingDraft finding(Mention total, List<Mention> parts, int sum) {
    String added =
        parts.stream().map(its -> String.valueOf(n(its))).collect(Collectors.joining(" + "));
    return FindingDraft.of(
            Severity.WARNING,
            "The arms' "
                + added
                + " patients make "
                + sum
                + ", but "
                + n(total)
                + " were randomised.")
        .expected(String.valueOf(n(total)))
        .found(String.valueOf(sum))
        .at(NoteReading.at(total))
        .at(parts.stream().map(NoteReading::at).toList())
        .step("Sum of the arms", added, String.valueOf(sum))
        .step("Stated as randomised", null, String.valueOf(n(total)))
        .settle("Look up the flow of patients: randomised, treated and analysed per arm.")
        .identity("", "arms", added, n(total));
  }

  /**
   * One sentence that gives the total and its parts must add up. Otherwise more patients in the
   * arms than were randomised need an explanation; fewer may be those who were treated.
   */
  private static FindingDraft finding(
      NoteReading reading,
      Denominators denominators,
      Study study,
      List<Arm> arms,
      int randomised,
      int sum) {
    Severity severity =
        inOneSentence(reading, arms, randomised)
            ? Severity.ERROR
            : sum > randomised ? Severity.WARNING : Severity.NOTE;
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

  private static boolean inOneSentence(NoteReading reading, List<Arm> arms, int randomised) {
    List<Integer> sizes = new ArrayList<>(arms.stream().map(Arm::n).toList());
    sizes.add(randomised);
    for (Unit unit : reading.note().annotated().units()) {
      for (Sentence sentence : unit.sentences()) {
        List<Integer> here =
            unit.mentions(sentence).stream()
                .filter(its -> its.type() == MentionType.PARTICIPANTS)
                .map(its -> its.participants().n().value().intValue())
                .toList();
        if (here.containsAll(sizes)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void add(FindingDraft finding, Denominators denominators, int n) {
    Source place = denominators.placeOf(n, null);
    if (place != null) {
      finding.at(place);
    }
  }
}
