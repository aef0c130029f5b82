package dev.touchstone.mention;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Noun phrases by part of speech, found from their last or first word without a parse. */
final class NounPhrases {

  private static final Set<String> PREPOSITIONS =
      Set.of("of", "in", "to", "for", "on", "from", "between", "at", "by");
  private static final Set<String> NOT_INSIDE =
      Set.of("respectively", "compared", "versus", "vs", "vs.", "both", "either", "each", "other");

  private NounPhrases() {}

  /** Whether a word may stand in a noun phrase before its last word. */
  static boolean isInner(Token token) {
    String tag = token.tag();
    return isNoun(token)
        || tag.startsWith("JJ")
        || tag.equals("VBN")
        || tag.equals("VBG")
        || tag.equals("CD")
        || tag.equals("HYPH")
        || tag.equals("POS")
        || tag.equals("FW")
        || tag.equals("RB") && token.text().endsWith("ly")
        || token.text().equals("/")
        || token.text().equals("-");
  }

  static boolean isNoun(Token token) {
    return token.tag().startsWith("NN") || token.tag().equals("FW");
  }

  /**
   * Index of the first token of the phrase that ends with the token; greater than it where none
   * ends there.
   */
  static int start(List<Token> tokens, int last, int floor) {
    if (last < floor || !isNoun(tokens.get(last))) {
      return last + 1;
    }
    int first = last;
    while (first > floor && isInner(tokens.get(first - 1)) && !isBreak(tokens.get(first - 1))) {
      first--;
    }
    while (first < last && !opens(tokens.get(first))) {
      first++;
    }
    return first;
  }

  /** The same with the phrases that it hangs from: {@code the rate of blood transfusion}. */
  static int chainStart(List<Token> tokens, int last, int floor) {
    int first = start(tokens, last, floor);
    while (first <= last && first - 2 >= floor) {
      int before = first - 1;
      if (tokens.get(before).tag().equals("DT") || tokens.get(before).tag().equals("PRP$")) {
        before--;
      }
      if (before - 1 < floor
          || !PREPOSITIONS.contains(tokens.get(before).text().toLowerCase(Locale.ROOT))) {
        break;
      }
      int outer = start(tokens, before - 1, floor);
      if (outer >= before) {
        break;
      }
      first = outer;
    }
    return first;
  }

  /**
   * One past the last token of the phrase that begins with the token, determiners skipped; the
   * token itself where none begins.
   */
  static int end(List<Token> tokens, int first, int ceiling) {
    int at = first;
    int noun = -1;
    while (at < ceiling
        && isInner(tokens.get(at))
        && !isBreak(tokens.get(at))
        && !(noun >= 0 && isShare(tokens, at))) {
      if (isNoun(tokens.get(at))) {
        noun = at;
      }
      at++;
    }
    return noun < 0 ? first : noun + 1;
  }

  /** The same with the phrases that hang from it by {@code of} and {@code in}. */
  static int chainEnd(List<Token> tokens, int first, int ceiling) {
    int end = end(tokens, first, ceiling);
    while (end > first && end + 1 < ceiling && continues(tokens, end)) {
      int next = end + 1;
      if (tokens.get(next).tag().equals("DT") || tokens.get(next).tag().equals("PRP$")) {
        next++;
      }
      int further = end(tokens, next, ceiling);
      if (further == next) {
        break;
      }
      end = further;
    }
    return end;
  }

  /** {@code rate of relapse}, {@code time to discharge}. */
  private static boolean continues(List<Token> tokens, int at) {
    String word = tokens.get(at).text();
    return word.equals("of")
        || word.equals("to") && tokens.get(at - 1).text().matches("(?i)times?|intervals?");
  }

  /** "The rate of failure 6.6 %": a share behind a noun is none of its words. */
  private static boolean isShare(List<Token> tokens, int at) {
    return tokens.get(at).tag().equals("CD")
        && at + 1 < tokens.size()
        && tokens.get(at + 1).text().matches("%|percent");
  }

  private static boolean opens(Token token) {
    return isNoun(token)
        || token.tag().startsWith("JJ")
        || token.tag().startsWith("VB")
        || token.tag().equals("RB");
  }

  private static boolean isBreak(Token token) {
    return NOT_INSIDE.contains(token.text().toLowerCase(Locale.ROOT));
  }
}
