package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcomes that a row of values may report, each with what it costs to read it so. What stands
 * around the row decides: the name before it that leads to it, the name behind it that a verb or
 * {@code for} joins to it; farther names cost more, and so do those of people ({@code patients with
 * heart failure}) and those in a bracket that was closed before.
 */
final class OutcomeOffers {

  /** Names that stand farther are never the likeliest. */
  private static final int MOST = 5;

  private static final int LEADS = 2;
  private static final int FOLLOWS = 4;
  private static final int BEFORE = 6;
  private static final int BEHIND = 12;
  private static final int FARTHER = 4;
  private static final int APART = 8;
  private static final int MERELY_NAMED = 3;

  /**
   * An outcome that a row may report.
   *
   * @param cost the less, the likelier
   * @param why the build of the clause that offers it
   */
  record Offer(Mention outcome, int cost, String why) {}

  private final Outcomes known;
  private final String text;
  private final Sentence sentence;
  private final OutcomeGaps gaps;
  private final List<Mention> names;

  /**
   * @param names outcomes of the sentence in order, with those that are merely named so far
   */
  OutcomeOffers(Outcomes known, String text, Sentence sentence, List<Mention> names) {
    this.known = known;
    this.text = text;
    this.sentence = sentence;
    this.gaps = new OutcomeGaps(text);
    this.names = names;
  }

  /** The offers to a row, in the order of the text. */
  List<Offer> of(ValueRows.Stretch stretch) {
    if (stretch.own() != null) {
      return List.of(new Offer(stretch.own(), 0, "in the order of its list"));
    }
    List<Statement> row = stretch.row();
    Measure value = decisive(row);
    int end = row.get(row.size() - 1).end();
    List<Offer> offers = new ArrayList<>(before(stretch, value));
    names.stream()
        .filter(name -> name.start() >= end && name.start() < stretch.to())
        .filter(name -> known.fits(name.outcome(), value))
        .findFirst()
        .ifPresent(name -> behind(name, end, value, offers));
    return offers;
  }

  private List<Offer> before(ValueRows.Stretch stretch, Measure value) {
    int start = stretch.row().get(0).start();
    List<Offer> offers = new ArrayList<>();
    int nearer = 0;
    for (int i = names.size() - 1; i >= 0 && offers.size() < MOST; i--) {
      Mention name = names.get(i);
      if (name.end() > start || !known.fits(name.outcome(), value)) {
        continue;
      }
      boolean near = name.end() >= stretch.from();
      boolean leads = near && (gaps.links(name, start) || gaps.opensBracket(name, start));
      if (isNamed(name) && !leads) {
        continue;
      }
      boolean apart =
          gaps.isAside(name, start) || known.isOfPeople(text, sentence.start(), name.start());
      int cost = leads ? LEADS : BEFORE;
      cost += nearer * FARTHER + (apart ? APART : 0) + (isNamed(name) ? MERELY_NAMED : 0);
      offers.add(new Offer(name, cost, leads ? "its name leads to it" : "named before it"));
      nearer += apart || isNamed(name) ? 0 : 1;
    }
    return offers;
  }

  private void behind(Mention name, int end, Measure value, List<Offer> offers) {
    if (gaps.isFor(end, name)) {
      int cost = isNamed(name) ? MERELY_NAMED : 0;
      offers.add(new Offer(name, cost, "named by \"for\" behind it"));
    } else if (isNamed(name)) {
      return;
    } else if (gaps.follows(end, name)) {
      offers.add(new Offer(name, FOLLOWS, "what somebody had"));
    } else if (!Statement.compares(value.kind()) && !gaps.breaks(end, name)) {
      offers.add(new Offer(name, BEHIND, "named behind it"));
    }
  }

  private static boolean isNamed(Mention name) {
    return name.type() == MentionType.NAMED_OUTCOME;
  }

  /**
   * The value that says what a row may be of: the share of a count and its share, and the time of
   * "28.9 with A versus 23.3 weeks with B".
   */
  private static Measure decisive(List<Statement> row) {
    Measure first = row.get(0).values().get(0).measure();
    List<Statement> said = first.kind() == Kind.NUMBER ? row : row.subList(0, 1);
    Kind kind = first.kind() == Kind.NUMBER ? Kind.DURATION : Kind.PERCENT;
    return said.stream()
        .flatMap(statement -> statement.values().stream())
        .map(Mention::measure)
        .filter(measure -> measure.kind() == kind)
        .findFirst()
        .orElse(first);
  }
}
