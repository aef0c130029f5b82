package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.OutcomeEntry;
import java.util.regex.Pattern;

/** Whether words that the lexicon has for an outcome mean it where they stand. */
final class OutcomeSenses {

  private static final Pattern NOT_HERE_BEFORE =
      Pattern.compile(
          "(?:until(?: disease| tumor| tumour)?|dose[- ]|immune|stress|inflammatory|cell|overexpression of|cellular|host|graft|renal) $|(?:dose-|cell-)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RATIO_BEHIND =
      Pattern.compile("\\s?(?:[=:,]|of|was|is)?\\s?\\d{1,2}[.·]\\d{1,3}(?![\\d%]|\\s%)");
  private static final Pattern SCALE =
      Pattern.compile(
          "\\s(?:sub)?(?:scores?|scales?|index|inventory|questionnaire|threshold)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private OutcomeSenses() {}

  static boolean isOutcome(Reading reading, Hit<OutcomeEntry> hit) {
    String before = reading.text().substring(Math.max(0, hit.start() - 22), hit.start());
    String code = hit.entry().code();
    if (code.matches("PD|ORR|OS|DEATH|SD") && NOT_HERE_BEFORE.matcher(before).find()) {
      return false;
    }
    if (reading.isRedefined(hit.start(), hit.end())) {
      return false;
    }
    // "RR 1.34" is a risk ratio; "RR 34%" and "RR of 34 patients" are responses.
    if (hit.surface().equals("RR")
        && RATIO_BEHIND
            .matcher(reading.text())
            .region(hit.end(), reading.text().length())
            .lookingAt()) {
      return false;
    }
    // An irritability score measures; it is no event.
    if (hit.entry().isAdverseEvent()
        && SCALE.matcher(reading.text()).region(hit.end(), reading.text().length()).lookingAt()) {
      return false;
    }
    // "The incidence of relapse" is that of relapse.
    if (hit.entry().code().equals("INCIDENCE") && reading.text().startsWith(" of ", hit.end())) {
      return false;
    }
    // "In response to" is no response.
    boolean idiom = before.endsWith("in ") && reading.text().startsWith(" to ", hit.end());
    if (idiom || hit.surface().equals("SD") && isDeviation(reading, hit)) {
      return false;
    }
    return !reading.has(MentionType.DRUG, hit.start(), hit.end())
        && !reading.has(MentionType.DOSE, hit.start(), hit.end());
  }

  /** SD is a standard deviation beside a mean or a figure. */
  private static boolean isDeviation(Reading reading, Hit<OutcomeEntry> hit) {
    String text = reading.text();
    String before = text.substring(Math.max(0, hit.start() - 12), hit.start());
    String after = text.substring(hit.end(), Math.min(text.length(), hit.end() + 4));
    return before.matches("(?is).*(?:mean|average|±|\\+/?-|\\d)[\\s(\\[,]*(?:±|\\+/?-)?\\s?$")
        || after.matches("(?s)\\s?[=:,]?\\s?[\\d.].*");
  }
}
