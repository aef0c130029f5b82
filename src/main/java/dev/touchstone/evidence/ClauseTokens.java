package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clause as the reading of claims sees it: words, brackets, verbs and noun phrases, by part of
 * speech alone.
 */
final class ClauseTokens {

  /** The tokens from {@code first} up to before {@code end}; {@code head} is the noun of it. */
  record Phrase(int first, int end, int head) {}

  private static final Set<String> BE =
      Set.of(
          "was",
          "were",
          "is",
          "are",
          "be",
          "been",
          "being",
          "remained",
          "remain",
          "remains",
          "became",
          "become",
          "seemed",
          "seems",
          "appeared",
          "appears",
          "stayed");

  private static final Set<String> CHAIN =
      Set.of(
          "of", "in", "on", "for", "to", "from", "with", "at", "during", "between", "after", "per");

  private static final Set<String> NO_NOUN =
      Set.of("%", "respectively", "compared", "versus", "vs", "vs.", "p", "n", "=", "<");

  private final List<Token> tokens;
  private final List<Mention> mentions;
  private final ClaimWords words;
  private final int[] depth;

  ClauseTokens(List<Token> tokens, List<Mention> mentions, ClaimWords words) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.words = words;
    this.depth = new int[tokens.size()];
    int open = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (text.equals("(") || text.equals("[")) {
        open++;
      }
      depth[i] = open;
      if ((text.equals(")") || text.equals("]")) && open > 0) {
        open--;
      }
    }
  }

  int size() {
    return tokens.size();
  }

  List<Mention> mentions() {
    return mentions;
  }

  Token token(int i) {
    return tokens.get(i);
  }

  /** The word in lower case; empty outside of the clause. */
  String word(int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text().toLowerCase(Locale.ROOT);
  }

  String tag(int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).tag();
  }

  boolean is(Group group, int i) {
    return i >= 0 && i < tokens.size() && words.is(group, tokens.get(i));
  }

  boolean inBracket(int i) {
    return depth[i] > 0;
  }

  /** The token after a bracket that opens at the token; the token itself where none does. */
  int afterBracket(int i) {
    int at = i;
    while (at < size() && depth[at] > 0 && (at > i || opens(at))) {
      at++;
      if (at < size() && opens(at) && depth[at] == 1 && at > i) {
        continue;
      }
    }
    return at;
  }

  private boolean opens(int i) {
    return word(i).equals("(") || word(i).equals("[");
  }

  boolean isBe(int i) {
    return BE.contains(word(i));
  }

  boolean isComma(int i) {
    return word(i).equals(",");
  }

  boolean isNoun(int i) {
    return (tag(i).startsWith("NN") || tag(i).equals("FW")) && !NO_NOUN.contains(word(i));
  }

  /** A verb that carries a clause of its own, outside of brackets and relative clauses. */
  boolean isFinite(int i) {
    if (inBracket(i)
        || word(i).matches("means?")
        || !(tag(i).equals("MD") || tag(i).matches("VB[DZP]"))) {
      return false;
    }
    int before = i - 1;
    while (before >= 0 && tag(before).startsWith("RB")) {
      before--;
    }
    if (before >= 0 && (tag(before).startsWith("W") || word(before).equals("that"))) {
      return word(before).equals("that") && before > 0 && tag(before - 1).startsWith("VB");
    }
    return true;
  }

  private boolean isInner(int i) {
    String tag = tag(i);
    if (word(i).equals("%") && tag(i - 1).equals("CD")
        || word(i).matches("mean|median")
        || i == 0 && tag(i).equals("VB") && isNoun(i + 1)) {
      return true;
    }
    return !NO_NOUN.contains(word(i))
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
    return noun < 0 ? null : new Phrase(first, noun + 1, noun);
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
      if (at >= limit || !(CHAIN.contains(word(at)) || counted && tag(at).matches("VB[NG]"))) {
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
    Token head = tokens.get(phrase.head());
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
    return mentions.stream()
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

  /** Skips adverbs, as in {@code significantly and consistently}. */
  int skipAdverbs(int from) {
    int at = from;
    while (at < size() && (tag(at).startsWith("RB") || word(at).equals("statistically"))) {
      at++;
    }
    return at;
  }

  /**
   * Where the subject of a verb stands, without what opens the sentence before it: {@code After a
   * week, the score} was. Empty ({@code first == end}) where there is none.
   */
  Phrase subject(int verb) {
    int earlier = -1;
    for (int i = verb - 1; i >= 0 && earlier < 0; i--) {
      if (isFinite(i)) {
        earlier = i;
      }
    }
    int first = earlier + 1;
    if (earlier >= 0) {
      int joint = verb - 1;
      while (joint > earlier && (tag(joint).startsWith("RB") || tag(joint).equals("MD"))) {
        joint--;
      }
      if (tag(joint).equals("CC") || (isComma(joint) && !subjectLike(joint + 1, verb))) {
        // "fell in A and rose in B": both verbs have one subject
        return subject(groupStart(earlier));
      }
      for (int i = earlier + 1; i < verb; i++) {
        boolean joins = isComma(i) || tag(i).equals("CC") || word(i).equals("that");
        if (joins && !inBracket(i) && subjectLike(i + 1, verb)) {
          first = i + 1;
          break;
        }
      }
    }
    return opened(first, verb);
  }

  private boolean subjectLike(int from, int verb) {
    Phrase phrase = chain(from, verb);
    return phrase != null && !isTime(phrase);
  }

  /** Leaves out what opens a clause: adverbs, {@code in …,}, {@code compared with …,}. */
  private Phrase opened(int from, int verb) {
    int first = from;
    while (first < verb) {
      boolean opener =
          tag(first).matches("IN|TO|RB|WRB|CC|VBG|VBN")
              || isComma(first)
              || is(Group.MARKER, first);
      if (!opener || subjectOfVerbal(first, verb)) {
        break;
      }
      boolean joins = is(Group.SUBORDINATE, first);
      if (joins || !tag(first).matches("IN|TO|VBG|VBN") && !is(Group.MARKER, first)) {
        first++;
        continue;
      }
      int comma = first;
      while (comma < verb && !(isComma(comma) && !inBracket(comma))) {
        comma++;
      }
      if (comma < verb) {
        first = comma + 1;
      } else {
        Phrase inside = chain(first + 1, verb);
        first = inside == null ? first + 1 : afterBracket(inside.end());
      }
    }
    return new Phrase(Math.min(first, verb), verb, -1);
  }

  /** "Increased bleeding", "fasting glucose": the participle is part of the subject. */
  private boolean subjectOfVerbal(int first, int verb) {
    return tag(first).matches("VB[NG]")
        && first + 1 < verb
        && isInner(first + 1)
        && !is(Group.MARKER, first);
  }

  /** The first token of the verb group that the token is in: {@code did} of {@code did not}. */
  int groupStart(int verb) {
    int at = verb;
    while (at > 0
        && (tag(at - 1).matches("MD|RB.*|TO")
            || isBe(at - 1)
            || word(at - 1).matches("did|do|does|has|have|had|not|n't|found|shown|noted|observed"))
        && !isComma(at - 1)) {
      at--;
    }
    // Adverbs before the first verb may be what closes the subject: "levels also were".
    return at;
  }

  /** The nearest finite verb before the token, or -1. */
  int verbBefore(int token) {
    for (int i = token - 1; i >= 0; i--) {
      if (isFinite(i)) {
        return i;
      }
    }
    return -1;
  }
}
