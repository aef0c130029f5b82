package dev.touchstone.mention;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that share one word for an arm: {@code the hormone and placebo groups}, {@code the ZAL (5.9
 * mmHg) and BRT (6.0 mmHg) groups}, {@code the 350- and 500-mm2 groups}.
 */
final class SharedNoun {

  static final String ORIGIN = "shares a word for an arm";
  private static final int LONGEST = 4;
  private static final Pattern AND =
      Pattern.compile(
          "(?:\\s?\\([^()]{1,60}\\))?(?:,?\\s(?:and|or|versus|vs\\.?|v)|,)\\s(?:the\\s)?$",
          Pattern.CASE_INSENSITIVE);

  private final Reading reading;
  private final String text;
  private final ArmPhrases phrases;

  SharedNoun(Reading reading, ArmPhrases phrases) {
    this.reading = reading;
    this.text = reading.text();
    this.phrases = phrases;
  }

  /** Adds the names in front of one that has the noun itself. */
  void namesBefore(int name) {
    int at = name;
    while (at > 0) {
      Matcher and = AND.matcher(text.substring(0, at));
      at = and.find() ? nameBefore(and.start()) : -1;
    }
  }

  /** Adds the name that ends at an offset; returns where it begins, negative where none does. */
  int nameBefore(int end) {
    for (Sentence sentence : reading.sentences()) {
      if (end > sentence.start() && end <= sentence.end()) {
        return nameBefore(sentence.tokens(), end);
      }
    }
    return -1;
  }

  private int nameBefore(List<Token> tokens, int end) {
    int last = GroupNouns.indexBefore(tokens, end);
    // The hyphen of "350-" is a token of its own.
    boolean hyphen = last > 0 && tokens.get(last).text().equals("-");
    int head = hyphen ? last - 1 : last;
    boolean compound = head > 0 && tokens.get(head - 1).text().equals("-");
    if (head < 0 || tokens.get(last).end() != end || !compound && !isName(tokens.get(head))) {
      return -1;
    }
    int first = head;
    while (first > 0 && head - first < LONGEST - 1 && isInner(tokens, first - 1)) {
      first--;
    }
    int start = tokens.get(first).start();
    if (reading.has(MentionType.ARM, start, end)
        || reading.has(MentionType.MEASURE, start, end)
        || reading.covering(MentionType.OUTCOME, start, end).anyMatch(Draft::isListed)) {
      return -1;
    }
    reading.covering(MentionType.OUTCOME, start, end).toList().forEach(reading::remove);
    phrases.add(reading, start, end, ORIGIN);
    return start;
  }

  private boolean isInner(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean hyphen = token.text().equals("-") && at > 0;
    boolean joined = tokens.get(at + 1).text().equals("-");
    return hyphen || joined || isName(token) && NounPhrases.isInner(token);
  }

  private boolean isName(Token token) {
    String lower = token.text().toLowerCase(Locale.ROOT);
    return Character.isLetterOrDigit(lower.charAt(0))
        && !phrases.isNoName(lower)
        && !lower.matches("(?:arm|group|cohort)s?")
        && !token.tag().matches("IN|DT|TO|CC|V.*|PRP.*|WDT|MD|RB|JJR|JJS|RBR");
  }
}
