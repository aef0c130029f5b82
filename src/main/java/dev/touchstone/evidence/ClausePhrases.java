package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The noun phrases of a clause, and lists of them. */
abstract class ClausePhrases extends ClauseWords {

  /** The tokens from {@code first} up to before {@code end}; {@code head} is the noun of it. */
  record Phrase(int first, int end, int head) {}

  ClausePhrases(List<Token> tokens, List<Mention> mentions, ClaimWords words) {
    super(tokens, mentions, words);
  }

  final boolean isInner(int i) {
    String tag = tag(i);
    if (word(i).equals("%") && tag(i - 1).equals("CD")
        || word(i).matches("mean|median")
        || i == 0 && tag(i).equals("VB") && isNoun(i + 1)) {
      return true;
    }
    return !isNoNoun(i)
        && (isNoun(i)
            || tag.startsWith("JJ")
            || tag.equals("VBN") && !isBe(i)
            || tag.equals("VBG") && !isBe(i)
            || tag.equals("CD")
            || tag.equals("HYPH")
            || tag.equals("POS")
            || word(i).equals("/")
            || word(i).equals("-")
            || word(i).equals("+")
            || tag.startsWith("RB") && word(i).endsWith("ly"));
  }

  private boolean isDeterminer(int i) {
    return tag(i).matches("DT|PDT|PRP\\$") || is(Group.WITHIN, i);
  }

  /** The noun phrase that begins at the token, without its articles; null where none does. */
  @Nullable Phrase phrase(int from, int limit) {
    int first = from;
    while (first < limit
        && (isDeterminer(first)
            || (first > from && word(first).equals("of") && isDeterminer(first + 1)))) {
      first++;
    }
    int at = first;
    int noun = -1;
    while (at < limit && isInner(at)) {
      if (isNoun(at)) {
        noun = at;
      }
      if (word(at).matches("mean|median|average") && opens(at + 1)) {
        // "the mean (SD) decrease"
        at = afterBracket(at + 1);
        continue;
      }
      if (!isNoun(at) && tag(at).matches("VB[NG]") && noun >= 0 && !isInner(at + 1)) {
        break;
      }
      at++;
    }
    // "Next-morning sleepiness": the first word of a compound may be no noun.
    boolean compound = first > 0 && (tag(first).equals("HYPH") || word(first).equals("-"));
    return noun < 0 ? null : new Phrase(compound ? first - 1 : first, noun + 1, noun);
  }

  /** The phrase with those that hang from it: {@code the rate of relapse}. */
  @Nullable Phrase chain(int from, int limit) {
    Phrase start = phrase(from, limit);
    if (start == null) {
      return null;
    }
    int end = start.end();
    int head = start.head();
    Phrase last = start;
    while (true) {
      int at = afterBracket(end);
      boolean counted = isPeople(last) && !word(at).equals("of");
      if (word(at).equals("with") && !isPeople(last)) {
        break;
      }
      if (at >= limit || !(is(Group.LINK, at) || counted && tag(at).matches("VB[NG]"))) {
        break;
      }
      Phrase next = phrase(at + 1, limit);
      if (next == null) {
        break;
      }
      boolean of = word(at).equals("of");
      if (!of && !counted && (isSide(next) || isTime(next))) {
        break;
      }
      if (counted && (last == start || isSide(next) || isTime(next))) {
        break;
      }
      end = next.end();
      last = next;
    }
    return new Phrase(start.first(), end, head);
  }

  private boolean isPeople(Phrase phrase) {
    return is(Group.PEOPLE, phrase.head());
  }

  /** Whether the phrase names a side of a comparison or those who were measured. */
  boolean isSide(Phrase phrase) {
    Token head = token(phrase.head());
    if (isPeople(phrase)) {
      return true;
    }
    if (covered(MentionType.ARM, head)) {
      return true;
    }
    return covered(MentionType.DRUG, head)
        && !covered(MentionType.OUTCOME, head)
        && !(phrase.first() < phrase.head() && is(Group.SPECIMEN, phrase.head() - 1));
  }

  /** "Over time" tells when; "reaction time" and "time to relapse" were measured. */
  boolean isTime(Phrase phrase) {
    boolean alone = phrase.end() - phrase.first() == 1;
    return is(Group.TIME, phrase.head()) && (alone || !word(phrase.head()).matches("times?"));
  }

  private boolean covered(MentionType type, Token token) {
    return mentions().stream()
        .anyMatch(
            mention ->
                mention.type() == type
                    && mention.start() < token.end()
                    && token.start() < mention.end());
  }

  /**
   * The phrases of a list that begins at the token: {@code pain, stiffness (P = 0.02) and the use
   * of rescue drugs}. Ends before a side of the comparison, a time or a new statement.
   */
  List<Phrase> list(int from, int limit) {
    List<Phrase> list = new ArrayList<>();
    int at = from;
    while (at < limit) {
      Phrase next = chain(at, limit);
      if (next == null || isSide(next) || isTime(next)) {
        break;
      }
      if (!list.isEmpty() && compares(next)) {
        break;
      }
      int after = afterBracket(next.end());
      if (!list.isEmpty() && after < limit && startsStatement(after)) {
        // What follows the first was the subject of the next statement.
        return list.subList(0, 1);
      }
      list.add(next);
      at = afterSeparators(after, limit);
      if (at == after) {
        break;
      }
      // "no effect on pain or on sleep"
      if (at < limit && is(Group.TOPIC, at)) {
        at++;
      }
    }
    return list;
  }

  /** "…, a higher rate": not one more outcome but one more comparison. */
  private boolean compares(Phrase phrase) {
    for (int i = phrase.first(); i < phrase.end(); i++) {
      if (tag(i).matches("JJR|RBR")) {
        return true;
      }
    }
    return false;
  }

  private boolean startsStatement(int at) {
    int verb = at;
    while (verb < size() && tag(verb).startsWith("RB")) {
      verb++;
    }
    boolean shortened = tag(verb).equals("VBN") && tag(verb + 1).matches("IN|RB|");
    return verb < size() && (isFinite(verb) || shortened && is(Group.JUDGED, verb));
  }

  private int afterSeparators(int from, int limit) {
    int at = from;
    while (at < limit
        && (word(at).matches("[,/&]|and|or|nor|also|both|plus|as|well|either")
            || tag(at).equals("SYM"))) {
      at++;
    }
    return at;
  }

  /** Whether a phrase counts people: {@code three patients}, {@code 3 (10%) of the patients}. */
  boolean countsPeople(Phrase region) {
    Phrase phrase = phrase(region.first(), region.end());
    return tag(region.first()).equals("CD") && (phrase == null || isPeople(phrase));
  }
}
