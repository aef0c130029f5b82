package dev.touchstone.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values of a sentence that are set against each other: {@code 32% v 25%}, {@code 5.1 and 4.9
 * months}. In {@code improved in 21 and unchanged in 12} each value is told for itself.
 */
final class Contrasts {

  /** Between values of one group that are told one after the other: what was found comes first. */
  private static final Pattern NEXT_FINDING =
      Pattern.compile(
          "(?is)[\\s%)\\]]*(?:patients|pts|cases|women|men|subjects|participants|eyes|children)?\\s?(?:,|,?\\sand)\\s(?!(?:in|for|with|among|on|by|of|after|to|at|from|versus|vs|compared|those|patients|the|an?|those)\\b)(?:[\\p{L}-]{4,}\\s){1,3}(?:(?:in|of|for|by|was|were)\\s)?");

  private Contrasts() {}

  /**
   * The contrasts of a row, in order.
   *
   * @param values of one study, a change over time as one of them
   */
  static List<List<Statement>> of(NamedRow row) {
    List<List<Statement>> contrasts = new ArrayList<>();
    Statement last = null;
    for (Statement value : row.row()) {
      if (last == null || !goTogether(row, last, value)) {
        contrasts.add(new ArrayList<>());
      }
      contrasts.get(contrasts.size() - 1).add(value);
      last = value;
    }
    return contrasts;
  }

  private static boolean goTogether(NamedRow row, Statement one, Statement other) {
    return row.setAgainst(one, other)
        || !row.between(one.end(), other.start()).isEmpty()
        || !NEXT_FINDING.matcher(OpenText.between(row.text(), one.end(), other.start())).matches();
  }
}
