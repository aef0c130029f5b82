package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Outcomes in a list whose values follow in the same order: {@code survival of patients and grafts
 * was 97% vs 96% and 92% vs 91%, respectively}.
 */
final class RespectiveOutcomes {

  private static final int REACH = 40;
  private static final Pattern RESPECTIVELY = Pattern.compile("(?i)\\brespectively\\b");
  private static final Pattern JOINT =
      Pattern.compile("(?i)\\s*(?:,\\s*(?:and|or)?|and|or|&)\\s*(?:the\\s)?");
  private static final Pattern AGAINST =
      Pattern.compile("(?is).*\\b(?:versus|vs|v|compared|against|than)\\b.*");

  private final String text;
  private final Sentence sentence;
  private final List<Mention> names;
  private final boolean comparesNamed;

  /**
   * @param names outcomes of the sentence in order
   * @param comparesNamed whether the sentence names two arms
   */
  RespectiveOutcomes(String text, Sentence sentence, List<Mention> names, boolean comparesNamed) {
    this.text = text;
    this.sentence = sentence;
    this.names = names;
    this.comparesNamed = comparesNamed;
  }

  /**
   * The outcomes of a row in order, each with as many of its values; empty where the row is of one.
   *
   * @param from where the statement before the row ends
   */
  List<Mention> of(List<Statement> row, int from) {
    int end = row.get(row.size() - 1).end();
    String behind = text.substring(end, Math.min(sentence.end(), end + REACH));
    if (row.size() < 2 || !RESPECTIVELY.matcher(behind).find()) {
      return List.of();
    }
    List<Mention> list = listBefore(row.get(0).start(), from);
    int each = list.size() < 2 || row.size() % list.size() != 0 ? 0 : row.size() / list.size();
    boolean inOrder = each == 1 ? !comparesNamed && !isAgainst(row) : each == 2 && inPairs(row);
    return inOrder ? list : List.of();
  }

  private List<Mention> listBefore(int start, int from) {
    List<Mention> list = new ArrayList<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      Mention name = names.get(i);
      if (name.end() > start) {
        continue;
      }
      int next = list.isEmpty() ? -1 : list.get(0).start();
      boolean joined =
          next < 0
              || next >= name.end() && JOINT.matcher(text.substring(name.end(), next)).matches();
      if (name.start() < from || !joined) {
        break;
      }
      list.add(0, name);
    }
    return list;
  }

  private boolean isAgainst(List<Statement> row) {
    return AGAINST
        .matcher(text.substring(row.get(0).end(), row.get(row.size() - 1).start()))
        .matches();
  }

  /** Whether the first is set against the second, the third against the fourth. */
  private boolean inPairs(List<Statement> row) {
    for (int i = 1; i < row.size(); i++) {
      String gap = text.substring(row.get(i - 1).end(), row.get(i).start());
      if (AGAINST.matcher(gap).matches() != (i % 2 == 1)) {
        return false;
      }
    }
    return true;
  }
}
