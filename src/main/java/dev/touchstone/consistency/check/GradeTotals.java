package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event of any grade against the same event by grade, in one row of a table. */
final class GradeTotals {

  private static final Set<String> ANY = Set.of("any", "all", "1-5", "1-4");

  private GradeTotals() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    Map<String, Map<String, EvidenceRecord>> rows = new LinkedHashMap<>();
    for (EvidenceRecord record : reading.note().records()) {
      CellAddress cell = record.source().cell();
      String grade = record.outcome().grade();
      if (cell != null
          && grade != null
          && record.value().kind() == Measure.Kind.COUNT
          && record.value().value() != null
          && record.value().comparator() == Measure.Comparator.EQUAL) {
        String arms =
            record.arms().stream().map(NoteReading::name).collect(Collectors.joining("+"));
        rows.computeIfAbsent(cell.table() + "/" + cell.row() + "/" + arms, key -> new TreeMap<>())
            .putIfAbsent(ANY.contains(grade) ? "any" : grade, record);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Map<String, EvidenceRecord> row : rows.values()) {
      EvidenceRecord any = row.remove("any");
      if (any == null || row.isEmpty()) {
        continue;
      }
      candidates++;
      FindingDraft finding = judge(reading, any, row);
      if (finding != null) {
        findings.add(finding);
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading, EvidenceRecord any, Map<String, EvidenceRecord> grades) {
    List<EvidenceRecord> parts = new ArrayList<>();
    Set<Integer> covered = new TreeSet<>();
    // A patient counts once, by the highest grade, so grades that do not overlap add up.
    grades.forEach(
        (grade, record) -> {
          Set<Integer> levels = levels(grade);
          if (!levels.isEmpty() && levels.stream().noneMatch(covered::contains)) {
            covered.addAll(levels);
            parts.add(record);
          }
        });
    int sum = parts.stream().mapToInt(GradeTotals::count).sum();
    int most = parts.stream().mapToInt(GradeTotals::count).max().orElse(0);
    int stated = count(any);
    if (sum <= stated) {
      return null;
    }
    String added =
        parts.stream().map(part -> String.valueOf(count(part))).collect(Collectors.joining(" + "));
    String names =
        parts.stream()
            .map(part -> String.valueOf(part.outcome().grade()))
            .collect(Collectors.joining(" and "));
    List<Source> places = new ArrayList<>(parts.stream().map(EvidenceRecord::source).toList());
    places.add(any.source());
    return FindingDraft.of(
            most > stated ? Severity.ERROR : Severity.WARNING, sentence(any, sum, stated, names))
        .expected("at least " + sum)
        .found(String.valueOf(stated))
        .at(places)
        .step("Grade " + names, added, String.valueOf(sum))
        .step("Any grade", null, String.valueOf(stated))
        .settle("Look up the row in the source; any grade includes every grade.")
        .identity(
            reading.studyName(any.study()),
            any.outcome().term() == null ? any.outcome().label() : any.outcome().term(),
            added,
            stated);
  }

  private static String sentence(EvidenceRecord any, int sum, int stated, String names) {
    String term = any.outcome().term() == null ? any.outcome().label() : any.outcome().term();
    return capital(term)
        + ": "
        + stated
        + " patients with any grade, but "
        + sum
        + " with grade "
        + names
        + ".";
  }

  private static String capital(@Nullable String words) {
    return words == null || words.isEmpty()
        ? "The event"
        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static int count(EvidenceRecord record) {
    return record.value().value() == null ? 0 : record.value().value().value().intValue();
  }

  /** The grades of {@code 3-4}; empty where they are not numbers. */
  private static Set<Integer> levels(String grade) {
    if (!grade.matches("[1-5](?:-[1-5])?")) {
      return Set.of();
    }
    int[] ends = Arrays.stream(grade.split("-")).mapToInt(Integer::parseInt).toArray();
    Set<Integer> levels = new TreeSet<>();
    for (int level = ends[0]; level <= ends[ends.length - 1]; level++) {
      levels.add(level);
    }
    return levels;
  }
}
