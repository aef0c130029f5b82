package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of names: {@code pain (0-10), function at 6 weeks, and return to work}. */
record NameLists(TaggedSentence sentence, OutcomeWords words) {

  /** Words after a name that tell how, when and in whom it was measured. */
  private static final String MANNER =
      "at|after|during|by|within|between|among|across|with|using|on|from|over|for|before|until|throughout|via|through|in|as|according|based|assessed|measured|defined|evaluated|compared|determined";

  /** From token to before token. */
  record Name(int first, int end) {}

  /**
   * The names of a list, each without article and bracket. What tells how, when and in whom it was
   * measured ends a name; a verb ends the list.
   *
   * @param whole whether nothing but the list may stand there
   */
  List<Name> of(int from, int limit, boolean whole) {
    List<Name> items = new ArrayList<>();
    int at = from;
    while (at < limit) {
      at = skipJoints(at, limit);
      Name item = at(at, limit);
      if (item == null) {
        break;
      }
      items.add(item);
      at = afterManner(sentence.afterBracket(item.end()), limit);
      boolean joined =
          at < limit
              && (sentence.lower(at).matches("[,;/]|and|or|as") || sentence.tag(at).equals("CC"));
      if (!joined) {
        break;
      }
    }
    boolean all = at >= limit;
    return whole && !all && items.size() < 2 ? List.of() : items;
  }

  /** The token after all that tells how, when and in whom something was measured. */
  int afterManner(int from, int limit) {
    int at = from;
    while (at < limit && sentence.lower(at).matches(MANNER)) {
      int next = at + 1;
      while (next < limit && sentence.tag(next).matches("DT|PRP\\$|CD|VBG|IN|TO")) {
        next++;
      }
      int end = NounPhrases.end(sentence.tokens(), next, limit);
      at = sentence.afterBracket(Math.max(end, at + 1));
    }
    return sentence.afterBracket(at);
  }

  int skipJoints(int from, int limit) {
    int at = from;
    while (at < limit
        && (sentence
                .lower(at)
                .matches("[,;:/]|and|or|both|as|well|also|either|to|be|the|a|an|their")
            || sentence.lower(at).matches("\\(|\\)|i{1,3}|\\d|[a-d]") && isNumbering(at)
            || sentence.tag(at).matches("DT|PDT|PRP\\$|CC"))) {
      at++;
    }
    return at;
  }

  /** {@code (1) pain, (2) function}. */
  private boolean isNumbering(int at) {
    return sentence.lower(at).equals("(") && sentence.lower(at + 2).equals(")")
        || sentence.lower(at - 1).equals("(") && sentence.lower(at + 1).equals(")")
        || sentence.lower(at).equals(")") && sentence.lower(at - 2).equals("(");
  }

  /** The name that begins with the token; null where none does. */
  @Nullable Name at(int first, int limit) {
    int end = chain(first, limit);
    if (end == first
        && sentence.tag(first).startsWith("JJ")
        && sentence.tag(first + 1).equals("CC")) {
      // "immediate and late pain scores": two of a kind
      int further = chain(first + 2, limit);
      end = further > first + 2 ? further : first;
    }
    if (end == first) {
      return null;
    }
    return new Name(first, end);
  }

  /** The noun phrase with those that hang from it by {@code of}, {@code to}, {@code in}. */
  private int chain(int first, int limit) {
    int end = NounPhrases.end(sentence.tokens(), first, limit);
    while (end > first && end + 1 < limit && continues(end)) {
      int next = end + 1;
      while (sentence.tag(next).matches("DT|PRP\\$|JJR|RB")) {
        next++;
      }
      int further = NounPhrases.end(sentence.tokens(), next, limit);
      if (further == next) {
        break;
      }
      end = further;
    }
    return end;
  }

  private boolean continues(int at) {
    String before = sentence.lower(at - 1);
    return switch (sentence.lower(at)) {
      case "of" -> true;
      case "to" ->
          words.is(Group.AMOUNT_NOUN, before) || before.matches("adherence|days?|response");
      case "in", "from" -> words.is(Group.CHANGE_NOUN, before);
      case "with" -> before.matches("satisfaction|compliance|patients?|women|participants");
      default -> false;
    };
  }
}
