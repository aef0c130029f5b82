package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.evidence.ClausePhrases.Phrase;
import java.util.List;

/**
 * What a word that compares speaks of: {@code the score} of "the score was lower", {@code pain} of
 * "A reduced pain", {@code relapses} of "fewer relapses" and of "no difference in relapses".
 */
final class ClaimTopics {

  /** How the word stands in its clause. */
  enum Frame {
    /** {@code a reduction in}, {@code no difference in}. */
    NOUN,
    /** {@code fewer relapses}. */
    ATTRIBUTE,
    /** {@code was lower}. */
    PREDICATE,
    /** {@code reduced}. */
    VERB
  }

  /**
   * What was found.
   *
   * @param phrases empty where the words leave it to what was told before
   * @param end one past the last token that was needed
   */
  record Topics(Frame frame, List<Phrase> phrases, int end) {}

  private final ClauseTokens tokens;

  ClaimTopics(ClauseTokens tokens) {
    this.tokens = tokens;
  }

  Topics of(ClaimCues.Match match) {
    Frame frame = match.cue().after() ? Frame.PREDICATE : frame(match);
    List<Phrase> found =
        switch (frame) {
          case NOUN -> ofNoun(match);
          case ATTRIBUTE -> after(match.end());
          case PREDICATE -> ofPredicate(match);
          case VERB -> ofVerb(match);
        };
    int end = match.end();
    for (Phrase phrase : found) {
      end = Math.max(end, phrase.end());
    }
    return new Topics(frame, found, end);
  }

  private Frame frame(ClaimCues.Match match) {
    int last = match.end() - 1;
    String tag = tokens.tag(last);
    boolean be = followsBe(match.first());
    if (tokens.isNoun(last)) {
      return Frame.NOUN;
    }
    if (tag.startsWith("VB")) {
      return be && tag.equals("VBN") ? Frame.PREDICATE : Frame.VERB;
    }
    boolean noun = phraseFollows(match.end());
    boolean there = be && isThere(match.first());
    return noun && (!be || there) ? Frame.ATTRIBUTE : Frame.PREDICATE;
  }

  private boolean followsBe(int first) {
    // "Pain was the most frequent event"
    int at =
        tokens.word(first).equals("most") && tokens.word(first - 1).equals("the")
            ? first - 2
            : first - 1;
    while (at >= 0
        && (tokens.tag(at).startsWith("RB") || tokens.word(at).equals("statistically"))) {
      at--;
    }
    return tokens.isBe(at);
  }

  private boolean isThere(int first) {
    int verb = tokens.verbBefore(first);
    return verb > 0 && tokens.tag(verb - 1).equals("EX");
  }

  private boolean phraseFollows(int end) {
    Phrase phrase = tokens.phrase(end, tokens.size());
    return phrase != null && phrase.first() == end;
  }

  /**
   * "Fewer patients had a relapse", "fewer patients with a relapse": not the patients are meant.
   */
  private List<Phrase> after(int end) {
    List<Phrase> list = tokens.list(end, tokens.size());
    if (!list.isEmpty()) {
      return list;
    }
    Phrase people = tokens.phrase(end, tokens.size());
    if (people == null || !tokens.is(Group.PEOPLE, people.head())) {
      return List.of();
    }
    int at = tokens.afterBracket(people.end());
    while (at < tokens.size()
        && (tokens.tag(at).matches("VB.*|WP|WDT|RB|MD") || tokens.word(at).equals("with"))) {
      at++;
    }
    return at > people.end() ? tokens.list(at, tokens.size()) : List.of();
  }

  private List<Phrase> ofVerb(ClaimCues.Match match) {
    int at = tokens.skipAdverbs(match.end());
    if (!isFigure(at)) {
      List<Phrase> object = tokens.list(at, tokens.size());
      if (!object.isEmpty()) {
        return object;
      }
    }
    List<Phrase> subject = subject(tokens.groupStart(match.first()));
    return subject.isEmpty() ? named(match.end()) : subject;
  }

  /** "Fell 12 %": an amount, not what fell; "6-minute walk" is what. */
  private boolean isFigure(int at) {
    return tokens.tag(at).equals("CD") && !tokens.tag(at + 1).matches("HYPH|NN.*|JJ")
        || tokens.tag(at).equals("CD") && tokens.word(at + 1).matches("%|percent|fold");
  }

  private List<Phrase> ofPredicate(ClaimCues.Match match) {
    // "more likely to report pain"
    if (tokens.word(match.end()).equals("to") && tokens.tag(match.end() + 1).equals("VB")) {
      int verb = match.end() + 1;
      List<Phrase> object = tokens.list(tokens.skipAdverbs(verb + 1), tokens.size());
      return object.isEmpty() ? List.of(new Phrase(verb, verb + 1, verb)) : object;
    }
    int verb = tokens.isFinite(match.first()) ? match.first() : tokens.verbBefore(match.first());
    List<Phrase> subject =
        verb < 0 ? tokens.list(0, match.first()) : subject(tokens.groupStart(verb));
    return subject.isEmpty() ? named(match.end()) : subject;
  }

  private List<Phrase> subject(int verb) {
    Phrase region = tokens.subject(verb);
    return tokens.list(region.first(), region.end());
  }

  private List<Phrase> ofNoun(ClaimCues.Match match) {
    List<Phrase> named = named(afterAgent(match.end()));
    if (!named.isEmpty()) {
      return named;
    }
    // "a survival benefit"
    int before = match.first() - 1;
    while (before >= 0 && (tokens.isNoun(before) || tokens.tag(before).startsWith("JJ"))) {
      before--;
    }
    if (before + 1 < match.first() && tokens.isNoun(match.first() - 1)) {
      List<Phrase> compound = tokens.list(before + 1, match.first());
      if (!compound.isEmpty()) {
        return compound;
      }
    }
    int verb = tokens.verbBefore(match.first());
    List<Phrase> subject =
        verb < 0 || !shows(verb, match.first()) ? List.of() : subject(tokens.groupStart(verb));
    return subject.isEmpty() ? leading() : subject;
  }

  /** "Effect of the diet on weight": what has an effect is not what was measured. */
  private int afterAgent(int end) {
    if (!tokens.word(end).equals("of")
        || !tokens.word(end - 1).matches("(?:effect|impact|influence)s?")) {
      return end;
    }
    Phrase agent = tokens.phrase(end + 1, tokens.size());
    return agent != null && tokens.word(agent.end()).equals("on") ? agent.end() : end;
  }

  /** Whether the noun is the object of the verb, and the verb only says that it was there. */
  private boolean shows(int verb, int noun) {
    if (!tokens.is(Group.SHOWS, verb)
        && !tokens.tag(verb).equals("MD")
        && !tokens.word(verb).matches("did|do|does")) {
      return false;
    }
    for (int i = verb + 1; i < noun; i++) {
      boolean helps = tokens.tag(i).startsWith("VB") && tokens.is(Group.SHOWS, i);
      if (!helps && !tokens.tag(i).matches("RB.*|DT|JJ.*|CD|VBN|NN.*|CC|HYPH|PRP\\$")) {
        return false;
      }
    }
    return true;
  }

  /** What stands after {@code in}, {@code of}, {@code in terms of}: not the sides, not the time. */
  private List<Phrase> named(int from) {
    int at = from;
    int steps = 0;
    while (at < tokens.size() && steps++ < 12) {
      int next = tokens.afterBracket(at);
      if (next > at) {
        at = next;
        continue;
      }
      String word = tokens.word(at);
      if (topicAfter(at) > at) {
        int start = topicAfter(at);
        List<Phrase> list = tokens.list(start, tokens.size());
        if (!list.isEmpty()) {
          return list;
        }
        Phrase side = tokens.phrase(start, tokens.size());
        at = side == null ? start : side.end();
      } else if (word.matches(
              "between|among|across|within|than|versus|vs\\.?|from|with|and|by|after|compared|relative|as|over|during|until|when|through|throughout")
          || tokens.isComma(at)) {
        Phrase side = tokens.phrase(at + 1, tokens.size());
        if (side != null && tokens.isComma(at)) {
          break;
        }
        at = side == null ? at + 1 : side.end();
      } else if (tokens.is(Group.EXCEPTION, at)) {
        break;
      } else if (tokens.tag(at).matches("VB[DNZP]|RB|MD|CD|DT|JJ|CC") || tokens.isBe(at)) {
        at++;
      } else {
        Phrase side = tokens.phrase(at, tokens.size());
        if (side == null || !tokens.isSide(side)) {
          break;
        }
        at = side.end();
      }
    }
    return List.of();
  }

  /** The token after {@code in}, {@code with respect to}; the token itself where none stands. */
  private int topicAfter(int at) {
    String word = tokens.word(at);
    if (word.matches("with|in")
        && tokens.word(at + 1).matches("respect|regard|regards|terms|relation|reference")) {
      return at + 3;
    }
    if (word.equals("as") && tokens.word(at + 1).matches("regards|concerns")) {
      return at + 2;
    }
    boolean favours = word.equals("in") && tokens.word(at + 1).startsWith("favo");
    return tokens.is(Group.TOPIC, at) && !word.equals("to") && !favours ? at + 1 : at;
  }

  /** "Regarding pain, no difference was found": what opens the clause. */
  private List<Phrase> leading() {
    int start = topicAfter(0);
    return start > 0 ? tokens.list(start, tokens.size()) : List.of();
  }
}
