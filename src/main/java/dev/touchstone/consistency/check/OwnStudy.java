package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an article says of its own trial, in title, abstract and text: its phase, number and size.
 */
final class OwnStudy {

  private static final Pattern OWN =
      Pattern.compile("(?i)\\b(?:this|our|present|current)\\b[^.]{0,250}\\bphase\\b");

  private static final Pattern WE = Pattern.compile("(?i)\\b(?:we|our|present|current)\\b");

  private OwnStudy() {}

  private static final Pattern OTHERS =
      Pattern.compile("(?i)\\b(?:previous|earlier|prior|another|other|recent)\\b");

  static List<FindingDraft> examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    add(findings, phases(reading));
    add(findings, numbers(reading));
    findings.addAll(OwnSize.examine(reading));
    return findings;
  }

  private static void add(List<FindingDraft> findings, @Nullable FindingDraft finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private static @Nullable FindingDraft phases(NoteReading reading) {
    Map<String, List<Source>> phases = new LinkedHashMap<>();
    for (Unit unit : reading.note().annotated().units()) {
      SectionRole role = role(reading, unit.section());
      boolean title = unit.part() == Unit.Part.HEADING && role == SectionRole.FRONT_MATTER;
      if (unit.cell() != null
          || !title
              && role != SectionRole.ABSTRACT
              && role != SectionRole.METHODS
              && role != SectionRole.INTRODUCTION) {
        continue;
      }
      String text = unit.reading().text();
      for (Mention mention : unit.mentions(MentionType.STUDY)) {
        String phase = mention.study().phase();
        if (phase != null && (title || isOwn(reading, unit, mention, text))) {
          phases.computeIfAbsent(phase, any -> new ArrayList<>()).add(NoteReading.at(mention));
        }
      }
    }
    List<String> names = List.copyOf(phases.keySet());
    if (names.size() != 2
        || names.get(0).contains(names.get(1))
        || names.get(1).contains(names.get(0))) {
      return null;
    }
    FindingDraft finding =
        FindingDraft.of(
                Severity.WARNING,
                "The article calls its own study phase "
                    + names.get(0)
                    + " and phase "
                    + names.get(1)
                    + ".")
            .found(String.join(" and ", names))
            .expected("one phase")
            .settle("Look up the phase of the study in its registry.")
            .identity("own phase", names);
    phases.forEach(
        (phase, places) ->
            finding.at(places).step("Phase " + phase, null, places.size() + " times"));
    return finding;
  }

  private static boolean isOwn(NoteReading reading, Unit unit, Mention mention, String text) {
    for (Sentence sentence : unit.sentences()) {
      if (sentence.start() <= mention.start() && mention.end() <= sentence.end()) {
        int end = Math.min(sentence.end(), mention.end() + 12);
        String words = text.substring(sentence.start(), end);
        // An introduction says “this trial” of the one that it told of before.
        boolean told = role(reading, unit.section()) == SectionRole.INTRODUCTION;
        return OWN.matcher(words).find()
            && (!told || WE.matcher(words).find())
            && !OTHERS.matcher(words).find();
      }
    }
    return false;
  }

  /** Two numbers that differ in one digit, one in the abstract and the other in the text alone. */
  private static @Nullable FindingDraft numbers(NoteReading reading) {
    Map<String, List<Mention>> numbers = new LinkedHashMap<>();
    for (Mention mention : reading.note().mentions()) {
      if (mention.type() == MentionType.STUDY && mention.study().registry() != null) {
        numbers
            .computeIfAbsent(String.valueOf(mention.study().registry()), any -> new ArrayList<>())
            .add(mention);
      }
    }
    List<String> names = List.copyOf(numbers.keySet());
    if (names.size() != 2 || !isOneDigit(names.get(0), names.get(1))) {
      return null;
    }
    boolean first =
        numbers.getOrDefault(names.get(0), List.of()).stream()
            .anyMatch(its -> isSummary(reading, its));
    boolean second =
        numbers.getOrDefault(names.get(1), List.of()).stream()
            .anyMatch(its -> isSummary(reading, its));
    if (first == second) {
      return null;
    }
    FindingDraft finding =
        FindingDraft.of(
                Severity.WARNING,
                "The abstract has the registry number "
                    + names.get(first ? 0 : 1)
                    + ", the text "
                    + names.get(first ? 1 : 0)
                    + ".")
            .found(String.join(" and ", names))
            .expected("one number for one study")
            .settle("Look both numbers up in the registry.")
            .identity("registry", names.get(0), names.get(1));
    numbers.values().forEach(places -> finding.at(places.stream().map(NoteReading::at).toList()));
    return finding
        .step("In the abstract", null, names.get(first ? 0 : 1))
        .step("In the text", null, names.get(first ? 1 : 0));
  }

  private static boolean isSummary(NoteReading reading, Mention mention) {
    SectionRole role = role(reading, mention.section());
    return role == SectionRole.ABSTRACT || role == SectionRole.FRONT_MATTER;
  }

  private static boolean isOneDigit(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < one.length(); i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }

  private static SectionRole role(NoteReading reading, String sectionId) {
    for (Section section : reading.document().path(sectionId)) {
      if (section.role() == SectionRole.ABSTRACT || section.role() == SectionRole.METHODS) {
        return section.role();
      }
    }
    return reading.role(sectionId);
  }
}
