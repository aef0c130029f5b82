package dev.touchstone.evidence;

import dev.touchstone.evidence.SentenceCues.Cues;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What speaks for and against that a named outcome is one that the document reports: how it was
 * found, what its sentence does, how it stands in it. Each has its weight in {@code
 * outcome-weights.tsv}, which also explains it.
 */
final class OutcomeFeatures {

  private static final int NEAR = 60;
  private static final int LAST_WORDS = 5;

  private static final Pattern FIGURE_IN_BRACKET = Pattern.compile("\\s*[(\\[][^)\\]]{0,25}\\d");
  private static final Pattern VERB_BEHIND = Pattern.compile("\\s(?:was|were|is|are|did|had)\\b");

  private final Lexicon<String> comparing;
  private final Lexicon<String> association;
  private final Lexicon<String> baseline;
  private final Lexicon<String> basis;
  private final Lexicon<String> measureHead;
  private final Lexicon<String> emptyHead;
  private final Lexicon<String> otherHead;
  private final Lexicon<String> endpointNoun;
  private final Lexicon<String> circumstance;
  private final Bearers bearers;

  OutcomeFeatures(Vocabulary vocabulary) {
    comparing = vocabulary.cues("comparing");
    association = vocabulary.cues("association");
    baseline = vocabulary.cues("baseline");
    basis = vocabulary.cues("basis");
    measureHead = vocabulary.cues("measure-head");
    emptyHead = vocabulary.cues("no-outcome");
    otherHead = vocabulary.cues("other-head");
    endpointNoun = vocabulary.cues("endpoint-noun");
    circumstance = vocabulary.cues("circumstance");
    bearers = new Bearers(vocabulary);
  }

  /** A sentence with what is the same for all outcomes in it. */
  final class InSentence {

    private final Unit unit;
    private final Sentence sentence;
    private final String text;
    private final Set<String> shared = new TreeSet<>();
    private final boolean concluding;

    InSentence(Unit unit, Sentence sentence, Cues cues, Move move, boolean alone) {
      this.unit = unit;
      this.sentence = sentence;
      this.text = unit.reading().text();
      String words = text.substring(sentence.start(), sentence.end());
      boolean past = false;
      boolean modal = false;
      for (Token token : sentence.tokens()) {
        past |= token.tag().equals("VBD");
        modal |= token.tag().equals("MD");
      }
      concluding = move == Move.CONCLUSION;
      say(move == Move.LEAD, "in what leads up to the study");
      say(cues.measured(), "sentence with a value");
      say(cues.valued() && !cues.measured(), "sentence with a bare figure");
      say(cues.announces(), "sentence that announces");
      say(cues.method(), "sentence on measuring");
      say(cues.purpose(), "sentence on a purpose");
      say(cues.people(), "sentence that counts people");
      say(cues.concludes(), "sentence that concludes");
      say(modal, "sentence on what may be");
      say(!past, "sentence without a past tense");
      List<Word> all = Words.of(words);
      say(has(comparing, words, all), "sentence that compares");
      say(has(association, words, all), "sentence on an association");
      say(alone, "in a text of one or two sentences");
      say(has(baseline, words, all), "sentence on the beginning");
    }

    private void say(boolean holds, String feature) {
      add(shared, holds, feature);
    }

    /**
     * @param valued whether the outcome has a value in a record
     * @param claimed whether a claim says something of it
     * @param before names of outcomes that stand before it in the sentence
     */
    Set<String> of(Mention mention, boolean valued, boolean claimed, Set<String> before) {
      Outcome outcome = mention.outcome();
      Set<String> found = new TreeSet<>(shared);
      found.add("found as: " + mention.origin().replaceAll(":.*", ""));
      add(found, valued, "has a value");
      // The last sentence of a summary is its conclusion, except where it has the values itself.
      add(found, concluding && !valued, "in a conclusion");
      add(found, claimed, "claimed");
      add(found, mention.negated(), "denied");
      add(found, "endpoint".equals(outcome.use()), "announced");
      add(found, circumstance.get(outcome.code()) != null, "circumstance of the study");
      add(found, outcome.code().equals("EFFICACY"), "efficacy as such");
      add(found, before.contains(key(mention)), "again in the sentence");
      name(found, mention);
      place(found, mention);
      return found;
    }

    private void name(Set<String> found, Mention mention) {
      String label = text.substring(mention.start(), mention.end());
      List<Word> words = Words.of(label);
      add(found, words.size() < 2, "name of one word");
      add(found, words.size() > 4, "name of five words or more");
      boolean free = mention.outcome().code().equals("OTHER");
      if (words.isEmpty()) {
        return;
      }
      String head = label.substring(words.get(words.size() - 1).start());
      add(found, free && measureHead.get(head) != null, "name that ends in a measure");
      add(found, free && emptyHead.get(head) != null, "name that ends in an empty word");
      add(found, free && otherHead.get(head) != null, "name that ends in something else");
      add(found, has(endpointNoun, label, words), "name of an endpoint as such");
      boolean arm =
          unit.mentions(sentence).stream()
              .filter(other -> other.type() == MentionType.ARM || other.type() == MentionType.DRUG)
              .anyMatch(other -> other.start() < mention.end() && mention.start() < other.end());
      add(found, arm, "name with an arm in it");
    }

    private void place(Set<String> found, Mention mention) {
      String before =
          text.substring(Math.max(sentence.start(), mention.start() - NEAR), mention.start());
      String behind = text.substring(mention.end(), Math.min(sentence.end(), mention.end() + NEAR));
      add(found, isInBracket(mention.start()), "in a bracket");
      add(found, FIGURE_IN_BRACKET.matcher(behind).lookingAt(), "figure in a bracket behind it");
      add(found, VERB_BEHIND.matcher(behind).lookingAt(), "verb behind it");
      List<Word> words = Words.of(before);
      add(found, isBehind(basis, before, words), "behind what it rests on");
      add(found, bearers.standBefore(text, sentence.start(), mention.start()), "what people have");
    }

    private boolean isInBracket(int at) {
      int depth = 0;
      for (int i = sentence.start(); i < at; i++) {
        char c = text.charAt(i);
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      }
      return depth > 0;
    }
  }

  /** By what a mention is known to be the same as another. */
  static String key(Mention mention) {
    String code = mention.outcome().code();
    return code.equals("OTHER") || code.equals("AE")
        ? mention.text().toLowerCase(Locale.ROOT)
        : code;
  }

  private static void add(Set<String> found, boolean holds, String feature) {
    if (holds) {
      found.add(feature);
    }
  }

  /** Whether words of the lexicon are among the last ones. */
  private static boolean isBehind(Lexicon<String> lexicon, String text, List<Word> words) {
    for (int i = Math.max(0, words.size() - LAST_WORDS); i < words.size(); i++) {
      if (lexicon.longestAt(text, words, i) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Lexicon<String> lexicon, String text, List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (lexicon.longestAt(text, words, i) != null) {
        return true;
      }
    }
    return false;
  }
}
