package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Doses whose unit slipped: the same number per kg once and per m² several times, one of a list in
 * another unit, two that are compared without a common unit.
 */
final class DoseUnits {

  private static final Pattern LISTED =
      Pattern.compile("[\\s\\p{Punct}]*(?:,|and|or|, and|, or|/|to)\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)\\b(?:below|above|beneath|under|over|than|exceed\\p{L}*|half|twice|fraction of|equal to|as high as)\\b");

  private static final int FARTHEST = 120;

  private DoseUnits() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<Regimen> doses =
        reading.note().regimens().stream()
            .filter(its -> its.drug() != null && its.dose().value() != null)
            .filter(its -> its.dose().unit() != null)
            .toList();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = slips(reading, doses, findings);
    for (List<Regimen> list : lists(reading, doses)) {
      candidates++;
      oddOne(reading, list, findings);
    }
    candidates += comparisons(reading, doses, findings);
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** The same number of mg per kg and per m², once and several times. */
  private static int slips(NoteReading reading, List<Regimen> doses, List<FindingDraft> findings) {
    Map<String, List<Regimen>> groups = new LinkedHashMap<>();
    for (Regimen regimen : doses) {
      if (value(regimen).value().precision() > 1 && DoseConflict.interval(regimen.dose()) != null) {
        groups
            .computeIfAbsent(
                String.join(
                    " | ",
                    String.valueOf(regimen.drug()),
                    value(regimen).value().stripTrailingZeros().toPlainString(),
                    String.valueOf(DoseConflict.interval(regimen.dose())),
                    DoseConflict.subjects(reading, regimen)),
                any -> new ArrayList<>())
            .add(regimen);
      }
    }
    for (List<Regimen> group : groups.values()) {
      Map<String, List<Regimen>> byUnit = new LinkedHashMap<>();
      group.forEach(its -> byUnit.computeIfAbsent(unit(its), any -> new ArrayList<>()).add(its));
      List<List<Regimen>> sides = new ArrayList<>(byUnit.values());
      if (sides.size() != 2) {
        continue;
      }
      List<Regimen> few = sides.get(0).size() < sides.get(1).size() ? sides.get(0) : sides.get(1);
      List<Regimen> many = few == sides.get(0) ? sides.get(1) : sides.get(0);
      if (few.size() == 1 && many.size() > 1) {
        String one = DoseWording.words(few.get(0));
        String other = DoseWording.words(many.get(0));
        findings.add(
            DoseConflict.draft(
                    reading,
                    Severity.WARNING,
                    "The dose is " + one + " here and " + other + " elsewhere.",
                    group)
                .expected(other)
                .found(one)
                .identity("unit", String.valueOf(few.get(0).drug()), one, other));
      }
    }
    return groups.size();
  }

  /** Doses of one drug that stand in a list: {@code 10 mg/kg, 20 mg/kg and 40 mg/kg}. */
  private static List<List<Regimen>> lists(NoteReading reading, List<Regimen> doses) {
    List<List<Regimen>> lists = new ArrayList<>();
    List<Regimen> list = new ArrayList<>();
    for (Regimen regimen : doses) {
      Regimen last = list.isEmpty() ? null : list.get(list.size() - 1);
      boolean joined =
          last != null
              && Objects.equals(last.drug(), regimen.drug())
              && LISTED.matcher(between(reading, last, regimen, "")).matches();
      if (!joined) {
        list = new ArrayList<>();
        lists.add(list);
      }
      list.add(regimen);
    }
    return lists.stream().filter(its -> its.size() > 2).toList();
  }

  private static void oddOne(NoteReading reading, List<Regimen> list, List<FindingDraft> findings) {
    Map<String, List<Regimen>> byUnit = new LinkedHashMap<>();
    list.forEach(its -> byUnit.computeIfAbsent(unit(its), any -> new ArrayList<>()).add(its));
    List<Regimen> few =
        byUnit.values().stream().filter(its -> its.size() == 1).findFirst().orElse(null);
    if (byUnit.size() == 2
        && few != null
        && byUnit.keySet().stream().anyMatch(DoseUnits::isPerBody)) {
      String odd = DoseWording.words(few.get(0));
      String usual =
          byUnit.keySet().stream()
              .filter(its -> !its.equals(unit(few.get(0))))
              .findFirst()
              .orElse("");
      findings.add(
          DoseConflict.draft(
                  reading,
                  Severity.WARNING,
                  "One dose of the list is "
                      + odd
                      + ", the others are in "
                      + DoseWording.pretty(usual)
                      + ".",
                  list)
              .expected(DoseWording.pretty(usual))
              .found(odd)
              .at(sameInUnit(reading, few.get(0), usual))
              .identity("list", String.valueOf(list.get(0).drug()), odd, usual));
    }
  }

  /** Where the number of a dose stands with another unit. */
  private static List<Source> sameInUnit(NoteReading reading, Regimen dose, String unit) {
    return reading.note().regimens().stream()
        .filter(its -> Objects.equals(its.drug(), dose.drug()) && unit.equals(its.dose().unit()))
        .filter(its -> its.dose().value() != null)
        .filter(its -> value(its).value().compareTo(value(dose).value()) == 0)
        .map(its -> new Source(its.span(), its.section(), null))
        .toList();
  }

  /** Two doses of a drug, one said to be below the other, per kg and per m². */
  private static int comparisons(
      NoteReading reading, List<Regimen> doses, List<FindingDraft> findings) {
    int candidates = 0;
    for (int i = 1; i < doses.size(); i++) {
      Regimen one = doses.get(i - 1);
      Regimen other = doses.get(i);
      if (!Objects.equals(one.drug(), other.drug())
          || other.role() == Regimen.Role.EQUIVALENT
          || !COMPARED.matcher(between(reading, one, other, "-")).find()
          || !reading.sameSentence(one.span(), other.span())
          || !DoseConflict.subjects(reading, one).equals(DoseConflict.subjects(reading, other))) {
        continue;
      }
      candidates++;
      if (!unit(one).equals(unit(other)) && isPerBody(unit(one)) && isPerBody(unit(other))) {
        String first = DoseWording.words(one);
        String second = DoseWording.words(other);
        findings.add(
            DoseConflict.draft(
                    reading,
                    Severity.WARNING,
                    first + " and " + second + " are compared, but have no common unit.",
                    List.of(one, other))
                .expected("one unit for both")
                .found(first + ", " + second)
                .identity("compared", String.valueOf(one.drug()), first, second));
      }
    }
    return candidates;
  }

  private static String between(NoteReading reading, Regimen one, Regimen other, String far) {
    int from = one.span().end();
    int to = other.span().start();
    return from > to || to - from > FARTHEST ? far : reading.document().quote(new Span(from, to));
  }

  private static boolean isPerBody(String unit) {
    return unit.endsWith("/kg") || unit.endsWith("/m2");
  }

  private static ReportedNumber value(Regimen regimen) {
    return Objects.requireNonNull(regimen.dose().value());
  }

  private static String unit(Regimen regimen) {
    return Objects.requireNonNull(regimen.dose().unit());
  }
}
