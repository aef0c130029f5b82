package dev.touchstone.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a study that a statement is restricted to: {@code overall}, or the words of a
 * subgroup.
 */
final class Populations {

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\b(?:overall|whole|entire|total|full|intention-to-treat|intent-to-treat|ITT)\\s+(?:study\\s+|trial\\s+)?(?:population|cohort)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUBGROUP =
      Pattern.compile(
          "\\b(?:subgroups?|subsets?|subpopulations?)\\b(?:\\s+analys[ie]s)?(?:\\s+(?:of|in|for|with)\\s+(?:the\\s+)?(?:patients|women|men|those|participants)?\\s*(?:with|who had)?\\s*(?<who>[^,;.()]{2,80}))?(?:\\s*\\((?<short>[^()]{2,40})\\))?",
          Pattern.CASE_INSENSITIVE);

  private Populations() {}

  /**
   * The population of a clause.
   *
   * @param text reading text of the unit
   * @param sentenceStart where the sentence of the clause starts; its opening phrase counts too
   * @return {@code overall}, the words that name the subgroup, or null
   */
  static @Nullable String of(String text, int sentenceStart, int start, int end) {
    String clause = text.substring(start, end);
    String found = ofClause(clause);
    if (found == null && sentenceStart < start) {
      String opening = text.substring(sentenceStart, start);
      int comma = opening.indexOf(',');
      return comma > 0 && opening.startsWith("In ") ? ofClause(opening.substring(0, comma)) : null;
    }
    return found;
  }

  private static @Nullable String ofClause(String clause) {
    if (WHOLE.matcher(clause).find()) {
      return "overall";
    }
    Matcher subgroup = SUBGROUP.matcher(clause);
    if (!subgroup.find()) {
      return null;
    }
    String shortName = subgroup.group("short");
    String who = subgroup.group("who");
    String words = shortName != null ? shortName : who;
    return words == null ? "subgroup" : verbless(words.strip());
  }

  /** "patients with lymphoma showed a benefit": the name ends where the verb begins. */
  private static String verbless(String words) {
    Matcher verb =
        Pattern.compile("\\s+(?:showed|shows|had|has|was|were|demonstrated|responded|did)\\b")
            .matcher(words);
    return verb.find() ? words.substring(0, verb.start()) : words;
  }
}
