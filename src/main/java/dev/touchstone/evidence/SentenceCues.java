package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;

/** What the words of sentences show of their part in the document. */
final class SentenceCues {

  /**
   * The cues of one sentence.
   *
   * @param measured whether it has a value, other than a time or a bare number
   * @param valued whether it has a value of any kind
   * @param people whether it counts those who took part
   * @param past whether something in it happened, by a verb in the past tense
   * @param announces whether it names endpoints
   * @param method whether it tells what was done to measure
   * @param finite whether it is a sentence with a verb
   * @param purpose whether it says what the study is for
   * @param enrolment whether it tells how people came into the study
   * @param concludes whether it says what follows from what was found
   */
  record Cues(
      boolean measured,
      boolean valued,
      boolean people,
      boolean past,
      boolean announces,
      boolean method,
      boolean finite,
      boolean purpose,
      boolean enrolment,
      boolean concludes) {

    /** Whether it tells of the study itself and not of what was known before. */
    boolean isOwn() {
      return people || !purpose && (announces || method || past && (valued || enrolment));
    }
  }

  private final Lexicon<String> endpoint;
  private final Lexicon<String> measuring;
  private final Lexicon<String> purpose;
  private final Lexicon<String> enrolment;
  private final Lexicon<String> conclusion;

  SentenceCues(Vocabulary vocabulary) {
    endpoint = vocabulary.cues("endpoint");
    measuring = vocabulary.cues("measuring");
    purpose = vocabulary.cues("purpose");
    enrolment = vocabulary.cues("enrolment");
    conclusion = vocabulary.cues("conclusion");
  }

  /** The cues of each sentence of a unit. */
  List<Cues> of(Unit unit) {
    List<Word> words = Words.of(unit.reading().text());
    List<Cues> cues = new ArrayList<>();
    int from = 0;
    for (Sentence sentence : unit.sentences()) {
      while (from < words.size() && words.get(from).start() < sentence.start()) {
        from++;
      }
      int to = from;
      while (to < words.size() && words.get(to).start() < sentence.end()) {
        to++;
      }
      cues.add(of(unit, sentence, words.subList(from, to)));
      from = to;
    }
    return cues;
  }

  private Cues of(Unit unit, Sentence sentence, List<Word> words) {
    String text = unit.reading().text();
    return new Cues(
        unit.mentions(sentence).stream().anyMatch(SentenceCues::isMeasured),
        has(unit, sentence, MentionType.MEASURE),
        has(unit, sentence, MentionType.PARTICIPANTS),
        sentence.tokens().stream().map(Token::tag).anyMatch("VBD"::equals),
        has(endpoint, text, words),
        has(measuring, text, words),
        sentence.tokens().stream().anyMatch(token -> token.tag().matches("VB[DZP]|MD")),
        has(purpose, text, words),
        has(enrolment, text, words),
        has(conclusion, text, words));
  }

  private static boolean isMeasured(Mention mention) {
    if (mention.type() != MentionType.MEASURE) {
      return false;
    }
    Measure value = mention.measure();
    return switch (value.kind()) {
      case DURATION, DOSE -> false;
      case NUMBER -> value.unit() != null;
      default -> true;
    };
  }

  private static boolean has(Unit unit, Sentence sentence, MentionType type) {
    return unit.mentions(sentence).stream().anyMatch(mention -> mention.type() == type);
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
