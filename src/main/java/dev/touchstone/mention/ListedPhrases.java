package dev.touchstone.mention;

import java.util.List;

/**
 * What stands in one list with an outcome: {@code fatigue, appetite and [sense of smell] were
 * better}, {@code increases in [testosterone], estradiol and prolactin}.
 */
record ListedPhrases(TaggedSentence sentence, OutcomeWords words, FreeOutcomes found) {

  private static final String ORIGIN = "in one list with an outcome";
  private static final int LONGEST_STEP = 3;

  void find() {
    int from = sentence.tokens().get(0).start();
    int to = sentence.tokens().get(sentence.size() - 1).end();
    List<Draft> known =
        sentence.reading().drafts().stream()
            .filter(draft -> isOutcome(draft) && draft.overlaps(from, to))
            .toList();
    for (Draft draft : known) {
      rightOf(draft);
    }
    for (int i = known.size() - 1; i >= 0; i--) {
      leftOf(known.get(i));
    }
  }

  private static boolean isOutcome(Draft draft) {
    return draft.type() == MentionType.OUTCOME || draft.type() == MentionType.NAMED_OUTCOME;
  }

  private void rightOf(Draft draft) {
    NameLists lists = new NameLists(sentence, words);
    int end = tokenAfter(draft.end());
    while (end < sentence.size()) {
      int joint = sentence.afterBracket(end);
      if (!isJoint(joint)) {
        joint = lists.afterManner(joint, sentence.size());
      }
      if (!isJoint(joint)) {
        return;
      }
      int first = opening(lists.skipJoints(joint, sentence.size()));
      NameLists.Name name = lists.at(first, sentence.size());
      if (name == null || isOther(name) || opensClause(first, name.end())) {
        return;
      }
      found.add(name.first(), name.end(), ORIGIN, null);
      end = Math.max(name.end(), end + 1);
    }
  }

  private void leftOf(Draft draft) {
    int first = tokenAt(draft.start());
    while (first > 1) {
      int joint = withoutOpening(first - 1);
      if (!isJoint(joint)) {
        return;
      }
      while (joint > 0 && isJoint(joint)) {
        joint--;
      }
      int last = sentence.lower(joint).matches("[)\\]]") ? sentence.opening(joint) - 1 : joint;
      if (last < 0) {
        return;
      }
      int start = start(last);
      if (start > last || isOther(new NameLists.Name(start, last + 1))) {
        return;
      }
      found.add(start, last + 1, ORIGIN, null);
      first = start;
    }
  }

  /** The noun phrase that ends with the token, with those that it hangs from by {@code of}. */
  private int start(int last) {
    int start = NounPhrases.start(sentence.tokens(), last, 0);
    while (start <= last && start > 1) {
      int before = sentence.tag(start - 1).matches("DT|PRP\\$") ? start - 2 : start - 1;
      if (!sentence.lower(before).equals("of")) {
        break;
      }
      int outer = NounPhrases.start(sentence.tokens(), before - 1, 0);
      if (outer >= before) {
        break;
      }
      start = outer;
    }
    return start;
  }

  private boolean isJoint(int at) {
    return sentence.lower(at).matches("[,;/]|and|or|nor")
        || sentence.lower(at).equals("as") && sentence.lower(at + 1).equals("well");
  }

  /** "And in the", "and a lower": words between the joint and the name. */
  private int opening(int from) {
    int at = from;
    while (at < from + LONGEST_STEP
        && (sentence.tag(at).matches("DT|PRP\\$|JJR|RBR")
            || sentence.lower(at).matches("in|for|of|on"))) {
      at++;
    }
    return at;
  }

  private int withoutOpening(int from) {
    int at = from;
    while (at > from - LONGEST_STEP
        && at > 0
        && (sentence.tag(at).matches("DT|PRP\\$|JJR|RBR")
            || sentence.lower(at).matches("in|for|of|on"))) {
      at--;
    }
    return at;
  }

  /** Something of another kind ends the list. */
  private boolean isOther(NameLists.Name name) {
    int start = sentence.tokens().get(name.first()).start();
    int end = sentence.tokens().get(name.end() - 1).end();
    return Somebody.isHead(sentence.lower(name.end() - 1))
        || sentence.reading().has(MentionType.DRUG, start, end)
        || sentence.reading().has(MentionType.DOSE, start, end)
        || sentence.reading().has(MentionType.STUDY, start, end)
        || sentence.reading().has(MentionType.PARTICIPANTS, start, end);
  }

  /** A verb behind a name that was none before it: {@code and the drug was given}. */
  private boolean opensClause(int first, int end) {
    Clause clause = sentence.clause();
    int next = sentence.afterBracket(end);
    if (next >= sentence.size() || !clause.isFinite(next)) {
      return false;
    }
    for (int i = 0; i < first; i++) {
      if (clause.isFinite(i)) {
        return true;
      }
    }
    return false;
  }

  private int tokenAt(int start) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.tokens().get(i).end() > start) {
        return i;
      }
    }
    return sentence.size();
  }

  private int tokenAfter(int end) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.tokens().get(i).start() >= end) {
        return i;
      }
    }
    return sentence.size();
  }
}
