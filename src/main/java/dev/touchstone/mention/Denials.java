package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks outcomes that the text denies, and counts none where it says that none was seen. */
final class Denials {

  private static final int FARTHEST = 60;
  private static final Pattern NOT_A_DENIAL =
      Pattern.compile(
          "differen|improve|benefit|effect|change|increase|decrease|associat|impact|correlat|superior|advantage|worse|better|[,;:]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SEEN =
      Pattern.compile(
          "\\s(?:(?:was|were|has been|have been|had been|could be)\\s)?(?:observed|seen|reported|recorded|noted|occurred|documented|detected|found|encountered|achieved)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_SEEN =
      Pattern.compile(
          "\\s(?:was|were|did|has|have)\\s(?:not\\s(?:been\\s)?|never\\s)(?:observed|seen|reported|recorded|noted|occur|documented|detected|found|encountered)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> COUNTABLE =
      Set.of("CR", "PR", "ORR", "AE", "SAE", "DLT", "DEATH", "PCR", "SD", "PD", "DISCONTINUATION");

  private final Lexicon<String> denials;

  Denials(Vocabulary vocabulary) {
    denials = vocabulary.cues("negation");
  }

  void mark(Reading reading) {
    String text = reading.text();
    for (Hit<String> denial : denials.longest(text, reading.words())) {
      int sentence = reading.sentenceEnd(denial.start());
      Draft denied = null;
      for (Draft outcome : reading.drafts(MentionType.OUTCOME)) {
        boolean inReach =
            outcome.start() >= denial.end()
                && outcome.end() <= sentence
                && outcome.start() - denial.end() <= FARTHEST
                && !NOT_A_DENIAL.matcher(text.substring(denial.end(), outcome.start())).find();
        boolean first = denied == null;
        boolean listed =
            denied != null
                && text.substring(denied.end(), outcome.start())
                    .matches("\\s?(?:,|or|and|, or)\\s(?:[\\p{L}-]+\\s){0,2}");
        if (inReach && !outcome.negated() && (first && !differs(text, outcome) || listed)) {
          Draft marked = outcome.deny();
          reading.replace(outcome, marked);
          denied = marked;
          if (first) {
            countNone(reading, denial, marked);
          }
        }
      }
    }
    for (Draft outcome : reading.drafts(MentionType.OUTCOME)) {
      if (!outcome.negated()
          && NOT_SEEN.matcher(text).region(outcome.end(), text.length()).lookingAt()) {
        reading.replace(outcome, outcome.deny());
      }
    }
  }

  /** No PFS benefit is no denial of PFS. */
  private static boolean differs(String text, Draft outcome) {
    String after = text.substring(outcome.end(), Math.min(text.length(), outcome.end() + 14));
    return after.matches("(?is)\\s(?:difference|improvement|benefit|advantage|gain|changes?)\\b.*");
  }

  /** {@code no partial responses were observed} tells a count of zero. */
  private static void countNone(Reading reading, Hit<String> denial, Draft outcome) {
    String word = denial.surface();
    Outcome normal = (Outcome) outcome.normal();
    String text = reading.text();
    Matcher seen = SEEN.matcher(text).region(outcome.end(), text.length());
    if (!word.matches("no|none|neither|nil")
        || !COUNTABLE.contains(normal.code())
        || !seen.lookingAt()) {
      return;
    }
    ReportedNumber none =
        new ReportedNumber(text.substring(denial.start(), denial.end()), BigDecimal.ZERO);
    Measure zero = FigureReader.plain(Kind.COUNT, none, null);
    reading.add(
        new Draft(MentionType.MEASURE, denial.start(), denial.end(), "none was seen", zero));
  }
}
