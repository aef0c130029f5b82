package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import java.util.List;
import java.util.regex.Pattern;

/** What the words between an outcome and a value say of the two. */
final class OutcomeGaps {

  /**
   * "was 5 months", "in 19 of 38", "occurred in 11 patients": the outcome stands before its value.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "(?!.*\\be\\.g)[^,;]{0,60}?(?:\\b(?:was|were|is|are|of|in|reached|to|by|for|at|affected|affecting|with|from|reported|than|only)\\b|[=:(])[^,;]{0,60}",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** "had a", "in the control arm experienced a drop in": the outcome follows its value. */
  private static final Pattern HAD =
      Pattern.compile(
          "[^,;:.]{0,80}?\\b(?:had|have|has|having|experienced|developed|achieved|achieving|showed|reported|suffered|attained|required|needed|discontinued|underwent|reached|were in|with|presented with)\\b[^,;:.]{0,60}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DIRECT =
      Pattern.compile(
          "[\\s)\\]]*(?:of )?(?:the )?(?:(?:evaluable |treated )?(?:patients|participants|subjects) )?(?:a |an |the |had )?(?:[\\p{L}-]{3,} ){0,2}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FOR =
      Pattern.compile("(?i)[\\s)\\]]*(?:for|in terms of)\\s(?:the\\s|any\\s)?");
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "(?i)[\\s-]*(?:[\\p{L}-]+\\s)?(?:patients|women|men|participants|subjects|groups?|arms?|children|eyes)\\b");
  private static final Pattern BREAK = Pattern.compile("[,;:]");

  private static final Pattern INTO_BRACKET = Pattern.compile("\\s*[(\\[][^()\\[\\]]{0,40}");

  private final String text;

  OutcomeGaps(String text) {
    this.text = text;
  }

  /** Whether the words behind an outcome lead to its value. */
  boolean links(Mention outcome, int value) {
    return LINK.matcher(text.substring(outcome.end(), value)).matches();
  }

  /** {@code heart rate (mean ± SD, 80 …}: the bracket right behind a name has its figures. */
  boolean opensBracket(Mention outcome, int value) {
    return INTO_BRACKET.matcher(text.substring(outcome.end(), value)).matches();
  }

  /** Whether the words behind a value lead to its outcome. */
  boolean follows(int end, Mention outcome) {
    String gap = text.substring(end, outcome.start());
    return HAD.matcher(gap).matches() || DIRECT.matcher(gap).matches();
  }

  /** "4.6 and 2.1 percent for infarction": the outcome behind says which of the rates it is. */
  boolean isFor(int end, Mention outcome) {
    return FOR.matcher(OpenText.between(text, end, outcome.start())).matches()
        && !OF_PEOPLE.matcher(text).region(outcome.end(), text.length()).lookingAt();
  }

  /** "30% present late, and survival is poor" tells of two things. */
  boolean breaks(int end, Mention outcome) {
    return BREAK.matcher(text.substring(end, outcome.start())).find();
  }

  /** Whether the words between them bind a value to an outcome. */
  boolean binds(Statement statement, Mention outcome) {
    return outcome.end() <= statement.start()
        ? links(outcome, statement.start())
        : follows(statement.end(), outcome);
  }

  /** Whether an outcome stands in a bracket that closes before its value. */
  boolean isAside(Mention outcome, int value) {
    int depth = 0;
    for (int i = outcome.end(); i < value; i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether each of two values has an outcome of its own: "X in 25% of patients, and 35% had Y".
   */
  boolean differ(List<Mention> outcomes, Statement one, Statement other) {
    boolean linked =
        outcomes.stream()
            .filter(outcome -> outcome.end() <= one.start())
            .anyMatch(outcome -> links(outcome, one.start()));
    return linked
        && outcomes.stream()
            .filter(outcome -> outcome.start() >= other.end())
            .limit(1)
            .anyMatch(
                outcome -> HAD.matcher(text.substring(other.end(), outcome.start())).matches());
  }
}
