package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;

/**
 * Noun phrases that a figure stands with: {@code heart rate (80 vs 81)}, {@code 4 cases of
 * hypotony}, {@code the rate of transfusion}, {@code a 12 percent reduction in weight}.
 */
record FigurePhrases(TaggedSentence sentence, OutcomeWords words, FreeOutcomes found) {

  void find() {
    for (int i = 0; i < sentence.size(); i++) {
      if (words.is(Group.CHANGE_NOUN, sentence.lower(i))) {
        changeIn(i);
      } else if (isFigureOf(i)) {
        add(
            NounPhrases.chainStart(sentence.tokens(), i, 0),
            i + 1,
            "noun phrase before its figure");
      } else if (sentence.lower(i).matches("cases|episodes|instances")
          && sentence.figureIn(Math.max(0, i - 1), i)) {
        casesOf(i);
      } else if (sentence.lower(i + 1).equals("of")
          && words.is(Group.AMOUNT_NOUN, sentence.lower(i))) {
        amountOf(i);
      } else if (sentence.lower(i).matches("[(\\[]") && sentence.figureAt(i + 1)) {
        beforeBracket(i);
      }
    }
  }

  /** {@code a mean score of 12.5}. */
  private boolean isFigureOf(int noun) {
    return sentence.isNoun(noun)
        && sentence.lower(noun + 1).equals("of")
        && sentence.figureAt(noun + 2)
        && sentence.figureIn(noun + 2, Math.min(sentence.size(), noun + 7))
        && !words.is(Group.NO_FIGURE, sentence.lower(noun))
        && !Somebody.isHead(sentence.lower(noun));
  }

  /** {@code a 56.9 percent reduction in the Irritability score}. */
  private void changeIn(int noun) {
    if (!sentence.lower(noun + 1).matches("in|of|from")) {
      return;
    }
    int first = noun + 2;
    while (sentence.tag(first).matches("DT|PRP\\$")) {
      first++;
    }
    int end = NounPhrases.chainEnd(sentence.tokens(), first, sentence.size());
    if (end > first) {
      boolean part = words.is(Group.MEASURED_CHANGE, sentence.lower(noun));
      add(part ? NounPhrases.start(sentence.tokens(), noun, noun) : first, end, "what changed");
    }
  }

  /** {@code 4 cases (20%) of hypotony}. */
  private void casesOf(int noun) {
    int at = sentence.afterBracket(noun + 1);
    if (sentence.lower(at).equals("of")) {
      add(
          at + 1,
          NounPhrases.chainEnd(sentence.tokens(), at + 1, sentence.size()),
          "cases of something");
    }
  }

  /** {@code the rate of blood transfusion}. */
  private void amountOf(int noun) {
    int first = NounPhrases.start(sentence.tokens(), noun, 0);
    int end = NounPhrases.chainEnd(sentence.tokens(), noun, sentence.size());
    int trait = traitEnd(end);
    if (first <= noun && end > noun + 2 && !endsInPeople(end)) {
      add(first, Math.max(end, trait), "amount of something");
    }
  }

  /**
   * {@code patients with complete healing}, {@code who needed a transfusion}: one past what the
   * people before it have or did; negative where nothing is said of them.
   */
  private int traitEnd(int end) {
    if (!Somebody.isPeople(sentence.lower(end - 1))) {
      return -1;
    }
    int at = end + 1;
    if (sentence.lower(end).equals("who")) {
      while (sentence.tag(at).matches("VBD|VBN|VBZ|VBP|RB")) {
        at++;
      }
    } else if (!sentence.lower(end).matches("with|without") && !sentence.tag(end).equals("VBG")) {
      return -1;
    }
    int verb = at;
    while (sentence.tag(at).matches("DT|PRP\\$")) {
      at++;
    }
    int further = NounPhrases.chainEnd(sentence.tokens(), at, sentence.size());
    return further > at ? further : sentence.lower(end).equals("who") ? verb : -1;
  }

  /** {@code the percentage of A and B patients}: a list of who was counted. */
  private boolean endsInPeople(int end) {
    if (!sentence.lower(end).matches("and|or")) {
      return false;
    }
    int further = NounPhrases.end(sentence.tokens(), end + 1, sentence.size());
    return further > end + 1 && Somebody.isHead(sentence.lower(further - 1));
  }

  /** {@code heart rate (80 vs 81)}: what stands before a bracket with a figure. */
  private void beforeBracket(int bracket) {
    int last = bracket - 1;
    if (last < 1 || Somebody.isHead(sentence.lower(last))) {
      return;
    }
    int first = NounPhrases.chainStart(sentence.tokens(), last, 0);
    int before = first - 1;
    while (before >= 0 && sentence.tag(before).matches("DT|PRP\\$")) {
      before--;
    }
    boolean place =
        sentence
            .lower(before)
            .matches(
                "with|than|versus|vs\\.?|v|to|receiving|received|on|by|at|after|either|between|without|=");
    boolean given =
        sentence.lower(first).matches("given|receiving|taking")
            && sentence.has(MentionType.DRUG, last);
    if (first <= last && !place && !given) {
      add(first, last + 1, "noun phrase before a bracket");
    }
  }

  private void add(int first, int end, String origin) {
    found.add(first, end, origin, "result");
  }
}
