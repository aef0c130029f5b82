package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;

/**
 * The endpoints that a sentence announces: {@code the primary endpoint was pain at rest}, {@code
 * secondary outcomes included drain output and days to discharge}, {@code appetite and weight were
 * secondary endpoints}.
 */
record AnnouncedPhrases(TaggedSentence sentence, OutcomeWords words, FreeOutcomes found) {

  void find() {
    for (int i = 0; i < sentence.size(); i++) {
      int end = endpointEnd(i);
      if (end > i) {
        endpoint(i, end);
      }
    }
  }

  /**
   * One past a noun that announces: {@code endpoint}, {@code end points}, {@code outcome measures}.
   */
  private int endpointEnd(int at) {
    int end = at;
    if (sentence.lower(at).equals("end") && sentence.lower(at + 1).matches("points?")) {
      end = at + 2;
    } else if (sentence.lower(at).equals("end")
        && sentence.lower(at + 1).equals("-")
        && sentence.lower(at + 2).matches("points?")) {
      end = at + 3;
    } else if (words.is(Group.ENDPOINT_NOUN, sentence.lower(at)) && sentence.isNoun(at)) {
      end = at + 1;
    } else {
      return at;
    }
    while (sentence.lower(end).matches("measures?|variables?|parameters?|assessments?")) {
      end++;
    }
    return end;
  }

  private void endpoint(int noun, int end) {
    int after = end;
    if (sentence.lower(after).matches("of|for|in|to") && !isKind(noun)) {
      after = skipPhrase(after + 1);
    } else if (sentence.lower(after).equals("of")
        && sentence
            .text(after, Math.min(sentence.size(), after + 4))
            .matches("(?is).*\\b(?:study|trial|analysis|interest|report|investigation)\\b.*")) {
      after = skipPhrase(after + 1);
    }
    while (sentence.tag(after).startsWith("RB") || sentence.tag(after).equals("MD")) {
      after++;
    }
    boolean be = sentence.lower(after).matches("was|were|is|are|be|being");
    boolean include =
        sentence
            .lower(after)
            .matches("included|include|includes|including|comprised|comprise|comprises");
    boolean colon = sentence.lower(after).equals(":");
    if (sentence.lower(after).equals("consisted") && sentence.lower(after + 1).equals("of")) {
      include = true;
      after++;
    }
    boolean comma = sentence.lower(after).equals(",") && isKind(noun) && isSingular(end - 1);
    if (be && isKind(noun) || include || colon || comma) {
      list(after + 1);
    }
    before(noun);
  }

  /** {@code pain and function were the primary outcomes}, {@code was among the endpoints}. */
  private void before(int noun) {
    int at = noun - 1;
    while (at >= 0
        && (sentence.tag(at).matches("DT|JJ|RB|CC|NN|CD|PDT|PRP\\$|HYPH|VBN")
                && !sentence.lower(at).matches("was|were")
            || sentence.lower(at).matches("among|one|of|,|-|co"))) {
      at--;
    }
    if (at > 0 && sentence.lower(at).matches("was|were|is|are") && noun - at < 9) {
      subject(at);
    }
  }

  private boolean isKind(int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 5); i--) {
      if (words.is(Group.ENDPOINT_KIND, sentence.lower(i))) {
        return true;
      }
    }
    return sentence.lower(noun).matches("end|endpoints?");
  }

  private boolean isSingular(int noun) {
    return !sentence.lower(noun).endsWith("s");
  }

  private int skipPhrase(int from) {
    int at = from;
    while (sentence.tag(at).matches("DT|PRP\\$")) {
      at++;
    }
    return Math.max(at, NounPhrases.end(sentence.tokens(), at, sentence.size()));
  }

  /** The list of names that is the subject of a verb. */
  private void subject(int verb) {
    int last = verb - 1;
    while (last >= 0 && (sentence.tag(last).matches("RB|MD") || sentence.lower(last).equals(","))) {
      last--;
    }
    int first = Math.max(0, sentence.clause().start(verb));
    int earlier = first;
    for (int i = first; i < last; i++) {
      if (sentence.clause().isFinite(i)) {
        earlier = i + 1;
      }
    }
    if (earlier > first) {
      return;
    }
    lists().of(skipLead(first, last), last + 1, true).forEach(this::add);
  }

  /** {@code RESULTS}, {@code First ,}. */
  private int skipLead(int from, int last) {
    int first = from;
    while (first < last
        && (sentence.tag(first).matches("RB|CC") || sentence.lower(first).matches("[,:]"))) {
      first++;
    }
    return first;
  }

  private void list(int from) {
    lists().of(from, sentence.clauseEnd(from), false).forEach(this::add);
  }

  private NameLists lists() {
    return new NameLists(sentence, words);
  }

  private void add(NameLists.Name name) {
    found.add(name.first(), name.end(), "announced as an endpoint", "endpoint");
  }
}
