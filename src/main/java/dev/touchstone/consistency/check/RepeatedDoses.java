package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A drug that a report gives at one dose wherever it speaks of it, and once at another: {@code 40
 * mg simvastatin} in the abstract, {@code 400 mg} in Methods.
 *
 * <p>Three readings make two doses one: abstract and methods have one dose each that the other has
 * not; sentences of both list the same drugs and differ in one dose; or the one is the other times
 * a power of ten and stands alone against several.
 */
final class RepeatedDoses {

  private RepeatedDoses() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    GivenDoses given = GivenDoses.of(reading);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (List<GivenDoses.Place> group : given.byDrug()) {
      if (group.stream().map(GivenDoses.Place::region).distinct().count() < 2) {
        continue;
      }
      candidates++;
      Pair pair = pair(given, group);
      if (pair != null) {
        findings.add(finding(reading, pair.odd, pair.others));
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private record Pair(GivenDoses.Place odd, List<GivenDoses.Place> others) {}

  private static @Nullable Pair pair(GivenDoses given, List<GivenDoses.Place> group) {
    List<List<GivenDoses.Place>> doses = byAmount(group);
    for (List<GivenDoses.Place> few : doses) {
      if (few.size() != 1) {
        continue;
      }
      GivenDoses.Place odd = few.get(0);
      for (List<GivenDoses.Place> many : doses) {
        if (many == few || given.mayBeOneDose(odd, many)) {
          continue;
        }
        boolean one = isOneOfEach(odd, many, doses);
        boolean listed = given.isListedAlike(odd, many);
        boolean slip = given.isPowerOfTen(odd, many) && many.size() > 1 && isAcross(odd, many);
        if ((one || listed || slip) && !given.tellsSeveral(odd, many)) {
          return new Pair(odd, many);
        }
      }
    }
    return null;
  }

  /** Rarest first. */
  private static List<List<GivenDoses.Place>> byAmount(List<GivenDoses.Place> group) {
    Map<String, List<GivenDoses.Place>> doses = new LinkedHashMap<>();
    for (GivenDoses.Place place : group) {
      doses
          .computeIfAbsent(
              place.amount().stripTrailingZeros().toPlainString(), any -> new ArrayList<>())
          .add(place);
    }
    return doses.values().stream().sorted(Comparator.comparingInt(List::size)).toList();
  }

  /** Whether the abstract has one dose that Methods have not, and Methods one in its place. */
  private static boolean isOneOfEach(
      GivenDoses.Place odd, List<GivenDoses.Place> many, List<List<GivenDoses.Place>> doses) {
    List<List<GivenDoses.Place>> onlyAbstract = new ArrayList<>();
    List<List<GivenDoses.Place>> onlyMethods = new ArrayList<>();
    for (List<GivenDoses.Place> dose : doses) {
      boolean abstracted = dose.stream().anyMatch(GivenDoses.Place::isOfAbstract);
      boolean methods = dose.stream().anyMatch(GivenDoses.Place::isOfMethods);
      if (abstracted && !methods) {
        onlyAbstract.add(dose);
      } else if (methods && !abstracted) {
        onlyMethods.add(dose);
      }
    }
    if (onlyAbstract.size() != 1 || onlyMethods.size() != 1) {
      return false;
    }
    List<GivenDoses.Place> its = odd.isOfAbstract() ? onlyAbstract.get(0) : onlyMethods.get(0);
    List<GivenDoses.Place> other = odd.isOfAbstract() ? onlyMethods.get(0) : onlyAbstract.get(0);
    return its.contains(odd) && other == many;
  }

  private static boolean isAcross(GivenDoses.Place odd, List<GivenDoses.Place> many) {
    return odd.isOfAbstract() || many.stream().anyMatch(GivenDoses.Place::isOfAbstract);
  }

  private static FindingDraft finding(
      NoteReading reading, GivenDoses.Place odd, List<GivenDoses.Place> others) {
    boolean powers = GivenDoses.isPowerOfTen(odd.amount(), others.get(0).amount());
    String first = words(odd.regimen());
    String second = words(others.get(0).regimen());
    String where = others.size() > 1 ? "everywhere else" : reading.place(others.get(0).source());
    FindingDraft finding =
        FindingDraft.of(
                powers ? Severity.ERROR : Severity.WARNING,
                odd.regimen().drug()
                    + " is given at "
                    + first
                    + " here and at "
                    + second
                    + " "
                    + where
                    + ".")
            .expected(second)
            .found(first)
            .at(odd.source())
            .settle("Look up the dose in the protocol or the registry.")
            .identity("repeated", String.valueOf(odd.regimen().drug()), first, second);
    finding.step(
        capital(reading.place(odd.source())), powers ? "a power of ten" : "another dose", first);
    for (GivenDoses.Place other : others) {
      Source place = other.source();
      finding.at(place).step(capital(reading.place(place)), null, words(other.regimen()));
    }
    return finding;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String words(Regimen regimen) {
    ReportedNumber value = Objects.requireNonNull(regimen.dose().value());
    BigDecimal number = value.value();
    return Figures.plain(number) + " " + DoseWording.pretty(String.valueOf(regimen.dose().unit()));
  }
}
