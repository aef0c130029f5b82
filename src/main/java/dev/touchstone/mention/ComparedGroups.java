package dev.touchstone.mention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arms that only the build of a sentence tells: what stands beside values, on both sides of a
 * comparison, or behind the verb that allots people to treatments.
 */
final class ComparedGroups {

  private static final Pattern ALLOTS =
      Pattern.compile(
          "(?<![\\p{L}])(?:randomi[sz]ed|randomly|assigned|allocated|randomi[sz]ation)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private final TreatmentPhrases treatments;
  private final ArmPhrases phrases;

  ComparedGroups(TreatmentPhrases treatments, ArmPhrases phrases) {
    this.treatments = treatments;
    this.phrases = phrases;
  }

  void find(Reading reading) {
    if (reading.isCell()) {
      return;
    }
    for (Sentence sentence : reading.sentences()) {
      if (!sentence.tokens().isEmpty()) {
        find(new GroupPlaces(reading, sentence, treatments));
      }
    }
  }

  private void find(GroupPlaces places) {
    Matcher allots = places.matcher(ALLOTS);
    boolean allotted = allots.find();
    if (places.values().isEmpty() && !allotted) {
      return;
    }
    GroupsSetAgainst against = new GroupsSetAgainst(places);
    ComparedDrugs drugs = new ComparedDrugs(places);
    drugs.find();
    GroupsBesideValues beside = new GroupsBesideValues(places);
    beside.find();
    against.find();
    // What was found may stand beside a drug.
    drugs.find();
    if (allotted) {
      against.allotment(allots.end());
    }
    places.settle(phrases, beside.comparing());
  }
}
