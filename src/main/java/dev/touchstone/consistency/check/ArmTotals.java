package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sizes of a study's arms against the number randomised. */
final class ArmTotals {

  private static final Pattern ALLOCATES =
      Pattern.compile("(?i)\\b(?:randomi[sz]ed|assigned|allocated)\\b");

  private static final Pattern LEFT_OUT =
      Pattern.compile("(?i)\\b(?:excluded|ineligible|withdrew|discontinued|recruited|screened)\\b");

  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?<![\\d.,])(?<!\\bof )(\\d{1,3}(?:,\\d{3})+|\\d{2,5}) (?:patients|participants|subjects|adults|children|women|men)\\b");

  private ArmTotals() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    Denominators denominators = reading.denominators();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    List<AssignedGroups> groups = reading.assignedGroups();
    Map<FindingDraft, Integer> sums = new IdentityHashMap<>();
    for (Study study : reading.note().studies()) {
      List<Arm> arms = AllocationMismatch.randomisedArms(study);
      Integer randomised = study.randomised();
      int most = arms.stream().mapToInt(arm -> Objects.requireNonNull(arm.n())).max().orElse(0);
      if (randomised == null || arms.size() < 2 || most > 2 * randomised || most == randomised) {
        // An arm that large says that another number was read.
        continue;
      }
      candidates++;
      int sum = arms.stream().mapToInt(arm -> Objects.requireNonNull(arm.n())).sum();
      if (sum != randomised && !isToldRightly(groups, arms, randomised)) {
        findings.add(finding(reading, denominators, study, arms, randomised, sum));
      }
    }
    if (findings.isEmpty()) {
      candidates += sentences(reading, findings, sums);
    }
    findings.removeIf(finding -> groups.stream().anyMatch(its -> tellsRightly(its, finding)));
    // Where else the note prints what the arms make.
    findings.stream()
        .filter(sums::containsKey)
        .forEach(
            finding -> denominators.placesOf(sums.getOrDefault(finding, 0)).forEach(finding::at));
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** Whether the total of a finding stands in a sentence whose groups make it. */
  private static boolean tellsRightly(AssignedGroups groups, FindingDraft finding) {
    Source total = groups.totalPlace();
    return total != null
        && Objects.equals(groups.total(), groups.sum())
        && finding.places().stream()
            .anyMatch(
                its -> its.span().contains(total.span()) || total.span().contains(its.span()));
  }

  /** Whether a sentence, or some of the arms, make the total: then an arm was missed or doubled. */
  private static boolean isToldRightly(
      List<AssignedGroups> groups, List<Arm> arms, int randomised) {
    List<Integer> sizes = arms.stream().map(Arm::n).toList();
    if (groups.stream()
        .filter(its -> Objects.equals(its.total(), its.sum()))
        .anyMatch(its -> its.sum() == randomised || its.sizes().equals(sizes))) {
      return true;
    }
    int subsets = arms.size() > 2 && arms.size() <= 10 ? 1 << arms.size() : 0;
    for (int chosen = 0; chosen < subsets; chosen++) {
      int sum = 0;
      for (int i = 0; i < arms.size(); i++) {
        sum += (chosen >> i & 1) == 0 ? 0 : Objects.requireNonNull(arms.get(i).n());
      }
      if (sum == randomised) {
        return true;
      }
    }
    return false;
  }

  /** Sentences that say how many were randomised, and how many to each arm. */
  private static int sentences(
      NoteReading reading, List<FindingDraft> findings, Map<FindingDraft, Integer> sums) {
    int candidates = 0;
    for (Unit unit : reading.prose()) {
      if (unit.mentions(MentionType.PARTICIPANTS).size() < 2) {
        continue;
      }
      for (Sentence sentence : unit.sentences()) {
        List<Mention> people =
            unit.mentions(sentence).stream()
                .filter(its -> its.type() == MentionType.PARTICIPANTS)
                .filter(its -> !its.origin().equals(Participants.DENOMINATOR))
                .toList();
        List<Mention> totals = people.stream().filter(its -> role(its).equals("total")).toList();
        List<Mention> parts =
            people.stream().filter(its -> role(its).matches("intervention|control")).toList();
        String words = unit.reading().text().substring(sentence.start(), sentence.end());
        Total total =
            totals.size() == 1
                ? new Total(n(totals.get(0)), NoteReading.at(totals.get(0)))
                : totals.isEmpty() && !parts.isEmpty()
                    ? opening(unit, sentence, words, parts.get(0))
                    : null;
        if (total == null
            || parts.size() < 2
            || people.size() != parts.size() + totals.size()
            || !ALLOCATES.matcher(words).find()) {
          continue;
        }
        candidates++;
        int sum = parts.stream().mapToInt(ArmTotals::n).sum();
        if (sum != total.n
            && parts.stream().allMatch(part -> n(part) < total.n)
            && !isExplained(words, parts, total.n, sum)) {
          FindingDraft finding = finding(total, parts, sum);
          findings.add(finding);
          sums.put(finding, sum);
        }
      }
    }
    return candidates;
  }

  /**
   * Whether the sentence itself tells why the groups do not make its total: it prints their sum as
   * well, some of them make the total, or it tells of those who were left out.
   */
  private static boolean isExplained(String words, List<Mention> parts, int total, int sum) {
    List<Integer> printed = AssignedGroups.numbers(words);
    return printed.contains(sum)
        || makesSome(parts.stream().map(ArmTotals::n).toList(), total, printed)
        || LEFT_OUT.matcher(words).find();
  }

  /** Whether some neighbouring sizes make the total, or another number of the sentence. */
  private static boolean makesSome(List<Integer> sizes, int total, List<Integer> printed) {
    for (int from = 0; from < sizes.size(); from++) {
      int sum = sizes.get(from);
      for (int to = from + 1; to < sizes.size(); to++) {
        sum += sizes.get(to);
        if (sum == total || printed.contains(sum)) {
          return true;
        }
      }
    }
    return false;
  }

  /** All patients of a sentence, and where it says how many they are. */
  private record Total(int n, Source place) {}

  /** The patients that a sentence opens with before it names its arms; null where there is none. */
  private static @Nullable Total opening(
      Unit unit, Sentence sentence, String words, Mention first) {
    Matcher people = PEOPLE.matcher(words);
    if (!people.find() || sentence.start() + people.end() > first.start()) {
      return null;
    }
    int start = sentence.start() + people.start(1);
    int end = sentence.start() + people.end(1);
    return new Total(
        Integer.parseInt(people.group(1).replace(",", "")),
        new Source(unit.reading().source(start, end), first.section(), null));
  }

  private static String role(Mention mention) {
    return mention.participants().role();
  }

  private static int n(Mention mention) {
    return mention.participants().n().value().intValue();
  }

  private static FindingDraft finding(Total total, List<Mention> parts, int sum) {
    String added =
        parts.stream().map(its -> String.valueOf(n(its))).collect(Collectors.joining(" + "));
    return FindingDraft.of(
            Severity.WARNING,
            "The arms' "
                + added
                + " patients make "
                + sum
                + ", but "
                + total.n
                + " were randomised.")
        .expected(String.valueOf(total.n))
        .found(String.valueOf(sum))
        .at(total.place)
        .at(parts.stream().map(NoteReading::at).toList())
        .step("Sum of the arms", added, String.valueOf(sum))
        .step("Stated as randomised", null, String.valueOf(total.n))
        .settle("Look up the flow of patients: randomised, treated and analysed per arm.")
        .identity("", "arms", added, total.n);
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
                .filter(its -> !its.origin().equals(Participants.DENOMINATOR))
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
