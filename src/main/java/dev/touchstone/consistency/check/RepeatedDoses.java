package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A drug that an article gives at one dose wherever it speaks of it, and once at another: {@code 40
 * mg simvastatin} in the abstract, {@code 400 mg} in Methods.
 */
final class RepeatedDoses {

  /** Sentences that tell of more than one dose of a drug, or of somebody else's. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)\\b(?:escalat|titrat|increas|reduc|decreas|taper|lower|initial|start|load|maint|then"
              + "|day 1|first dose|up to|maximum|max\\b|previous|prior|stud(?:y|ies) (?:of|by)|et al|rescue|run-in"
              + "|approved|recommended|alternativ|vial|bolus|subsequent|weeks? \\d)");

  private RepeatedDoses() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    NoteEvidence note = reading.note();
    if (reading.document().metadata().kind() != DocumentKind.JOURNAL_ARTICLE) {
      return TotalMismatch.Result.NONE;
    }
    Map<String, List<Regimen>> groups = new LinkedHashMap<>();
    for (Regimen regimen : note.regimens()) {
      if (regimen.drug() != null
          && regimen.dose().value() != null
          && regimen.dose().unit() != null
          && region(reading, regimen) != null) {
        groups
            .computeIfAbsent(
                regimen.drug() + " | " + regimen.dose().unit(), any -> new ArrayList<>())
            .add(regimen);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (List<Regimen> group : groups.values()) {
      Map<String, List<Regimen>> doses = new LinkedHashMap<>();
      for (Regimen regimen : group) {
        doses
            .computeIfAbsent(
                value(regimen).value().stripTrailingZeros().toPlainString(),
                any -> new ArrayList<>())
            .add(regimen);
      }
      candidates += group.size() > 1 ? 1 : 0;
      if (doses.size() != 2) {
        continue;
      }
      List<List<Regimen>> sides = new ArrayList<>(doses.values());
      List<Regimen> few = sides.get(0).size() == 1 ? sides.get(0) : sides.get(1);
      List<Regimen> many = few == sides.get(0) ? sides.get(1) : sides.get(0);
      if (few.size() == 1 && isOneDose(reading, few.get(0), many)) {
        findings.add(finding(reading, few.get(0), many));
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** Abstract and methods say what was given; other sections speak of other trials too. */
  private static @Nullable SectionRole region(NoteReading reading, Regimen regimen) {
    for (Section section : reading.document().path(regimen.section())) {
      SectionRole role = section.role();
      if (role == SectionRole.ABSTRACT
          || role == SectionRole.METHODS
          || role == SectionRole.RESULTS) {
        return role;
      }
      if (role == SectionRole.INTRODUCTION || role == SectionRole.DISCUSSION) {
        return null;
      }
    }
    return null;
  }

  private static boolean isOneDose(NoteReading reading, Regimen one, List<Regimen> many) {
    Set<SectionRole> roles = new LinkedHashSet<>();
    many.forEach(its -> roles.add(region(reading, its)));
    roles.add(region(reading, one));
    if (!roles.contains(SectionRole.ABSTRACT) || roles.size() < 2) {
      return false;
    }
    BigDecimal a = value(one).value();
    BigDecimal b = value(many.get(0)).value();
    boolean sameSentence =
        many.stream().anyMatch(its -> reading.sameSentence(one.span(), its.span()));
    return !sameSentence
        && many.stream().anyMatch(its -> !tellsSeveral(reading, its))
        && !tellsSeveral(reading, one)
        && (isPowerOfTen(a, b) || isSlip(a, b));
  }

  private static boolean tellsSeveral(NoteReading reading, Regimen regimen) {
    Span sentence = reading.sentenceAt(regimen.span());
    if (sentence == null) {
      return true;
    }
    int from = Math.max(sentence.start(), regimen.span().start() - 60);
    int to = Math.min(sentence.end(), regimen.span().end() + 50);
    return SEVERAL.matcher(reading.document().quote(new Span(from, to))).find();
  }

  private static boolean isPowerOfTen(BigDecimal a, BigDecimal b) {
    for (int power : new int[] {1, 2, 3, 6}) {
      if (a.compareTo(b.scaleByPowerOfTen(power)) == 0
          || b.compareTo(a.scaleByPowerOfTen(power)) == 0) {
        return true;
      }
    }
    return false;
  }

  /** One digit changed, or two digits exchanged. */
  private static boolean isSlip(BigDecimal a, BigDecimal b) {
    String one = a.stripTrailingZeros().toPlainString();
    String other = b.stripTrailingZeros().toPlainString();
    if (one.length() != other.length() || one.length() < 2) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < one.length(); i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    char[] sorted = one.toCharArray();
    char[] others = other.toCharArray();
    Arrays.sort(sorted);
    Arrays.sort(others);
    return different == 1 || different == 2 && Arrays.equals(sorted, others);
  }

  private static ReportedNumber value(Regimen regimen) {
    return Objects.requireNonNull(regimen.dose().value());
  }

  private static FindingDraft finding(NoteReading reading, Regimen one, List<Regimen> many) {
    boolean powers = isPowerOfTen(value(one).value(), value(many.get(0)).value());
    String first = words(one);
    String second = words(many.get(0));
    FindingDraft finding =
        FindingDraft.of(
                powers ? Severity.ERROR : Severity.WARNING,
                one.drug()
                    + " is given at "
                    + first
                    + " here and at "
                    + second
                    + " everywhere else.")
            .expected(second)
            .found(first)
            .at(place(one))
            .settle("Look up the dose in the protocol or the registry.")
            .identity("repeated", String.valueOf(one.drug()), first, second);
    finding.step(
        capital(reading.place(place(one))), powers ? "a power of ten" : "another digit", first);
    for (Regimen other : many) {
      finding.at(place(other)).step(capital(reading.place(place(other))), null, words(other));
    }
    return finding;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String words(Regimen regimen) {
    return Figures.plain(value(regimen).value()) + " " + regimen.dose().unit();
  }

  private static Source place(Regimen regimen) {
    return new Source(regimen.span(), regimen.section(), null);
  }
}
