package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the name of an outcome reaches in its sentence: from a word of the lexicon to the noun
 * phrase around it, {@code incidence of severe [fatigue]}, without article and comparison.
 */
final class OutcomeSpans {

  /** From character to character of the reading. */
  record Extent(int start, int end) {}

  private final Reading reading;
  private final OutcomeWords words;

  OutcomeSpans(Reading reading, OutcomeWords words) {
    this.reading = reading;
    this.words = words;
  }

  /**
   * The whole of a name; null where the words around it make something else of it, as in {@code
   * survival research}.
   *
   * @param floor the name does not begin before this character
   * @param ceiling nor end after this one
   */
  @Nullable Extent of(int start, int end, int floor, int ceiling) {
    TaggedSentence sentence = at(start);
    if (sentence == null) {
      return new Extent(start, end);
    }
    int first = token(sentence, start);
    int last = token(sentence, end - 1);
    int stop = right(sentence, last + 1, ceiling);
    if (stop < 0) {
      return null;
    }
    int open = left(sentence, first, floor);
    int from = open < first ? sentence.tokens().get(open).start() : start;
    int to = stop > last + 1 ? sentence.tokens().get(stop - 1).end() : end;
    return new Extent(from, to);
  }

  private @Nullable TaggedSentence at(int offset) {
    for (Sentence sentence : reading.sentences()) {
      if (offset < sentence.end()) {
        return sentence.tokens().isEmpty() ? null : TaggedSentence.of(reading, sentence);
      }
    }
    return null;
  }

  /** Index of the token that a character stands in, or of the last one before it. */
  private static int token(TaggedSentence sentence, int offset) {
    List<Token> tokens = sentence.tokens();
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tokens.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int left(TaggedSentence sentence, int from, int floor) {
    int first = from;
    while (first > 0) {
      int before = first - 1;
      if (sentence.tokens().get(before).start() < floor) {
        break;
      }
      if (isModifier(sentence, before)) {
        first = before;
        continue;
      }
      int outer = outer(sentence, before);
      if (outer < 0 || sentence.tokens().get(outer).start() < floor) {
        break;
      }
      first = outer;
    }
    // A joint without what it joins: "/ toxicity".
    while (first < from && sentence.tag(first).matches("HYPH|:|SYM|,|POS|CC")) {
      first++;
    }
    return new NameStarts(sentence, words).of(first, tokenFrom(sentence, floor));
  }

  /** Index of the first token that does not begin before a character. */
  private static int tokenFrom(TaggedSentence sentence, int offset) {
    int at = token(sentence, offset);
    return sentence.tokens().get(at).start() < offset ? at + 1 : at;
  }

  /** The noun that a name hangs from by {@code of} and the like: the incidence of it; or -1. */
  private int outer(TaggedSentence sentence, int before) {
    int at = before;
    while (at > 0 && sentence.tag(at).matches("DT|PRP\\$")) {
      at--;
    }
    if (at < 1) {
      return -1;
    }
    String noun = sentence.lower(at - 1);
    boolean hangs =
        switch (sentence.lower(at)) {
          case "of" -> words.is(Group.AMOUNT_NOUN, noun);
          case "to" -> noun.equals("time");
          default -> false;
        };
    return hangs && sentence.isNoun(at - 1) ? at - 1 : -1;
  }

  private boolean isModifier(TaggedSentence sentence, int at) {
    String word = sentence.lower(at);
    String tag = sentence.tag(at);
    boolean hyphen = sentence.lower(at + 1).equals("-") || tag.equals("HYPH");
    boolean fits =
        tag.matches("NN|NNP|JJ|HYPH|FW")
            || tag.matches("NNS|CD|VBN|RB") && hyphen
            || tag.matches("VBN|VBG") && sentence.lower(at - 1).equals("-");
    return fits
        && (hyphen || !words.is(Group.NO_MODIFIER, word))
        && !(Somebody.isHead(word) && !word.equals("patient") && !hyphen)
        && !(sentence.has(MentionType.DRUG, at) && !hyphen)
        && !sentence.has(MentionType.DOSE, at)
        && !sentence.has(MentionType.STUDY, at)
        && !Clause.isTitle(sentence.tokens().get(at))
        && (hyphen || Character.isLetterOrDigit(word.charAt(0)));
  }

  /** One past the last token of the compound; -1 where its head makes something else of it. */
  private int right(TaggedSentence sentence, int from, int ceiling) {
    int end = from;
    int at = from;
    while (at < sentence.size() && sentence.tokens().get(at).end() <= ceiling) {
      if (sentence.lower(at).equals("-") && sentence.lower(at + 1).equals("free")) {
        at += 2;
        continue;
      }
      boolean joint = sentence.lower(at).equals("-") && sentence.isNoun(at + 1);
      boolean other =
          !sentence.isNoun(at)
              || sentence.has(MentionType.DRUG, at)
              // What changed about it may be what a claim rests on.
              || words.is(Group.CHANGE_HEAD, sentence.lower(at))
              || words.is(Group.CHANGE_NOUN, sentence.lower(at));
      if (!joint && other) {
        break;
      }
      at++;
    }
    if (at == from) {
      return from;
    }
    at = Math.min(at, sentence.size());
    String head = sentence.lower(at - 1);
    if (words.is(Group.OTHER_HEAD, head)) {
      return -1;
    }
    if (!words.is(Group.ABOUT_HEAD, head)) {
      return at;
    }
    for (int i = from; i < at - 1; i++) {
      if (words.is(Group.MEASURE_HEAD, sentence.lower(i))) {
        end = i + 1;
      }
    }
    return end;
  }
}
