package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.regex.Pattern;

/** Tells doses of animals from those of patients; the two are never compared. */
final class Animals {

  private static final Pattern ANIMALS =
      Pattern.compile(
          "(?i)\\b(?:mice|mouse|murine|rats?|rodents?|rabbits?|beagles?|dogs?|minipigs?|monkeys?|macaques?"
              + "|cynomolgus|xenografts?|animals?)\\b");

  private static final Pattern CHAPTER =
      Pattern.compile("(?i)\\b(?:pre-?clinical|non-?clinical|in vivo)\\b");

  private static final Pattern PATIENTS =
      Pattern.compile(
          "(?i)\\b(?:patients?|humans?|clinical (?:dose|trial|study)|phase|MTD|RP2D)\\b");

  private Animals() {}

  /** Whether a dose is one of animals, by its study, its sentence or the title above it. */
  static boolean areGiven(NoteReading reading, Regimen regimen) {
    Study study = reading.study(regimen.study());
    String title = reading.title(regimen.section());
    boolean animals =
        study != null && "preclinical".equals(study.design())
            || ANIMALS.matcher(title).find()
            || CHAPTER.matcher(title).find();
    for (String id : regimen.mentions()) {
      Mention mention = reading.mention(id);
      Unit unit = mention == null ? null : reading.unitOf(mention);
      String words = mention == null || unit == null ? "" : around(unit, mention);
      // A sentence that speaks of patients decides, whatever stands around it.
      if (PATIENTS.matcher(words).find()) {
        return false;
      }
      animals |= ANIMALS.matcher(words).find();
    }
    return animals;
  }

  private static String around(Unit unit, Mention mention) {
    for (Sentence sentence : unit.sentences()) {
      if (sentence.start() <= mention.start() && mention.end() <= sentence.end()) {
        return unit.reading().text().substring(sentence.start(), sentence.end());
      }
    }
    return "";
  }
}
