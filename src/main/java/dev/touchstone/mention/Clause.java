package dev.touchstone.mention;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the clauses of a tagged sentence begin, and the subjects of their verbs. Parts of speech
 * are enough for it: a clause ends at a semicolon, a colon or a comma with a conjunction.
 */
final class Clause {

  private static final Set<String> CONJUNCTIONS =
      Set.of(
          "and",
          "but",
          "while",
          "whereas",
          "although",
          "though",
          "or",
          "because",
          "that",
          "which",
          "where",
          "when");
  private static final Set<String> PLACES =
      Set.of(
          "in",
          "with",
          "for",
          "among",
          "at",
          "on",
          "after",
          "during",
          "within",
          "by",
          "following",
          "from",
          "across",
          "between",
          "over",
          "to",
          "under",
          "throughout",
          "before");

  private final List<Token> tokens;

  Clause(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether the token is a verb that a subject stands before. */
  boolean isFinite(int at) {
    String tag = tokens.get(at).tag();
    return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
  }

  /** First token of the clause that a token is in, what only leads into it left out. */
  int start(int at) {
    int start = 0;
    int depth = 0;
    for (int i = at - 1; i >= 0; i--) {
      String word = lower(i);
      if (word.equals(")") || word.equals("]")) {
        depth++;
      } else if (word.equals("(") || word.equals("[")) {
        if (depth == 0) {
          start = i + 1;
          break;
        }
        depth--;
      } else if (depth == 0) {
        boolean joins =
            CONJUNCTIONS.contains(word) && i > 0 && tokens.get(i - 1).text().equals(",");
        if (word.matches("[;:]")
            || joins
            || word.matches("that|which|whereas|while|where|although|but")) {
          start = i + 1;
          break;
        }
      }
    }
    return afterLead(start, at);
  }

  /** {@code At 12 weeks , the score was}: the subject comes after the comma. */
  private int afterLead(int start, int verb) {
    int from = start;
    int depth = 0;
    for (int i = start; i < verb; i++) {
      String word = lower(i);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      boolean lead =
          from < i
              && (PLACES.contains(lower(from))
                  || tokens.get(from).tag().matches("RB|IN|VBN|VBG|WRB"));
      if (depth == 0 && word.equals(",") && lead) {
        from = i + 1;
      }
    }
    return from;
  }

  /**
   * First token of the subject of a verb; the verb where there is none.
   *
   * @param last last token of the subject, before adverbs and brackets
   */
  int subjectStart(int verb, int last) {
    int from = start(verb);
    while (from <= last
        && (tokens.get(from).tag().matches("DT|PRP\\$|PDT|EX|RB|,|CC")
                && !NounPhrases.isNoun(tokens.get(from))
            || isTitle(tokens.get(from)))) {
      from++;
    }
    for (int i = from; i <= last; i++) {
      if (isFinite(i) || tokens.get(i).text().equals(",")) {
        return NounPhrases.chainStart(tokens, last, from);
      }
    }
    int opening = NounPhrases.end(tokens, from, last + 1);
    return opening > from ? from : NounPhrases.chainStart(tokens, last, 0);
  }

  /** The label of a structured abstract. */
  static boolean isTitle(Token token) {
    return token.text().matches("RESULTS|FINDINGS|RESULTS:|CONCLUSIONS?|METHODS|MEASUREMENTS");
  }

  private String lower(int at) {
    return tokens.get(at).text().toLowerCase(Locale.ROOT);
  }
}
