package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Outcome;
import dev.touchstone.vocabulary.OutcomeEntry.Better;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion that claims for all what the results have for a part, or claims what they deny, or
 * passes over a primary end point that was missed.
 */
final class Conclusion implements ConsistencyCheck {

  /** A conclusion that takes something back has told the reader. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i)\\b(?:not?|nor|neither|without|fail\\w*|although|though|despite|however|but|whereas|only|similar\\w*|comparable|limited|trend\\w*|tend\\w*"
              + "|may|might|could|suggest\\w*|impl(?:y|ies)|appears?|seem\\w*|numerical\\w*|further|non-inferior\\w*|primary|subgroups?|subsets?|exploratory|post[ -]hoc|hypothes\\w+)\\b");

  private static final Pattern PART_OF_ALL =
      Pattern.compile(
          "(?i)\\b(?:sub-?groups?|subsets?|cohorts?|\\d+(?:\\.\\d+)? ?(?:mg|µg|mcg|g)|(?:in|among|for) (?:the |those |these )?(?:[\\w-]+ ){0,3}(?:patients|women|men|participants|subjects|children|those|adults|responders))\\b");

  /** A claim with the results that deny it, and those of a part that bear it out. */
  private record Contradiction(
      Claim claim, List<Claim> overall, List<Claim> parts, boolean inPart) {}

  @Override
  public String rule() {
    return "conclusion";
  }

  @Override
  public String summary() {
    return "The conclusion claims more than the results found; correct it, or say why.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    ConclusionPart conclusion = ConclusionPart.of(reading);
    Map<String, List<Contradiction>> contradictions = new LinkedHashMap<>();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Claim claim : note.claims()) {
      if (!conclusion.contains(claim.span()) || !isPlainGain(reading, claim)) {
        continue;
      }
      List<Claim> results =
          note.claims().stream()
              .filter(its -> isResult(reading, conclusion, its) && isOfSame(claim, its))
              .toList();
      if (results.isEmpty()) {
        continue;
      }
      candidates++;
      Contradiction found = contradiction(reading, claim, results);
      if (found != null) {
        contradictions
            .computeIfAbsent(claim.span() + " " + found.inPart, any -> new ArrayList<>())
            .add(found);
      }
    }
    // One sentence that claims too much of four outcomes is one finding.
    contradictions.values().forEach(same -> findings.add(finding(reading, same)));
    MissedEndPoint missed = MissedEndPoint.in(reading);
    if (missed != null) {
      candidates++;
      FindingDraft finding = passedOver(reading, conclusion, missed);
      if (finding != null && findings.isEmpty()) {
        findings.add(finding);
      }
    }
    return Examination.of(
        candidates, findings, "No claim of a conclusion speaks of an outcome with a result.");
  }

  /** A named outcome that is said to be better or to differ, for everybody, without reserve. */
  private static boolean isPlainGain(NoteReading reading, Claim claim) {
    String words = reading.document().quote(claim.span());
    return isGain(reading.note(), claim)
        && isNamed(claim.outcome())
        && claim.outcome().population() == null
        && !RESERVED.matcher(words).find()
        && !PART_OF_ALL.matcher(words).find();
  }

  /** What is called better, or more of what is good, or less of what is bad. */
  private static boolean isGain(NoteEvidence note, Claim claim) {
    Better good = note.better(claim.outcome());
    boolean gain =
        switch (claim.direction()) {
          case BETTER -> true;
          case HIGHER -> good == Better.HIGHER;
          case LOWER -> good == Better.LOWER;
          default -> false;
        };
    return gain
        && claim.against() == null
        && claim.significance() != Claim.Significance.NOT_SIGNIFICANT
        && !claim.restsOn(Claim.Trigger.Kind.HEDGE)
        && !claim.restsOn(Claim.Trigger.Kind.ELSEWHERE);
  }

  private static boolean isNamed(Outcome outcome) {
    return !outcome.code().equals("OTHER") && !outcome.code().equals("AE");
  }

  private static boolean isResult(NoteReading reading, ConclusionPart conclusion, Claim claim) {
    return !conclusion.contains(claim.span())
        && FlowSentences.isOfThisTrial(reading, claim.section())
        && claim.against() == null
        && !claim.restsOn(Claim.Trigger.Kind.ELSEWHERE)
        && claim.significance() != Claim.Significance.UNSTATED;
  }

  private static boolean isOfSame(Claim one, Claim other) {
    return Objects.equals(one.study(), other.study())
        && one.outcome().code().equals(other.outcome().code())
        && Objects.equals(one.outcome().term(), other.outcome().term())
        && (one.outcome().at() == null
            || other.outcome().at() == null
            || one.outcome().at().equals(other.outcome().at()))
        && one.subject() != null
        && one.subject().equalsIgnoreCase(other.subject());
  }

  /** Null where some result bears the claim out. */
  private static @Nullable Contradiction contradiction(
      NoteReading reading, Claim claim, List<Claim> results) {
    List<Claim> overall = new ArrayList<>();
    List<Claim> parts = new ArrayList<>();
    for (Claim result : results) {
      boolean part =
          result.outcome().population() != null
              || PART_OF_ALL.matcher(reading.document().quote(result.span())).find();
      (part ? parts : overall).add(result);
    }
    boolean denied =
        !overall.isEmpty()
            && overall.stream()
                .allMatch(its -> its.significance() == Claim.Significance.NOT_SIGNIFICANT);
    boolean inPart =
        parts.stream().anyMatch(its -> its.significance() == Claim.Significance.SIGNIFICANT);
    if (!denied || parts.stream().anyMatch(its -> isGain(reading.note(), its)) && !inPart) {
      return null;
    }
    return new Contradiction(claim, overall, inPart ? parts : List.of(), inPart);
  }

  private static FindingDraft finding(NoteReading reading, List<Contradiction> same) {
    Claim claim = same.get(0).claim;
    boolean inPart = same.get(0).inPart;
    List<String> outcomes =
        same.stream().map(its -> ClaimSignificance.name(its.claim.outcome())).distinct().toList();
    String named = listed(outcomes);
    FindingDraft finding =
        FindingDraft.of(
                Severity.WARNING,
                "The conclusion claims a gain in "
                    + named
                    + (inPart
                        ? " for all; the results find it in a part only."
                        : "; the results find no significant one."))
            .found(reading.quote(source(claim)))
            .expected(inPart ? "a gain in that part" : "no significant difference")
            .at(source(claim))
            .step("Concluded", null, reading.quote(source(claim)))
            .settle("Look up the result for all patients, and correct the conclusion.")
            .identity(inPart ? "part" : "denied", reading.studyName(claim.study()), outcomes);
    for (Contradiction one : same) {
      for (Claim result : one.overall) {
        finding.at(source(result)).step("Result of all", null, reading.quote(source(result)));
      }
      for (Claim result : one.parts) {
        finding.at(source(result)).step("Result of a part", null, reading.quote(source(result)));
      }
    }
    return finding;
  }

  private static String listed(List<String> outcomes) {
    int last = outcomes.size() - 1;
    return last == 0
        ? outcomes.get(0)
        : String.join(", ", outcomes.subList(0, last)) + " and " + outcomes.get(last);
  }

  /** A conclusion of gains alone, where the primary end point was missed. */
  private static @Nullable FindingDraft passedOver(
      NoteReading reading, ConclusionPart conclusion, MissedEndPoint missed) {
    if (conclusion.spans().isEmpty()
        || RESERVED.matcher(conclusion.words()).find()
        || missed.isNamedIn(conclusion.words())) {
      return null;
    }
    Claim gain =
        reading.note().claims().stream()
            .filter(its -> conclusion.contains(its.span()) && isGain(reading.note(), its))
            .findFirst()
            .orElse(null);
    if (gain == null) {
      return null;
    }
    return FindingDraft.of(
            Severity.WARNING,
            "The conclusion tells of gains, but not that the primary end point was missed.")
        .found(reading.quote(source(gain)))
        .expected("the result of the primary end point")
        .at(source(gain), missed.place())
        .step("Primary end point", null, reading.quote(missed.place()))
        .step("Concluded", null, reading.quote(source(gain)))
        .settle("Look up the result of the primary end point, and state it in the conclusion.")
        .identity("primary", reading.quote(missed.place()));
  }

  private static Source source(Claim claim) {
    return new Source(claim.span(), claim.section(), null);
  }
}
