package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import java.util.Locale;

/**
 * Comparators that stand for their arm without a word for one: {@code placebo}, {@code
 * investigator's choice}.
 */
final class Comparators {

  static final String ORIGIN = "triggers.tsv: control";

  private final ArmPhrases phrases;

  Comparators(ArmPhrases phrases) {
    this.phrases = phrases;
  }

  void find(Reading reading) {
    String text = reading.text();
    for (Hit<String> hit : phrases.control().longest(text, reading.words())) {
      String words = hit.surface().toLowerCase(Locale.ROOT);
      boolean whole = words.length() > 8 || words.matches("placebo|controls?|sham");
      boolean adjective = hit.end() < text.length() && text.charAt(hit.end()) == '-';
      if (!whole
          || adjective
          || reading.has(MentionType.OUTCOME, hit.start(), hit.end())
          || words.matches("comparator|comparison|untreated|observation")
          || words.matches("control")
              && !reading.isCell()
              && !text.startsWith("s", hit.end() - 1)) {
        continue;
      }
      if (words.matches(
              "standard of care|standard care|supportive care|best supportive care|standard treatment|standard therapy|no treatment")
          && !comparedHere(reading, hit)) {
        continue;
      }
      if (!reading.has(MentionType.ARM, hit.start(), hit.end())) {
        phrases.add(reading, hit.start(), hit.end(), ORIGIN);
      }
    }
  }

  private static boolean comparedHere(Reading reading, Hit<String> hit) {
    String before = reading.text().substring(Math.max(0, hit.start() - 24), hit.start());
    return reading.isCell()
        || before.matches(
            "(?is).*(?:versus|vs\\.?|or|to|with|than|against|received|receive)\\s(?:the\\s)?$");
  }
}
