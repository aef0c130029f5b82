package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An end point that is spelled out and then given another one's abbreviation: {@code
 * progression-free survival (OS)}. What an abbreviation of an end point means is in the lexicon.
 */
final class SwappedNames {

  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z][A-Za-z]?[A-Z]{1,3}");
  private static final Pattern OPENS = Pattern.compile("\\s?[(\\[]\\s?");

  private static final Pattern SEVERAL_WORDS = Pattern.compile("\\p{L}[ -]\\p{L}");

  private SwappedNames() {}

  static List<FindingDraft> in(NoteReading reading, Severity severity) {
    List<FindingDraft> findings = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      List<Mention> outcomes = unit.mentions().stream().filter(SwappedNames::isOutcome).toList();
      String text = unit.reading().text();
      for (int i = 0; i + 1 < outcomes.size(); i++) {
        Mention name = outcomes.get(i);
        Mention abbreviation = outcomes.get(i + 1);
        if (isSwapped(text, name, abbreviation)) {
          findings.add(finding(severity, name, abbreviation).at(spelledOut(reading, abbreviation)));
        }
      }
    }
    return findings;
  }

  /** An abbreviation is wrong too where the text merely names what it stands for. */
  private static boolean isOutcome(Mention mention) {
    return mention.type() == MentionType.OUTCOME || mention.type() == MentionType.NAMED_OUTCOME;
  }

  private static boolean isSwapped(String text, Mention name, Mention abbreviation) {
    int end = abbreviation.end();
    return name.end() < abbreviation.start()
        && OPENS.matcher(text.substring(name.end(), abbreviation.start())).matches()
        && end < text.length()
        && (text.charAt(end) == ')' || text.charAt(end) == ']')
        && ABBREVIATION.matcher(abbreviation.text()).matches()
        && SEVERAL_WORDS.matcher(name.text().strip()).find()
        && isNamed(name)
        && isNamed(abbreviation)
        && !name.outcome().code().equals(abbreviation.outcome().code())
        && !DefinitionConflict.mayStandFor(abbreviation.text(), name.text().strip());
  }

  private static boolean isNamed(Mention mention) {
    String code = mention.outcome().code();
    return !code.equals("OTHER") && !code.equals("AE");
  }

  /** Where the end point that an abbreviation is of is spelled out, best with the abbreviation. */
  private static List<Source> spelledOut(NoteReading reading, Mention abbreviation) {
    Source named = null;
    for (Unit unit : reading.note().annotated().units()) {
      String text = unit.reading().text();
      for (Mention mention : unit.mentions()) {
        if (isOutcome(mention)
            && mention.outcome().code().equals(abbreviation.outcome().code())
            && DefinitionConflict.mayStandFor(abbreviation.text(), mention.text().strip())) {
          Source place = NoteReading.at(mention);
          int end = mention.end();
          int most = Math.min(text.length(), end + abbreviation.text().length() + 3);
          if (text.substring(end, most).contains("(" + abbreviation.text())) {
            return List.of(place);
          }
          named = named == null ? place : named;
        }
      }
    }
    return named == null ? List.of() : List.of(named);
  }

  private static FindingDraft finding(Severity severity, Mention name, Mention abbreviation) {
    Source first = NoteReading.at(name);
    Source second = NoteReading.at(abbreviation);
    String words = name.text().replaceAll("\\s+", " ").strip();
    return FindingDraft.of(
            severity,
            "“" + words + "” is abbreviated " + abbreviation.text() + ", another end point.")
        .found(abbreviation.text())
        .expected(name.outcome().code())
        .at(first, second)
        .step("Spelled out", words, name.outcome().code())
        .step("Abbreviation", abbreviation.text(), "stands for another end point")
        .settle("Decide which end point is meant, and correct its name or its abbreviation.")
        .identity("swapped", words, abbreviation.text());
  }
}
