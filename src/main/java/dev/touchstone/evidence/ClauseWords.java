package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Token;
import java.util.List;
import java.util.Locale;

/** A clause as words, brackets and verbs, by part of speech alone. */
abstract class ClauseWords {

  private final List<Token> tokens;
  private final List<Mention> mentions;
  private final ClaimWords words;
  private final int[] depth;

  ClauseWords(List<Token> tokens, List<Mention> mentions, ClaimWords words) {
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

  final boolean opens(int i) {
    return word(i).equals("(") || word(i).equals("[");
  }

  boolean isBe(int i) {
    return words.is(Group.BE, word(i));
  }

  boolean isComma(int i) {
    return word(i).equals(",");
  }

  boolean isNoun(int i) {
    return (tag(i).startsWith("NN") || tag(i).equals("FW")) && !isNoNoun(i);
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

  /** What is tagged as a noun and is none: signs, {@code versus}. */
  final boolean isNoNoun(int i) {
    return words.is(Group.NO_NOUN, word(i));
  }

  /** Skips adverbs, as in {@code significantly and consistently}. */
  int skipAdverbs(int from) {
    int at = from;
    while (at < size() && (tag(at).startsWith("RB") || word(at).equals("statistically"))) {
      at++;
    }
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
