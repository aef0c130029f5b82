package dev.touchstone.mention;

import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;

/**
 * Finds phrases that name an arm: {@code the doxorubicin arm}, {@code arm B}, {@code placebo}, and
 * what a sentence sets against each other.
 */
final class ArmPhraseFinder {

  private final GroupNouns nouns;
  private final Comparators comparators;
  private final ComparedGroups compared;
  private final ArmAliases aliases;

  ArmPhraseFinder(Vocabulary vocabulary) {
    ArmPhrases phrases = new ArmPhrases(vocabulary);
    nouns = new GroupNouns(phrases);
    comparators = new Comparators(phrases);
    compared = new ComparedGroups(phrases);
    aliases = new ArmAliases(phrases);
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
    aliases.find(readings);
    readings.forEach(compared::find);
    aliases.find(readings);
  }
}
