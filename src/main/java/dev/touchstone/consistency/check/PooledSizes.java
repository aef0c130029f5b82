package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that gives the sizes of both arms, one of them as the tables have it and the other
 * not.
 */
final class PooledSizes {

  private PooledSizes() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.prose()) {
      if (unit.mentions(MentionType.PARTICIPANTS).size() < 2) {
        continue;
      }
      for (Sentence sentence : unit.sentences()) {
        Mention intervention = only(unit, sentence, "intervention");
        Mention control = only(unit, sentence, "control");
        if (intervention != null && control != null) {
          candidates++;
          FindingDraft finding = judge(reading, intervention, control);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** The one number of a role in a sentence; null where there is none, or several. */
  private static @Nullable Mention only(Unit unit, Sentence sentence, String role) {
    List<Mention> found =
        unit.mentions(sentence).stream()
            .filter(its -> its.type() == MentionType.PARTICIPANTS)
            .filter(its -> its.participants().role().equals(role))
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading, Mention intervention, Mention control) {
    int n = n(intervention);
    int m = n(control);
    List<Study> half = new ArrayList<>();
    for (Study study : reading.note().studies()) {
      List<Arm> arms = AllocationMismatch.randomisedArms(study);
      if (arms.size() != 2) {
        continue;
      }
      boolean first = Objects.equals(arms.get(0).n(), n);
      boolean second = Objects.equals(arms.get(1).n(), m);
      if (first && second) {
        return null;
      }
      if (first || second) {
        half.add(study);
      }
    }
    if (half.size() != 1) {
      return null;
    }
    Study study = half.get(0);
    List<Arm> arms = AllocationMismatch.randomisedArms(study);
    boolean wrongControl = Objects.equals(arms.get(0).n(), n);
    Mention wrong = wrongControl ? control : intervention;
    Arm arm = arms.get(wrongControl ? 1 : 0);
    int stated = n(wrong);
    // A number that a table prints too, such as those randomised before treatment, is explained.
    return isCounted(reading, stated) ? null : finding(reading, study, arm, wrong, stated);
  }

  private static boolean isCounted(NoteReading reading, int n) {
    for (Table table : reading.tables()) {
      for (Cell cell : table.cells()) {
        Integer count = CellNumber.count(cell);
        if (count != null && count == n) {
          return true;
        }
      }
    }
    return reading.note().studies().stream()
        .flatMap(study -> study.arms().stream())
        .anyMatch(arm -> Objects.equals(arm.n(), n));
  }

  private static FindingDraft finding(
      NoteReading reading, Study study, Arm arm, Mention wrong, int stated) {
    int size = Objects.requireNonNull(arm.n());
    String name = NoteReading.name(arm);
    // Articles count several populations of one trial.
    boolean article = reading.isArticle();
    Denominators denominators = reading.denominators();
    FindingDraft finding =
        FindingDraft.of(
                article ? Severity.NOTE : Severity.WARNING,
                name
                    + " has "
                    + Figures.plain(stated)
                    + " patients "
                    + reading.place(NoteReading.at(wrong))
                    + ", but "
                    + Figures.plain(size)
                    + " in the tables.")
            .expected(Figures.plain(size))
            .found(Figures.plain(stated))
            .at(NoteReading.at(wrong))
            .settle("Look up the number of patients of this arm in the source.")
            .identity(reading.studyName(study.id()), "size", name, stated, size);
    for (Source place : places(reading, denominators, size)) {
      finding.at(place);
    }
    List<Integer> parts =
        reading.note().studies().stream()
            .filter(other -> other != study)
            .flatMap(other -> other.arms().stream())
            .filter(other -> NoteReading.name(other).equalsIgnoreCase(name))
            .map(Arm::n)
            .filter(Objects::nonNull)
            .toList();
    int sum = parts.stream().mapToInt(Integer::intValue).sum();
    if (parts.size() > 1 && sum == size) {
      finding.step(
          "Sum over the studies",
          parts.stream().map(Figures::plain).collect(Collectors.joining(" + ")),
          Figures.plain(sum));
    }
    return finding
        .step("In the tables", name, Figures.plain(size))
        .step("In the sentence", null, Figures.plain(stated));
  }

  /** Where tables print the size: in a header, and as a count. */
  private static List<Source> places(NoteReading reading, Denominators denominators, int size) {
    List<Source> places = new ArrayList<>();
    Source header = denominators.placeOf(size, null);
    if (header != null) {
      places.add(header);
    }
    for (Table table : reading.tables()) {
      for (Cell cell : table.cells()) {
        Integer count = CellNumber.count(cell);
        if (count != null && count == size) {
          places.add(NoteReading.at(table, cell));
        }
      }
    }
    return places;
  }

  private static int n(Mention mention) {
    return mention.participants().n().value().intValue();
  }
}
