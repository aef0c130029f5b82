package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Values of one group at two times, which are attached as one: {@code from 25.0 ± 1.9 to 17.6 ± 2.2
 * mmHg}.
 */
final class Changes {

  private static final Pattern TO =
      Pattern.compile(
          "(?i)\\s*(?:%|[\\p{L}/%]{1,10})?\\s*to\\s+(?:an?\\s)?(?:mean\\s|median\\s)?(?:of\\s)?\\s*");

  private final Map<Statement, Statement> wholes = new LinkedHashMap<>();

  /**
   * @param statements of a sentence in order
   */
  Changes(String text, List<Statement> statements) {
    List<Statement> members = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.compares()) {
        wholes.put(statement, statement);
        continue;
      }
      if (!members.isEmpty() && !isChange(text, members.get(members.size() - 1), statement)) {
        close(text, members);
      }
      members.add(statement);
    }
    close(text, members);
  }

  /** Whether the second value is what the first became. */
  static boolean isChange(String text, Statement one, Statement other) {
    return other.start() >= one.end()
        && one.resembles(other)
        && TO.matcher(OpenText.between(text, one.end(), other.start())).matches();
  }

  /** The statement with those that are attached with it, to the end of its bracket. */
  Statement whole(Statement statement) {
    return wholes.getOrDefault(statement, statement);
  }

  /** Every change and every other statement once, in order. */
  List<Statement> all() {
    return wholes.values().stream().distinct().toList();
  }

  private void close(String text, List<Statement> members) {
    if (members.isEmpty()) {
      return;
    }
    List<Mention> values = new ArrayList<>();
    members.forEach(member -> values.addAll(member.values()));
    int start = members.get(0).start();
    int end = endOfBracket(text, start, members.get(members.size() - 1).end());
    Statement whole = new Statement(values, start, end, false);
    members.forEach(member -> wholes.put(member, whole));
    members.clear();
  }

  /** {@code 17.6 (-30%; P<.001)}: a bracket that was opened within goes with its value. */
  private static int endOfBracket(String text, int start, int end) {
    int opened = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      opened = c == '(' || c == '[' ? i : c == ')' || c == ']' ? -1 : opened;
    }
    if (opened < 0) {
      return end;
    }
    int closing = text.indexOf(text.charAt(opened) == '(' ? ')' : ']', end);
    return closing < 0 || closing - end > 80 ? end : closing + 1;
  }
}
