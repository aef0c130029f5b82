package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import java.util.stream.IntStream;

/** Words of comparison that compare something else than two groups: limits, doses, aims. */
final class OtherComparisons {

  /** How many words may lead from a change to the new dose. */
  private static final int FEW = 5;

  private final ClauseTokens tokens;

  OtherComparisons(ClauseTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * "Less than 50 %" is a limit, "24 weeks or longer" is one, "higher doses" are what was given.
   */
  boolean include(ClaimCues.Match match) {
    String next = tokens.word(match.end());
    if (next.equals("than") && tokens.word(match.end() + 1).matches("\\d.*")) {
      return true;
    }
    if (tokens.word(match.first() - 1).equals("or")
            && !tokens.word(match.first() - 2).matches("higher|lower|better|worse")
        || next.equals("period")) {
      return true;
    }
    for (int i = match.end(); i < match.end() + 2; i++) {
      if (tokens.is(Group.GIVEN_AMOUNT, i) && isGiven(i)) {
        return true;
      }
    }
    for (int i = Math.max(0, match.first() - 3); i < match.first(); i++) {
      if (tokens.tag(i).equals("MD") && tokens.word(i + 1).equals("be")) {
        return true;
      }
    }
    return isAsked(match.first())
        || isPurpose(match)
        || isEventOfSome(match)
        || isListed(match)
        || isDosing(match)
        || isDegreeOfQuality(match);
  }

  /** "Whether it was lower", "we assumed that"; a comma with a statement after it ends that. */
  private boolean isAsked(int at) {
    boolean verb = false;
    for (int i = at - 1; i >= 0; i--) {
      if (tokens.is(Group.QUESTION, i)) {
        return true;
      }
      verb |= tokens.isFinite(i) && !tokens.tag(i).equals("MD");
      if (tokens.isComma(i) && !tokens.inBracket(i) && (verb || verbFollows(at))) {
        return false;
      }
    }
    return false;
  }

  private boolean verbFollows(int at) {
    for (int i = at; i < tokens.size() && !tokens.isComma(i); i++) {
      if (tokens.isFinite(i) && !tokens.tag(i).equals("MD")) {
        return true;
      }
    }
    return false;
  }

  /** "Developed to improve survival": what was meant, not what came. */
  private boolean isPurpose(ClaimCues.Match match) {
    int to = match.first() - 1;
    while (tokens.tag(to).startsWith("RB")) {
      to--;
    }
    return tokens.tag(match.first()).equals("VB")
        && tokens.word(to).equals("to")
        && !tokens.is(Group.REPORTED_TO, to - 1);
  }

  /** "Three patients had a drop of their count": an event of some, no comparison. */
  private boolean isEventOfSome(ClaimCues.Match match) {
    int verb = tokens.verbBefore(match.first());
    return match.isChange(tokens)
        && verb >= 0
        && tokens.countsPeople(tokens.subject(tokens.groupStart(verb)));
  }

  /** "The most common events were decreased appetite and rash": names of events. */
  private boolean isListed(ClaimCues.Match match) {
    int verb = tokens.verbBefore(match.first());
    int behind = tokens.tag(match.end()).startsWith("JJ") ? match.end() + 1 : match.end();
    if (verb < 0 || !tokens.tag(match.end() - 1).equals("VBN") || !tokens.isNoun(behind)) {
      return false;
    }
    if (tokens.is(Group.LISTS, verb)) {
      return true;
    }
    ClausePhrases.Phrase subject = tokens.subject(tokens.groupStart(verb));
    return tokens.isBe(verb)
        && IntStream.range(subject.first(), subject.end())
            .anyMatch(i -> tokens.is(Group.RANKING, i));
  }

  /** "Reduce X to 15 mg once daily", "the dose was increased to 20 mg": what was given changed. */
  private boolean isDosing(ClaimCues.Match match) {
    for (int i = match.end(); i < Math.min(tokens.size(), match.end() + FEW); i++) {
      if (tokens.word(i).matches("to|by") && tokens.opensDose(i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** "More severe" tells of a quality, "more pain" of pain. */
  private boolean isDegreeOfQuality(ClaimCues.Match match) {
    return match.cue().words().size() == 1
        && tokens.word(match.first()).equals("more")
        && tokens.tag(match.first()).startsWith("RB");
  }

  /** A dose is given; a concentration "of" something, or one of serum, was measured. */
  private boolean isGiven(int at) {
    return tokens.word(at).startsWith("dos")
        || !(tokens.word(at + 1).equals("of") || tokens.isNoun(at - 1));
  }
}
