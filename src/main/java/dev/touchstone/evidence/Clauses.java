package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a sentence into the parts that make a statement of their own: {@code A was better, but B was
 * similar}. Brackets are never cut.
 */
final class Clauses {

  private final ClaimWords words;

  Clauses(ClaimWords words) {
    this.words = words;
  }

  /**
   * The clauses of a sentence as lists of tokens, in order; punctuation between them is left out.
   */
  List<List<Token>> of(Sentence sentence) {
    List<List<Token>> clauses = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    boolean opensWithContrast =
        !tokens.isEmpty()
            && words.is(Group.CONTRAST, lower(tokens.get(0)))
            && !lower(tokens.get(0)).equals("however");
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += depthChange(token.text());
      boolean cut =
          depth <= 0
              && i > 0
              && (isBreak(tokens, i, current)
                  || (opensWithContrast
                      && clauses.isEmpty()
                      && isComma(token)
                      && current.size() > 3));
      if (cut && !current.isEmpty()) {
        clauses.add(current);
        current = new ArrayList<>();
      }
      if (!(cut && (isComma(token) || token.text().equals(";")))) {
        current.add(token);
      }
    }
    if (!current.isEmpty()) {
      clauses.add(current);
    }
    return clauses;
  }

  private boolean isBreak(List<Token> tokens, int i, List<Token> current) {
    String word = lower(tokens.get(i));
    if (word.equals(";")) {
      return true;
    }
    if (i > 0 && words.is(Group.CONTRAST, word)) {
      // "Lipids, but not glucose, fell": one statement.
      boolean listed =
          word.equals("but") && i + 1 < tokens.size() && lower(tokens.get(i + 1)).equals("not");
      return !listed || current.stream().anyMatch(token -> token.tag().matches("MD|VB[DZP]"));
    }
    if (!isComma(tokens.get(i)) || i + 1 >= tokens.size()) {
      return false;
    }
    String next = lower(tokens.get(i + 1));
    if (words.is(Group.OPENER, next)) {
      return true;
    }
    String second = i + 2 < tokens.size() ? lower(tokens.get(i + 2)) : "";
    // ", a difference that was not significant" judges what was just told
    return (next.equals("a") || next.equals("the")) && second.startsWith("difference");
  }

  private static boolean isComma(Token token) {
    return token.text().equals(",");
  }

  private static int depthChange(String text) {
    return switch (text) {
      case "(", "[", "-LRB-", "-LSB-" -> 1;
      case ")", "]", "-RRB-", "-RSB-" -> -1;
      default -> 0;
    };
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
