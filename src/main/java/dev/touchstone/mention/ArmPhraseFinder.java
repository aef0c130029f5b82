package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;

/**
 * Finds phrases that name an arm: {@code the doxorubicin arm}, {@code arm B}, {@code placebo}, and
 * what a sentence sets against each other.
 */
final class ArmPhraseFinder {

  private final ArmPhrases phrases;
  private final GroupNouns nouns;
  private final Comparators comparators;
  private final ComparedGroups compared;
  private final ArmAliases aliases;
  private final TitleArms title;
  private final AllottedArms allotted;
  private final Lexicon<String> customary;
  private final Lexicon<String> novel;

  ArmPhraseFinder(Vocabulary vocabulary) {
    phrases = new ArmPhrases(vocabulary);
    nouns = new GroupNouns(phrases);
    comparators = new Comparators(phrases);
    aliases = new ArmAliases(phrases);
    TreatmentPhrases treatments = new TreatmentPhrases(vocabulary);
    compared = new ComparedGroups(treatments, phrases);
    title = new TitleArms(vocabulary, treatments, phrases);
    allotted = new AllottedArms(treatments, phrases);
    customary = vocabulary.cues("customary");
    novel = vocabulary.cues("novel");
  }

  /**
   * Adds the arms of a whole document, since it may shorten their names: {@code investigator's
   * choice (IC)}.
   */
  void find(List<Reading> readings) {
    for (Reading reading : readings) {
      nouns.find(reading);
      comparators.find(reading);
    }
    // An allotment may have nothing but the short names that others introduce.
    Design design = new Design();
    aliases.find(readings, design);
    title.find(readings, design);
    readings.forEach(reading -> allotted.find(reading, design));
    design.partTitle(phrases);
    aliases.find(readings, design);
    readings.forEach(compared::find);
    aliases.find(readings, design);
    ArmRoles.settle(readings, design, customary, novel);
  }
}
