package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells people in whom something happened, which is a result, from people who took part: {@code
 * seen in 12 patients}, {@code 56 patients assigned to A died}.
 */
final class CountedPeople {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern IN =
      Pattern.compile(
          "([\\p{L}]+)(?:\\s(?:only|also|early|again|completely))?\\sin\\s(?:only\\s|all\\s|another\\s)?$");

  /** "The 46 women allocated to A": people who are known already. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?<![\\p{L}])(?:of|among|the|all|these|those|for|from|total of)\\s(?:the\\s|all\\s|these\\s)?$",
          FLAGS);

  /** What says of which arm they are. */
  private static final Pattern OF_ARM =
      Pattern.compile(
          "\\s(?:(?:who )?(?:were )?(?:(?:assigned|allocated|randomi[sz]ed)(?: to)?|treated with)|in|on|receiving|given|taking|who received)(?: the)?(?=\\s)",
          FLAGS);

  private static final Pattern SHARE = Pattern.compile("\\s?\\(\\s?\\d{1,3}(?:\\.\\d+)?\\s?%");
  private static final Pattern WORD = Pattern.compile("\\s[\\p{L}\\d][\\p{L}\\d/+-]*");
  private static final int LONGEST_NAME = 5;
  private static final Pattern PERCENT_BEHIND =
      Pattern.compile("\\s?[,;]\\s?\\d{1,3}(?:\\.\\d+)?\\s?%");

  private final Lexicon<String> foundIn;
  private final Lexicon<String> happened;

  CountedPeople(Vocabulary vocabulary) {
    foundIn = vocabulary.cues("found-in");
    happened = vocabulary.cues("event-verb");
  }

  /** {@code (n = 22, 1.6%)} counts events. */
  static boolean hasShare(String text, int end) {
    return PERCENT_BEHIND.matcher(text).region(end, text.length()).lookingAt();
  }

  /**
   * @param lead the words of the sentence before the number
   * @param end of the people who are counted
   */
  boolean isResult(Reading reading, String lead, int end) {
    Matcher in = IN.matcher(lead);
    if (in.find() && foundIn.get(in.group(1)) != null) {
      return true;
    }
    return !KNOWN.matcher(lead).find() && happenedTo(reading, end);
  }

  private boolean happenedTo(Reading reading, int end) {
    String text = reading.text();
    Matcher arm = OF_ARM.matcher(text).region(end, text.length());
    boolean named = arm.lookingAt();
    int at = named ? arm.end() : end;
    for (int i = 0; i <= (named ? LONGEST_NAME : 0); i++) {
      Hit<String> verb = happened.longestAt(text, reading.words(), reading.wordAt(at));
      if (named && SHARE.matcher(text).region(at, text.length()).lookingAt()
          || verb != null && verb.start() - at <= 1) {
        return true;
      }
      Matcher word = WORD.matcher(text).region(at, text.length());
      if (!word.lookingAt()) {
        return false;
      }
      at = word.end();
    }
    return false;
  }
}
