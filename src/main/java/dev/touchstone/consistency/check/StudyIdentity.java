package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.StudyPhrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One study under two phases, and registry numbers that differ by a slip of the finger. */
final class StudyIdentity implements ConsistencyCheck {

  /** Trials that were registered together differ in the last digits. */
  private static final int LAST_DIGITS = 2;

  @Override
  public String rule() {
    return "study-identity";
  }

  @Override
  public String summary() {
    return "One study goes by two identities; look it up in its registry.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    registries(note, findings);
    if (reading.isArticle()) {
      OwnStudy.examine(reading).stream()
          .filter(own -> findings.stream().noneMatch(its -> Places.meet(its, own)))
          .forEach(findings::add);
    }
    phases(reading, findings);
    if (!reading.isArticle()) {
      NotePhases.examine(reading).stream()
          .filter(its -> findings.stream().noneMatch(known -> Places.agree(known, its)))
          .forEach(findings::add);
    }
    return Examination.of(note.studies().size(), findings, "The note speaks of no study.");
  }

  private static void registries(NoteEvidence note, List<FindingDraft> findings) {
    Map<String, List<Mention>> numbers = new LinkedHashMap<>();
    for (Mention mention : note.mentions()) {
      if (mention.type() == MentionType.STUDY && mention.study().registry() != null) {
        numbers
            .computeIfAbsent(
                Objects.requireNonNull(mention.study().registry()), any -> new ArrayList<>())
            .add(mention);
      }
    }
    List<String> known = new ArrayList<>(numbers.keySet());
    for (int i = 0; i < known.size(); i++) {
      for (int j = i + 1; j < known.size(); j++) {
        String one = known.get(i);
        String other = known.get(j);
        if (isSlip(one, other)) {
          List<Mention> places = new ArrayList<>(numbers.getOrDefault(one, List.of()));
          places.addAll(numbers.getOrDefault(other, List.of()));
          findings.add(
              FindingDraft.of(
                      Severity.WARNING,
                      "The registry numbers " + one + " and " + other + " differ by a slip.")
                  .found(one + " and " + other)
                  .expected("one number for one study")
                  .at(places.stream().map(NoteReading::at).toList())
                  .step("First number", null, one)
                  .step("Second number", slip(one, other), other)
                  .settle("Look both numbers up in the registry.")
                  .identity("registry", one, other));
        }
      }
    }
  }

  /** Two neighbouring digits exchanged, or one digit wrong that is not among the last. */
  private static boolean isSlip(String one, String other) {
    return !slip(one, other).isEmpty();
  }

  /** The one position in which two numbers differ; -1 where there are more. */
  private static int onlyDifference(String one, String other) {
    int found = -1;
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static String slip(String one, String other) {
    if (one.length() != other.length() || one.equals(other)) {
      return "";
    }
    int wrong = onlyDifference(one, other);
    if (wrong >= 0) {
      return one.length() - wrong > LAST_DIGITS
          ? one.charAt(wrong) + " against " + other.charAt(wrong)
          : "";
    }
    int first = 0;
    while (one.charAt(first) == other.charAt(first)) {
      first++;
    }
    boolean exchanged =
        first + 1 < one.length()
            && one.charAt(first) == other.charAt(first + 1)
            && one.charAt(first + 1) == other.charAt(first)
            && one.substring(first + 2).equals(other.substring(first + 2));
    return exchanged
        ? one.substring(first, first + 2) + " against " + other.substring(first, first + 2)
        : "";
  }

  private static void phases(NoteReading reading, List<FindingDraft> findings) {
    for (Study study : reading.note().studies()) {
      Map<String, List<Mention>> phases = new LinkedHashMap<>();
      for (String id : study.mentions()) {
        Mention mention = reading.mention(id);
        if (mention != null && mention.normal() instanceof StudyPhrase phrase) {
          if (phrase.phase() != null) {
            phases.computeIfAbsent(phrase.phase(), any -> new ArrayList<>()).add(mention);
          }
        }
      }
      if (phases.size() < 2) {
        continue;
      }
      String all = String.join(", ", phases.keySet());
      FindingDraft finding =
          FindingDraft.of(Severity.NOTE, "One study is called phase " + all + ".")
              .found(all)
              .expected("one name")
              .settle("Look up the phase of the study in its registry or main report.")
              .identity("phase", all);
      phases.forEach(
          (phase, mentions) -> {
            finding.at(mentions.stream().map(NoteReading::at).toList());
            finding.step("Phase " + phase, mentions.get(0).text(), mentions.size() + " times");
          });
      findings.add(finding);
    }
  }
}
