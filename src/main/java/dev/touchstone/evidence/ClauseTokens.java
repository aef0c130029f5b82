package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Token;
import java.util.List;

/**
 * A clause as the reading of claims sees it: words, brackets, noun phrases, and the subjects of its
 * verbs, by part of speech alone.
 */
final class ClauseTokens extends ClausePhrases {

  ClauseTokens(List<Token> tokens, List<Mention> mentions, ClaimWords words) {
    super(tokens, mentions, words);
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

  /** Whether a dose is told from the token on. */
  boolean opensDose(int i) {
    return i < size()
        && mentions().stream()
            .anyMatch(
                mention ->
                    mention.type() == MentionType.DOSE && mention.start() == token(i).start());
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
        && (tag(at - 1).matches("MD|RB.*|TO") || isBe(at - 1) || is(Group.AUXILIARY, at - 1))
        && !isComma(at - 1)) {
      at--;
    }
    // Adverbs before the first verb may be what closes the subject: "levels also were".
    return at;
  }
}
