package dev.touchstone.mention;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts the tokens of a text into sentences; none ends inside {@code et al.} or {@code vs.}. */
final class SentenceSplitter {

  private static final Set<String> NEVER_LAST =
      Set.of(
          "al", "vs", "e.g", "i.e", "cf", "approx", "ca", "fig", "figs", "tab", "no", "nos", "dr",
          "prof", "st", "resp", "incl", "ref", "refs", "eq", "vol", "ed", "eds", "viz", "max",
          "min", "mr", "ms", "mrs", "p.o", "i.v", "s.c", "i.m", "b.i.d", "t.i.d", "q.d", "q.i.d",
          "c.i", "s.d", "s.e", "s.e.m", "h.r", "o.r", "r.r");
  private static final Set<String> CLOSING = Set.of(")", "]", "}", "''", "\"", "”", "’", "'");

  private SentenceSplitter() {}

  static List<List<CoreLabel>> split(String text, List<CoreLabel> tokens) {
    List<List<CoreLabel>> sentences = new ArrayList<>();
    int from = 0;
    int i = 0;
    while (i < tokens.size()) {
      int next = i + 1;
      if (ends(text, tokens, i, from)) {
        while (next < tokens.size() && CLOSING.contains(tokens.get(next).word())) {
          next++;
        }
        if (next == tokens.size() || opens(text, tokens.get(next), tokens.get(i))) {
          sentences.add(tokens.subList(from, next));
          from = next;
        }
      }
      i = next;
    }
    if (from < tokens.size()) {
      sentences.add(tokens.subList(from, tokens.size()));
    }
    return sentences;
  }

  private static boolean ends(String text, List<CoreLabel> tokens, int i, int from) {
    String word = tokens.get(i).word();
    if (word.equals("!") || word.equals("?")) {
      return true;
    }
    if (!word.equals(".") && !(word.endsWith(".") && word.length() > 1)) {
      return false;
    }
    String before = word.equals(".") ? (i > from ? tokens.get(i - 1).word() : "") : word;
    String bare = before.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (NEVER_LAST.contains(bare)) {
      return false;
    }
    if (i - from == 1 && before.matches("\\d{1,2}|[A-Za-z]|[IVX]{1,4}")) {
      // The number of a heading or list item.
      return false;
    }
    // An initial, as in J. Smith, ends nothing; a unit or an arm's letter may.
    return word.equals(".") || before.length() > 2;
  }

  private static boolean opens(String text, CoreLabel next, CoreLabel full) {
    int at = next.beginPosition();
    if (at == full.endPosition()) {
      return false;
    }
    char first = text.charAt(at);
    return !Character.isLowerCase(first) && ",;:)]".indexOf(first) < 0;
  }
}
