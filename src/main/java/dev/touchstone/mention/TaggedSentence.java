package dev.touchstone.mention;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A tagged sentence while outcomes are looked for in it by the place of their words. */
record TaggedSentence(Reading reading, List<Token> tokens, Clause clause) {

  private static final Set<String> APPROXIMATE =
      Set.of(
          "approximately",
          "about",
          "around",
          "only",
          "<",
          ">",
          "=",
          "~",
          "±",
          "(",
          "roughly",
          "nearly",
          "than",
          "or",
          "more",
          "less",
          "at",
          "least",
          "established");

  static TaggedSentence of(Reading reading, Sentence sentence) {
    return new TaggedSentence(reading, sentence.tokens(), new Clause(sentence.tokens()));
  }

  int size() {
    return tokens.size();
  }

  String lower(int at) {
    return at < 0 || at >= size() ? "" : tokens.get(at).text().toLowerCase(Locale.ROOT);
  }

  String tag(int at) {
    return at < 0 || at >= size() ? "" : tokens.get(at).tag();
  }

  boolean isNoun(int at) {
    return at >= 0 && at < size() && NounPhrases.isNoun(tokens.get(at));
  }

  /** The words from a token up to before another. */
  String text(int first, int end) {
    return first >= end
        ? ""
        : reading.text().substring(tokens.get(first).start(), tokens.get(end - 1).end());
  }

  boolean has(MentionType type, int at) {
    return reading.has(type, tokens.get(at).start(), tokens.get(at).end());
  }

  /** A number that is no year, dose, time point or the like. */
  boolean figureIn(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (token.tag().equals("CD") && !reading.isSpent(token.start(), token.end())
          || token.text().equals("%")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number begins at the token that counts no people. */
  boolean figureAt(int at) {
    int next = at;
    while (next < size() && next < at + 4 && isApproximate(next)) {
      next++;
    }
    return tag(next).equals("CD")
        && !lower(next + 1).matches("patients?|women|men|children|subjects|participants|years?");
  }

  private boolean isApproximate(int at) {
    return tag(at).startsWith("RB") || APPROXIMATE.contains(lower(at));
  }

  /** The token of the bracket that closes at the token; the token itself where none is found. */
  int opening(int close) {
    for (int i = close; i >= 0 && close - i < 14; i--) {
      if (tokens.get(i).text().equals("(")) {
        return i;
      }
    }
    return close;
  }

  /** The token after a bracket that opens at the token; the token itself where none does. */
  int afterBracket(int at) {
    if (!lower(at).matches("[(\\[]")) {
      return at;
    }
    int depth = 0;
    for (int i = at; i < size(); i++) {
      depth += lower(i).matches("[(\\[]") ? 1 : lower(i).matches("[)\\]]") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return size();
  }

  /** Where the clause of a token ends at the latest. */
  int clauseEnd(int from) {
    for (int i = from; i < size(); i++) {
      boolean next =
          lower(i).matches("[;:]") && i > from
              || lower(i).matches("whereas|while|although|but")
              || i > from + 3 && clause.isFinite(i) && lower(i - 1).matches("and|that|which");
      if (next) {
        return i;
      }
    }
    return size();
  }

  /** Last token of what stands before a verb, brackets, adverbs and places left out. */
  int subjectEnd(int verb) {
    int last = verb - 1;
    while (last >= 0
        && (tag(last).matches("RB|MD|VBD|VBZ|VBP|VBN|RBR|VB") && !isNoun(last)
            || lower(last).matches("[,)\\]]"))) {
      last = lower(last).matches("[)\\]]") ? opening(last) - 1 : last - 1;
    }
    return withoutPlace(last);
  }

  /** Goes back over {@code in the placebo group}, {@code of patients}, {@code at 3 minutes}. */
  private int withoutPlace(int end) {
    int last = end;
    for (int steps = 0; steps < 3 && last > 1; steps++) {
      // "In group 0", "in arm B": the number of a group is part of the place.
      int noun = lower(last).matches("\\d|[a-f]|i{1,3}") ? last - 1 : last;
      int start = NounPhrases.start(tokens, noun, 0);
      if (start > noun) {
        return last;
      }
      int before = start - 1;
      if (before >= 0 && tag(before).equals("DT")) {
        before--;
      }
      String words = text(start, last + 1);
      boolean place =
          before > 0
              && lower(before).matches("in|with|for|among|at|on|after|during|within|of|by")
              && (words.matches(
                      "(?is).*\\b(?:groups?|arms?|patients?|women|men|children|subjects|participants|months?|weeks?|days?|minutes?|hours?|years?|therapy|treatment|cohort|study|trial|baseline)(?:\\s(?:\\d|[a-f]|i{1,3}))?")
                  || reading.has(
                      MentionType.DRUG, tokens.get(start).start(), tokens.get(last).end()))
              && (!lower(before).equals("of")
                  || words.matches(
                      "(?is).*\\b(?:patients?|women|men|children|subjects|participants)"));
      if (!place) {
        return last;
      }
      last = before - 1;
    }
    return last;
  }
}
