package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.SentenceCues.Cues;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which outcomes a document reports or announces, of all that it names, and which conditions it is
 * about. A title, a background and a conclusion name what was measured elsewhere, if at all. What
 * speaks for and against each outcome of the prose is weighed; those that are merely named stay in
 * the document as such.
 */
final class ReportedOutcomes {

  /** A text of so few sentences is a result that somebody quotes. */
  private static final int ALONE = 2;

  private final SentenceCues cues;
  private final ClaimedNames names;
  private final WeighedOutcomes weights;
  private final WholeNames wholeNames;
  private final StudiedConditions conditions;

  ReportedOutcomes(Vocabulary vocabulary) {
    cues = new SentenceCues(vocabulary);
    names = new ClaimedNames(vocabulary);
    weights = new WeighedOutcomes(vocabulary);
    wholeNames = new WholeNames(vocabulary);
    conditions = new StudiedConditions(vocabulary);
  }

  /** The document with each outcome as reported or merely named, and the conditions it is about. */
  AnnotatedDocument of(
      AnnotatedDocument document, List<EvidenceRecord> records, List<Claim> claims) {
    Told told = new Told(document, records, claims);
    StudiedConditions.Reading studied = conditions.new Reading(told.ids);
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < document.units().size(); i++) {
      Unit unit = document.units().get(i);
      if (!isProse(unit)) {
        units.add(unit);
        continue;
      }
      List<Mention> mentions = new ArrayList<>();
      for (Mention mention : unit.mentions()) {
        boolean named = isOutcome(mention) && isWithinSentence(unit, mention);
        boolean other = mention.type() == MentionType.CONDITION && !studied.keeps(unit, mention);
        if (!named && !other) {
          mentions.add(mention);
        }
      }
      for (int j = 0; j < unit.sentences().size(); j++) {
        for (WeighedOutcomes.Weighed weighed : told.weighed(i, j)) {
          mentions.add(weights.settled(weighed));
          if (!weighed.isReported() && told.moves.get(i).get(j) == Move.LEAD) {
            Mention treated = studied.treated(unit, weighed.mention());
            if (treated != null) {
              mentions.add(treated);
            }
          }
        }
      }
      Unit settled = with(unit, mentions);
      units.add(
          with(
              settled,
              settled.mentions().stream()
                  .map(mention -> wholeNames.of(document.document(), settled, mention))
                  .toList()));
    }
    return new AnnotatedDocument(document.document(), units);
  }

  private static boolean isOutcome(Mention mention) {
    return mention.type() == MentionType.OUTCOME || mention.type() == MentionType.NAMED_OUTCOME;
  }

  /** One that reaches over the end of a sentence is not weighed. */
  private static boolean isWithinSentence(Unit unit, Mention mention) {
    return unit.sentences().stream()
        .anyMatch(
            sentence -> sentence.start() <= mention.start() && mention.end() <= sentence.end());
  }

  /** What a document names, with its values and claims. */
  final class Told {

    private final AnnotatedDocument document;
    private final MentionIds ids;
    private final ClaimedOutcomes claimedOutcomes;
    private final LeftOverOutcomes leftOver;
    private final Set<String> measured = new HashSet<>();
    private final TreeMap<Integer, List<Claim>> claimed = new TreeMap<>();
    private final List<List<Cues>> cuesOf;
    private final List<List<Move>> moves;
    private final boolean alone;

    Told(AnnotatedDocument document, List<EvidenceRecord> records, List<Claim> claims) {
      this.document = document;
      ids = new MentionIds(document);
      claimedOutcomes = new ClaimedOutcomes(names, ids);
      leftOver = new LeftOverOutcomes(records, ids);
      for (EvidenceRecord record : records) {
        measured.addAll(record.mentions());
        if (record.outcomeMention() != null) {
          measured.add(record.outcomeMention());
        }
      }
      claims.forEach(
          claim ->
              claimed.computeIfAbsent(claim.span().start(), at -> new ArrayList<>()).add(claim));
      cuesOf =
          document.units().stream()
              .map(unit -> isProse(unit) ? cues.of(unit) : List.<Cues>of())
              .toList();
      moves = Moves.of(document, cuesOf);
      alone = cuesOf.stream().mapToInt(List::size).sum() <= ALONE;
    }

    /** The outcomes that a sentence of a unit names. */
    List<WeighedOutcomes.Weighed> weighed(int unitAt, int sentenceAt) {
      Unit unit = document.units().get(unitAt);
      Sentence sentence = unit.sentences().get(sentenceAt);
      Cues told = cuesOf.get(unitAt).get(sentenceAt);
      Span span = unit.reading().source(sentence.start(), sentence.end());
      List<Claim> said =
          claimed.subMap(span.start(), span.end()).values().stream()
              .flatMap(Collection::stream)
              .toList();
      List<Mention> named = new ArrayList<>();
      unit.mentions(sentence).stream().filter(ReportedOutcomes::isOutcome).forEach(named::add);
      named.addAll(claimedOutcomes.in(unit, sentence, said, told.measured()));
      for (Mention left : leftOver.in(unit, sentence, named)) {
        named.add(left);
        measured.add(left.id());
      }
      named.sort(Comparator.comparingInt(Mention::start));
      return weights.weigh(
          unit, sentence, told, moves.get(unitAt).get(sentenceAt), alone, named, measured, said);
    }
  }

  private static boolean isProse(Unit unit) {
    return switch (unit.part()) {
      case TEXT, LIST_ITEM, HEADING -> true;
      case CAPTION, CELL, NOTE -> false;
    };
  }

  private static Unit with(Unit unit, List<Mention> some) {
    List<Mention> mentions = new ArrayList<>(some);
    mentions.sort(
        Comparator.comparingInt(Mention::start)
            .thenComparing(Comparator.comparingInt(Mention::end).reversed())
            .thenComparing(Mention::type));
    return new Unit(
        unit.block(),
        unit.part(),
        unit.section(),
        unit.reading(),
        unit.cell(),
        unit.sentences(),
        mentions);
  }
}
