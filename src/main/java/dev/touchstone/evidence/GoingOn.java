package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a sentence without an outcome of its own goes on about the last one: it tells of groups,
 * or takes up its last word ("the predicted index was").
 */
final class GoingOn {

  private static final int SHORT_LEAD = 30;
  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)\\b(?:it|this|these|they|rates?|figures?|values?|proportions?|percentages?|incidences?|frequenc(?:y|ies)|difference|corresponding)\\b");

  private GoingOn() {}

  /**
   * @param told what was told last
   * @param lead the words of the sentence before the row
   * @param namesArms whether the sentence names an arm
   */
  static boolean about(Mention told, List<Statement> row, String lead, boolean namesArms) {
    Statement first = row.get(0);
    String label = told.outcome().label();
    String lastWord = label.substring(label.lastIndexOf(' ') + 1);
    boolean takesUp =
        lastWord.length() > 3
            && lead.toLowerCase(Locale.ROOT)
                .contains(" " + lastWord.toLowerCase(Locale.ROOT) + " ");
    boolean groupsTold = row.size() > 1 || namesArms || first.values().size() > 1;
    return takesUp || groupsTold && (lead.length() <= SHORT_LEAD || PRONOUN.matcher(lead).find());
  }
}
