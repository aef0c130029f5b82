package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;

/**
 * What a sentence says something of, with or without a figure: {@code no difference in [drain
 * output]}, {@code [depression scores] at follow-up were lower}, {@code treatment lowered
 * [retinol]}, {@code was [well tolerated]}.
 */
record ToldPhrases(TaggedSentence sentence, OutcomeWords words, FreeOutcomes found) {

  void find() {
    for (int i = 0; i < sentence.size(); i++) {
      if (words.is(Group.CHANGE_NOUN, sentence.lower(i))
          && sentence.lower(i + 1).matches("in|of|on|for")) {
        changed(i);
      } else if (sentence.lower(i).equals("terms") && sentence.lower(i + 1).equals("of")) {
        name(i + 2, "what groups are compared in");
      } else if (sentence.tag(i).equals("VBD") || sentence.lower(i).matches("is|are")) {
        subject(i);
        object(i);
      }
      verdict(i);
    }
  }

  private void changed(int noun) {
    boolean part = words.is(Group.MEASURED_CHANGE, sentence.lower(noun));
    int first = skip(noun + 2);
    int end = NounPhrases.chainEnd(sentence.tokens(), first, sentence.size());
    if (end > first) {
      int start = part ? NounPhrases.start(sentence.tokens(), noun, noun) : first;
      found.add(start, end, "what changed or differed", null);
    }
  }

  private void name(int from, String origin) {
    int first = skip(from);
    int end = NounPhrases.chainEnd(sentence.tokens(), first, sentence.size());
    if (end > first) {
      found.add(first, end, origin, null);
    }
  }

  private void subject(int verb) {
    int last = sentence.subjectEnd(verb);
    if (last < 0 || !sentence.isNoun(last) || sentence.has(MentionType.DRUG, last)) {
      return;
    }
    int first = sentence.clause().subjectStart(verb, last);
    if (first <= last && !Somebody.opens(sentence, first, last)) {
      found.add(first, last + 1, "what a clause speaks of", null);
    }
  }

  private void object(int verb) {
    if (words.is(Group.CAUSE_VERB, sentence.lower(verb))
        && !sentence.lower(verb + 1).matches("by|from|at|than|after|for|as|during|within|in|to")) {
      name(verb + 1, "what a verb changed");
    }
  }

  private int skip(int from) {
    int at = from;
    while (sentence.tag(at).matches("DT|PRP\\$|JJR|RBR|RB")) {
      at++;
    }
    return at;
  }

  /** {@code Was generally well tolerated}: safety in a word. */
  private void verdict(int at) {
    boolean one = sentence.lower(at).equals("well-tolerated");
    boolean split =
        sentence.lower(at).equals("tolerated")
            && (sentence.lower(at - 1).equals("well")
                || sentence.lower(at - 1).equals("-") && sentence.lower(at - 2).equals("well"));
    if (one || split) {
      int first = one ? at : sentence.lower(at - 1).equals("well") ? at - 1 : at - 2;
      found.verdict(first, at + 1, "SAFETY", "verdict on safety");
    }
  }
}
