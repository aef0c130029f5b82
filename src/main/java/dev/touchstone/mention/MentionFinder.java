package dev.touchstone.mention;

import dev.touchstone.document.Document;
import dev.touchstone.document.Span;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a document sentence by sentence and finds what is named in it. Safe for use by several
 * threads; the same document always gives the same mentions.
 */
public final class MentionFinder {

  private static final int LONGEST_CELL_WITHOUT_TAGS = 40;

  private final ChosenPeople people;
  private final DrugFinder drugs;
  private final StudyPhraseFinder studies = new StudyPhraseFinder();
  private final DoseFinder doses;
  private final OutcomeFinder outcomes;
  private final FreeOutcomeFinder freeOutcomes;
  private final NamedOutcomeFinder namedOutcomes;
  private final ConditionFinder conditions;
  private final ParticipantsFinder participants;
  private final MeasureFinder measures;
  private final ArmPhraseFinder arms;
  private final Lexicon<String> events;
  private final Lexicon<String> eventVerbs;
  private final Denials denials;
  private final Redefinitions redefinitions;

  public MentionFinder(Vocabulary vocabulary) {
    people = new ChosenPeople(vocabulary);
    drugs = new DrugFinder(vocabulary);
    doses = new DoseFinder(vocabulary);
    outcomes = new OutcomeFinder(vocabulary);
    freeOutcomes = new FreeOutcomeFinder(vocabulary);
    namedOutcomes = new NamedOutcomeFinder(vocabulary);
    conditions = new ConditionFinder(vocabulary);
    participants = new ParticipantsFinder(vocabulary);
    measures = new MeasureFinder(vocabulary);
    arms = new ArmPhraseFinder(vocabulary);
    events = vocabulary.cues("event");
    eventVerbs = vocabulary.cues("event-verb");
    denials = new Denials(vocabulary);
    redefinitions = new Redefinitions(vocabulary);
  }

  /**
   * The document's sentences, with drugs, doses, outcomes, measures, arms, people, conditions and
   * studies.
   */
  public AnnotatedDocument find(Document document) {
    Language language = new Language();
    List<Reading> readings = new ArrayList<>();
    for (Piece piece : Pieces.of(document)) {
      readings.add(new Reading(piece, sentences(piece, language)));
    }
    drugs.find(readings, document.metadata().compound());
    List<Reading> full = readings.stream().filter(reading -> !reading.piece().namesOnly()).toList();
    Set<String> redefined = redefinitions.in(full);
    full.forEach(reading -> reading.redefined(redefined));
    full.forEach(this::read);
    arms.find(full);
    full.forEach(PartsOfWhole::find);
    full.forEach(reading -> new PartsOfCount(reading, events, eventVerbs).find());
    people.settle(full);
    return new AnnotatedDocument(document, units(document, readings));
  }

  private void read(Reading reading) {
    studies.find(reading);
    reading.schedules(ScheduleParts.in(reading.text()));
    doses.find(reading);
    outcomes.find(reading);
    conditions.find(reading);
    participants.find(reading);
    freeOutcomes.find(reading);
    measures.find(reading);
    denials.mark(reading);
    outcomes.settle(reading);
    namedOutcomes.find(reading);
  }

  /** Prose is tagged; short cells and title data are one sentence each without tags. */
  private static List<Sentence> sentences(Piece piece, Language language) {
    String text = piece.reading().text();
    boolean tagged =
        !piece.namesOnly() && (piece.cell() == null || text.length() > LONGEST_CELL_WITHOUT_TAGS);
    if (!tagged) {
      return List.of(new Sentence(0, text.length(), List.of()));
    }
    List<Sentence> sentences = new ArrayList<>();
    for (List<CoreLabel> labels : SentenceSplitter.split(text, Language.tokens(text))) {
      List<Token> tokens = language.tag(text, labels);
      sentences.add(
          new Sentence(tokens.get(0).start(), tokens.get(tokens.size() - 1).end(), tokens));
    }
    return sentences;
  }

  private static List<Unit> units(Document document, List<Reading> readings) {
    List<Unit> units = new ArrayList<>();
    int number = 0;
    for (Reading reading : readings) {
      Piece piece = reading.piece();
      List<Mention> mentions = new ArrayList<>();
      for (Draft draft : reading.drafts()) {
        Span span = piece.reading().source(draft.start(), draft.end());
        number++;
        mentions.add(
            new Mention(
                "m" + number,
                draft.type(),
                span,
                draft.start(),
                draft.end(),
                document.quote(span),
                piece.section(),
                piece.cell(),
                draft.negated(),
                draft.origin(),
                draft.normal()));
      }
      units.add(
          new Unit(
              piece.block(),
              piece.part(),
              piece.section(),
              piece.reading(),
              piece.cell(),
              reading.sentences(),
              mentions));
    }
    return units;
  }
}
