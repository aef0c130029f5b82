package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.regex.Pattern;

/**
 * Finds diseases and indications. A term that is an adverse event too is a disease where people
 * come with it.
 */
final class ConditionFinder {

  private static final Pattern WITH =
      Pattern.compile(
          "(?:patients?|women|men|children|subjects?|adults?|participants?|people|individuals|infants|treatment|therapy|management|history|diagnosis|diagnosed|suffering|prevention|treat|for)"
              + "(?:\\s(?:with|of|for|from|having|to)|\\s(?:or|and|[\\p{L}-]+)){0,4}\\s$",
          Pattern.CASE_INSENSITIVE);

  private final Lexicon<String> conditions;
  private final Lexicon<OutcomeEntry> outcomes;

  ConditionFinder(Vocabulary vocabulary) {
    conditions = vocabulary.conditions();
    outcomes = vocabulary.outcomes();
  }

  void find(Reading reading) {
    String text = reading.text();
    for (Hit<String> hit : conditions.longest(text, reading.words())) {
      String words = text.substring(hit.start(), hit.end());
      if (reading.isRedefined(hit.start(), hit.end())) {
        continue;
      }
      if (outcomes.get(words) != null) {
        String before = text.substring(Math.max(0, hit.start() - 50), hit.start());
        if (reading.isCell() || !WITH.matcher(before).find()) {
          continue;
        }
        reading
            .covering(MentionType.OUTCOME, hit.start(), hit.end())
            .toList()
            .forEach(reading::remove);
      }
      Condition condition = new Condition(hit.entry());
      reading.add(
          new Draft(
              MentionType.CONDITION,
              hit.start(),
              hit.end(),
              "conditions.tsv: " + hit.entry(),
              condition));
      reading.spend(hit.start(), hit.end());
    }
  }
}
