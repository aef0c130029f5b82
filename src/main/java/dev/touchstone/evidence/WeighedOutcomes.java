package dev.touchstone.evidence;

import dev.touchstone.evidence.SentenceCues.Cues;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Weighs what speaks for and against that a sentence reports an outcome that it names; what weighs
 * more than nothing is reported.
 */
final class WeighedOutcomes {

  private static final String ANY = "any outcome";
  private static final String LISTED = "in one list with an outcome";
  private static final String WITH_REPORTED = "in one sentence with a reported one";
  private static final int SHOWN = 5;

  private final Vocabulary vocabulary;
  private final OutcomeFeatures features;

  WeighedOutcomes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.features = new OutcomeFeatures(vocabulary);
  }

  /** A named outcome with what speaks for and against it, and how much that weighs together. */
  record Weighed(Mention mention, Set<String> features, double weight) {

    boolean isReported() {
      return weight > 0;
    }
  }

  /**
   * The named outcomes of a sentence in the order of its text. Whether one that is known only by
   * the list that it stands in is reported hangs on the others.
   *
   * @param alone whether the document has hardly another sentence
   * @param measured ids of the mentions that records have used
   */
  List<Weighed> weigh(
      Unit unit,
      Sentence sentence,
      Cues cues,
      Move move,
      boolean alone,
      List<Mention> named,
      Set<String> measured,
      List<Claim> claims) {
    OutcomeFeatures.InSentence in = features.new InSentence(unit, sentence, cues, move, alone);
    Set<String> before = new HashSet<>();
    List<Weighed> weighed = new ArrayList<>();
    List<Weighed> listed = new ArrayList<>();
    for (Mention mention : named) {
      boolean claimed = claims.stream().anyMatch(claim -> claim.span().overlaps(mention.span()));
      Set<String> found = in.of(mention, measured.contains(mention.id()), claimed, before);
      before.add(OutcomeFeatures.key(mention));
      Weighed one = weighed(mention, found);
      (mention.origin().equals(LISTED) ? listed : weighed).add(one);
    }
    boolean reports = weighed.stream().anyMatch(Weighed::isReported);
    for (Weighed one : listed) {
      Set<String> found = new TreeSet<>(one.features());
      if (reports) {
        found.add(WITH_REPORTED);
      }
      weighed.add(weighed(one.mention(), found));
    }
    weighed.sort(Comparator.comparingInt(one -> one.mention().start()));
    return weighed;
  }

  private Weighed weighed(Mention mention, Set<String> found) {
    double weight = vocabulary.outcomeWeight(ANY);
    for (String feature : found) {
      weight += vocabulary.outcomeWeight(feature);
    }
    return new Weighed(mention, Set.copyOf(found), weight);
  }

  /** The mention as what it was found to be, with the heaviest reasons. */
  Mention settled(Weighed weighed) {
    Mention mention = weighed.mention();
    String reasons =
        weighed.features().stream()
            .filter(feature -> vocabulary.outcomeWeight(feature) != 0)
            .sorted(
                Comparator.comparingDouble(
                        (String feature) -> -Math.abs(vocabulary.outcomeWeight(feature)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SHOWN)
            .map(
                feature ->
                    String.format(
                        Locale.ROOT, "%s %+.1f", feature, vocabulary.outcomeWeight(feature)))
            .collect(Collectors.joining(", "));
    return new Mention(
        mention.id(),
        weighed.isReported() ? MentionType.OUTCOME : MentionType.NAMED_OUTCOME,
        mention.span(),
        mention.start(),
        mention.end(),
        mention.text(),
        mention.section(),
        mention.cell(),
        mention.negated(),
        String.format(
            Locale.ROOT, "%s; weight %+.1f: %s", mention.origin(), weighed.weight(), reasons),
        mention.normal());
  }
}
