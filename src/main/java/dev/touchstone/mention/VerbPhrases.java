package dev.touchstone.mention;

import dev.touchstone.mention.OutcomeWords.Group;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the clauses of a sentence with figures report: their subject ({@code the mean score was
 * 59.0}), what their verb changed, or, where somebody is the subject, what he did or had ({@code
 * 58% of the patients completed the course}).
 */
record VerbPhrases(TaggedSentence sentence, OutcomeWords words, FreeOutcomes found) {

  private static final Pattern ROSE =
      Pattern.compile("increased|decreased|declined|fell|rose|dropped|improved");

  /** Verbs of what happened to somebody, whoever else it happened to. */
  private static final Pattern HAPPENED =
      Pattern.compile("experienced|developed|achieved|suffered|reached|sustained");

  private static final Pattern TREATMENT =
      Pattern.compile(
          "(?is)(?:.*\\b)?(?:treatments?|\\p{L}*therap(?:y|ies)|administration|addition|regimens?|combination|intervention|supplementation|drugs?|agents?|program(?:me)?)|(?:treatment|therapy|administration|addition|use|supplementation|intervention|combination)\\s(?:with|of)\\b.*");

  void find() {
    for (int i = 1; i < sentence.size(); i++) {
      boolean past = sentence.tag(i).equals("VBD");
      boolean present = sentence.lower(i).matches("is|are") && sentence.figureAt(i + 1);
      if (past || present) {
        read(i);
      }
    }
  }

  private List<Token> tokens() {
    return sentence.tokens();
  }

  private void read(int verb) {
    int reach = sentence.clauseEnd(verb + 1);
    int last = sentence.subjectEnd(verb);
    if (last < 0
        || sentence.lower(last).matches("who|which|that|there|it|we|this|these|they|he|she")) {
      return;
    }
    Clause clause = sentence.clause();
    int first = clause.subjectStart(verb, last);
    boolean somebody = isSomebody(clause.start(verb), last);
    boolean drug = sentence.has(MentionType.DRUG, last);
    boolean treatment = drug || TREATMENT.matcher(sentence.text(first, last + 1)).matches();
    boolean before = sentence.figureIn(Math.max(0, clause.start(verb)), last + 1);
    boolean behind = sentence.figureIn(verb + 1, reach);
    if (!before && !behind) {
      return;
    }
    int object = behind ? object(verb, reach) : -1;
    if ((somebody || drug || sentence.has(MentionType.ARM, last)) && degree(verb, reach)) {
      return;
    }
    if (object >= 0) {
      add(object, NounPhrases.chainEnd(tokens(), object, reach), "what changed");
    } else if (behind
        && drug
        && ROSE.matcher(sentence.lower(verb)).matches()
        && sentence.lower(verb + 1).matches("in|by|from|to|more|less")) {
      add(first, verb + 1, "level of a substance");
    } else if (somebody) {
      if (HAPPENED.matcher(sentence.lower(verb)).matches() || isCompared()) {
        predicate(verb, reach);
      }
    } else if (behind && !state(verb) && !treatment && !isHandled(verb)) {
      add(first, last + 1, "subject of a clause with a figure");
    }
  }

  private boolean isSomebody(int first, int last) {
    return Somebody.isHead(sentence.lower(last))
        || Somebody.opens(sentence, first, last)
        || sentence.lower(last).equals("%")
            && !sentence.figureIn(last + 1, Math.min(sentence.size(), last + 3));
  }

  /**
   * Whether the sentence has a second share, a P-value or a word that compares. What is told of one
   * group alone says who took part: {@code 65% were premenopausal}.
   */
  private boolean isCompared() {
    int shares = 0;
    for (int i = 0; i < sentence.size(); i++) {
      boolean share = sentence.lower(i).matches("%|percent");
      boolean p =
          sentence.lower(i).equals("p") && sentence.lower(i + 1).matches("[<>=≤≥]|&lt;|value");
      boolean against = sentence.lower(i).matches("compared|versus|vs\\.?|than");
      shares += share ? 1 : p || against ? 2 : 0;
    }
    int counts = 0;
    for (int i = 0; i < sentence.size(); i++) {
      counts += sentence.tag(i).equals("CD") ? 1 : 0;
    }
    return shares > 1 || shares == 0 && counts > 1;
  }

  /** {@code was successful in 25 of 96}: the state is what was counted. */
  private boolean state(int verb) {
    if (sentence.lower(verb).matches("was|were")
        && sentence.tag(verb + 1).equals("JJ")
        && sentence.lower(verb + 2).equals("in")
        && (sentence.figureAt(verb + 3) || sentence.lower(verb + 3).equals("all"))
        && Somebody.counted(sentence, verb + 3)
        && !words.is(Group.NO_RESULT_VERB, sentence.lower(verb + 1))
        && !sentence
            .lower(verb + 1)
            .matches("present|common|frequent|high|low|absent|likely|evident")) {
      add(verb + 1, verb + 2, "state that people were in");
      return true;
    }
    return false;
  }

  /**
   * {@code were more knowledgeable (7.4 vs 6.3)}, {@code were more insulin resistant than}: what
   * somebody was more or less of.
   */
  private boolean degree(int verb, int reach) {
    if (!sentence.lower(verb).matches("was|were|is|are")
        || !sentence.lower(verb + 1).matches("more|less")) {
      return false;
    }
    int at = verb + 2;
    while (at < reach && sentence.tag(at).matches("NN|JJ|RB")) {
      at++;
    }
    boolean quality = at > verb + 2 && sentence.tag(at - 1).equals("JJ");
    if (!quality
        || !sentence.lower(at).matches("than|\\(|in")
        || words.is(Group.NO_RESULT_VERB, sentence.lower(at - 1))
        || sentence.lower(at - 1).matches("common|frequent|likely|effective")) {
      return false;
    }
    add(verb + 2, at, "what somebody was more or less of");
    return true;
  }

  /** {@code were kept at 37 °C}: what was done with it is no result. */
  private boolean isHandled(int verb) {
    return words.is(Group.HANDLED_VERB, sentence.lower(verb + 1))
        || words.is(Group.HANDLED_VERB, sentence.lower(verb + 2));
  }

  /** {@code reduced the median time to discharge from …}: first token of what a verb changes. */
  private int object(int verb, int reach) {
    int at = verb;
    while (at + 1 < reach
        && (sentence.tag(at).startsWith("RB")
            || sentence.lower(at).matches("was|were|has|have|is|are|been"))) {
      at++;
    }
    boolean passive = at > verb && !sentence.lower(at).matches("associated|accompanied");
    if (passive || !words.is(Group.CAUSE_VERB, sentence.lower(at))) {
      return -1;
    }
    at++;
    while (at < reach
        && (sentence.tag(at).matches("DT|PRP\\$|RB|RBR|JJR|IN|TO")
            || sentence.lower(at).matches("significant|significantly|greater|more|fewer|higher"))) {
      if (sentence.lower(at).matches("by|from|at|than|after|for|as|during|within")) {
        return -1;
      }
      at++;
    }
    int end = NounPhrases.end(tokens(), at, reach);
    boolean noun = at < reach && end > at;
    if (!noun
        || sentence.tag(at).equals("CD")
        || words.is(Group.CHANGE_NOUN, sentence.lower(end - 1))) {
      return -1;
    }
    return at;
  }

  /**
   * {@code completed prophylaxis}, {@code had a score below average}, {@code died of infection}.
   */
  private void predicate(int verb, int reach) {
    int first = verb;
    while (first < reach
        && (sentence.tag(first).startsWith("RB")
            || sentence.lower(first).matches("was|were|is|are|had|has|have|been|be|did|not")
                && first + 1 < reach
                && sentence.tag(first + 1).matches("VBN|VBD|VB|RB|JJ"))) {
      first++;
    }
    if (first >= reach) {
      return;
    }
    int object = first + 1;
    while (object < reach
        && sentence.tag(object).matches("DT|PRP\\$|IN|TO|RB")
        && object < first + 4) {
      object++;
    }
    int end = NounPhrases.chainEnd(tokens(), object, reach);
    if (end > object && words.is(Group.CHANGE_NOUN, sentence.lower(end - 1))) {
      return;
    }
    if (words.is(Group.WITNESS_VERB, sentence.lower(first))
        || sentence.lower(first).matches("was|were|is|are")) {
      boolean had = add(object, end, "what somebody had");
      // "Required a second drug": the drug is no outcome, to need it is.
      if (!had && end > object && sentence.lower(first).matches("required|needed")) {
        add(first, end, "what somebody did");
      }
    } else if ((sentence.tag(first).startsWith("V") || sentence.tag(first).equals("JJ"))
        && !words.is(Group.NO_RESULT_VERB, sentence.lower(first))) {
      boolean near = end > object && object <= first + 3;
      add(first, near ? end : first + 1, "what somebody did");
    }
  }

  private boolean add(int first, int end, String origin) {
    return found.add(first, end, origin, "result");
  }
}
