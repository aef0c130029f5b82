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
import java.util.regex.Pattern;

/**
 * Which outcomes a document reports or announces, of all that it names, and which conditions it is
 * about. A title, a background and a conclusion name what was measured elsewhere, if at all; they
 * count only for the values that they have themselves. What a claim compares is an outcome even
 * where no lexicon has it.
 */
final class ReportedOutcomes {

  private final SentenceCues cues;
  private final ClaimedNames names;
  private final WholeNames wholeNames;
  private final StudiedConditions conditions;

  ReportedOutcomes(Vocabulary vocabulary) {
    cues = new SentenceCues(vocabulary);
    names = new ClaimedNames(vocabulary);
    wholeNames = new WholeNames(vocabulary);
    conditions = new StudiedConditions(vocabulary);
  }

  /** The document with the outcomes and conditions that it reports, and no other ones. */
  AnnotatedDocument of(
      AnnotatedDocument document, List<EvidenceRecord> records, List<Claim> claims) {
    Set<String> measured = new HashSet<>();
    for (EvidenceRecord record : records) {
      measured.addAll(record.mentions());
      if (record.outcomeMention() != null) {
        measured.add(record.outcomeMention());
      }
    }
    TreeMap<Integer, List<Claim>> claimed = new TreeMap<>();
    claims.forEach(
        claim -> claimed.computeIfAbsent(claim.span().start(), at -> new ArrayList<>()).add(claim));
    List<List<Cues>> cuesOf =
        document.units().stream()
            .map(unit -> isProse(unit) ? cues.of(unit) : List.<Cues>of())
            .toList();
    List<List<Move>> moves = Moves.of(document, cuesOf);
    MentionIds ids = new MentionIds(document);
    ClaimedOutcomes named = new ClaimedOutcomes(document, names, ids);
    StudiedConditions.Reading studied = conditions.new Reading(document, ids);
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < document.units().size(); i++) {
      Unit unit = document.units().get(i);
      if (!isProse(unit)) {
        units.add(unit);
        continue;
      }
      Set<Mention> dropped = new HashSet<>();
      List<Mention> added = new ArrayList<>();
      for (int j = 0; j < unit.sentences().size(); j++) {
        Sentence sentence = unit.sentences().get(j);
        Span span = unit.reading().source(sentence.start(), sentence.end());
        List<Claim> said =
            claimed.subMap(span.start(), span.end()).values().stream()
                .flatMap(Collection::stream)
                .toList();
        Place place = new Place(unit, cuesOf.get(i).get(j), moves.get(i).get(j), said);
        for (Mention mention : unit.mentions(sentence)) {
          if (mention.type() == MentionType.OUTCOME
              && !measured.contains(mention.id())
              && !place.reports(mention)) {
            dropped.add(mention);
            Mention treated = place.move() == Move.LEAD ? studied.treated(unit, mention) : null;
            if (treated != null) {
              added.add(treated);
            }
          } else if (mention.type() == MentionType.CONDITION && !studied.keeps(unit, mention)) {
            dropped.add(mention);
          }
        }
        if (place.move() == Move.ACCOUNT) {
          added.addAll(named.in(unit, sentence, said, place.cues().measured()));
        }
      }
      Unit kept = with(unit, dropped, added);
      List<Mention> whole =
          kept.mentions().stream()
              .map(mention -> wholeNames.of(document.document(), kept, mention))
              .toList();
      units.add(with(kept, whole));
    }
    return new AnnotatedDocument(document.document(), units);
  }

  /** A sentence, what it does in the document and what it claims. */
  private record Place(Unit unit, Cues cues, Move move, List<Claim> claims) {

    private static final Pattern COUNTED =
        Pattern.compile("(?<![\\d.,])\\d{1,4}\\s(?:[\\p{L}-]+\\s)?$");
    private static final int SHORT = 24;

    boolean reports(Mention mention) {
      // How long people were followed is told by its value alone.
      if (mention.outcome().code().equals("FOLLOW-UP")) {
        return false;
      }
      return switch (move) {
        case LEAD, CONCLUSION -> false;
        case ACCOUNT ->
            cues.measured()
                || cues.announces()
                || isAnnounced(mention)
                || isCounted(mention)
                || mention.negated()
                || !cues.method() && claims(mention);
      };
    }

    /** "There were 14 deaths". */
    private boolean isCounted(Mention mention) {
      int from = Math.max(0, mention.start() - SHORT);
      return cues.valued()
          && COUNTED.matcher(unit.reading().text().substring(from, mention.start())).find();
    }

    /** One without a name in the lexicons is found before its value only where it is announced. */
    private static boolean isAnnounced(Mention mention) {
      return mention.outcome().code().equals("OTHER") && "endpoint".equals(mention.outcome().use());
    }

    private boolean claims(Mention mention) {
      return claims.stream().anyMatch(claim -> claim.span().overlaps(mention.span()));
    }
  }

  private static boolean isProse(Unit unit) {
    return switch (unit.part()) {
      case TEXT, LIST_ITEM, HEADING -> true;
      case CAPTION, CELL, NOTE -> false;
    };
  }

  private static Unit with(Unit unit, Set<Mention> dropped, List<Mention> added) {
    if (dropped.isEmpty() && added.isEmpty()) {
      return unit;
    }
    List<Mention> mentions = new ArrayList<>(unit.mentions());
    mentions.removeAll(dropped);
    mentions.addAll(added);
    return with(unit, mentions);
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
