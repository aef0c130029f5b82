package dev.touchstone.consistency.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts that no record names: two tellings say the same, figure by figure, except for one figure.
 *
 * <p>The abstract's {@code 98.8% (95% CI 96.4 to 99.6) against 96.3%} and the body's {@code 98.8%
 * (95% CI, 56.4% to 99.6%) … and 96.3%} share their words and three figures in the same order; what
 * stands between the same two of them must be the same too. It is told from two different figures
 * by this: one of the two is printed nowhere else in the note, and they differ as a slip of the pen
 * differs.
 */
final class AlignedFacts {

  /** So many tellings may print a value that still tells which of them speak of the same. */
  private static final int COMMON = 24;

  /** A sentence of more figures tells of more than one row. */
  private static final int LISTED = 6;

  /** A figure of one telling in the place of another of the other telling. */
  record Conflict(
      Telling one,
      Telling other,
      ToldFigure figure,
      ToldFigure against,
      List<ToldFigure> shared,
      int words,
      boolean between) {

    int weight() {
      return shared.size() * 4 + words + (between ? 4 : 0);
    }
  }

  private final Tellings tellings;
  private final NoteReading reading;
  private final boolean article;
  private int compared;

  AlignedFacts(NoteReading reading) {
    this.reading = reading;
    this.tellings = reading.tellings();
    this.article = reading.isArticle();
  }

  /** How many pairs of tellings were laid side by side. */
  int compared() {
    return compared;
  }

  /** One slip against several places that have it right is one dispute, told from the best. */
  List<Dispute> disputes() {
    Map<Object, List<Conflict>> all = new LinkedHashMap<>();
    for (Telling one : tellings.all()) {
      if (one.isRow() || one.figures().size() > Repetition.LONGEST) {
        continue;
      }
      for (Telling other : sharers(one)) {
        if (Repetition.mayBe(one, other, article)) {
          compared++;
          for (Conflict conflict : inEitherOrder(one, other)) {
            all.computeIfAbsent(orphan(conflict).source().span(), any -> new ArrayList<>())
                .add(conflict);
          }
        }
      }
    }
    return all.values().stream()
        .map(
            same ->
                same.stream().sorted(Comparator.comparing(Conflict::weight).reversed()).toList())
        .sorted(Comparator.comparing((List<Conflict> same) -> -same.get(0).weight()))
        .map(same -> AlignedDispute.of(reading, same))
        .toList();
  }

  /** The tellings that share a figure with one. */
  private Set<Telling> sharers(Telling one) {
    Set<Telling> others = new LinkedHashSet<>();
    for (ToldFigure figure : one.figures()) {
      if (figure.isTelling() && tellings.timesPrinted(figure) <= COMMON) {
        others.addAll(tellings.with(figure));
      }
    }
    return others;
  }

  private ToldFigure orphan(Conflict conflict) {
    return tellings.timesPrinted(conflict.against()) == 1
            && tellings.timesPrinted(conflict.figure()) > 1
        ? conflict.against()
        : conflict.figure();
  }

  /** The columns of a table may stand in another order than the sentence names the groups. */
  private List<Conflict> inEitherOrder(Telling one, Telling other) {
    if (!mayConflict(one, other)) {
      return List.of();
    }
    List<Conflict> found = conflicts(one, other);
    if (found.isEmpty() && other.isOfTwoGroups()) {
      found = conflicts(one, other.withCellsReversed());
    }
    return found.isEmpty() && other.isRow() ? inAnyOrder(one, other) : found;
  }

  /** A sentence that tells a whole row, the groups in an order of its own. */
  private List<Conflict> inAnyOrder(Telling one, Telling row) {
    LeftOver left = LeftOver.of(one, row);
    if (left == null
        || !isSlip(left.told(), left.printed())
        || !isOrphan(left.told(), left.printed())
            && isToldBy(
                one, one.figures().indexOf(left.told()), row.region(), left.shared().size() - 1)) {
      return List.of();
    }
    int words = Stems.shared(one.words(), row.words());
    return List.of(
        new Conflict(one, row, left.told(), left.printed(), left.shared(), words, false));
  }

  /** Whether any figure of the one can be a slip of one of the other: mostly none can. */
  private static boolean mayConflict(Telling one, Telling other) {
    for (ToldFigure figure : one.figures()) {
      for (ToldFigure against : other.figures()) {
        if (isSlip(figure, against)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Conflict> conflicts(Telling one, Telling other) {
    Alignment sides = new Alignment(one, other);
    int words = Stems.shared(one.words(), other.words());
    if (sides.shared().isEmpty() || sides.isSlight() && !isWordForWord(other, words)) {
      return List.of();
    }
    List<Conflict> found = new ArrayList<>();
    List<ToldFigure> a = one.figures();
    int from = 0;
    while (from < a.size()) {
      if (sides.isMatched(from)) {
        from++;
        continue;
      }
      int to = from;
      while (to < a.size() && !sides.isMatched(to)) {
        to++;
      }
      for (int i = from; i < to; i++) {
        int against = counterpart(sides, i, sides.before(from) + 1, sides.behind(to));
        if (against >= 0 && !sides.isOfOtherAnalysis(i, against)) {
          found.add(
              new Conflict(
                  one,
                  other,
                  a.get(i),
                  other.figures().get(against),
                  sides.shared(),
                  words,
                  from > 0 && to < a.size()));
        }
      }
      from = to;
    }
    return found;
  }

  /** The one figure of a gap that a figure may be a slip of; -1 where there is none or several. */
  private int counterpart(Alignment sides, int at, int low, int high) {
    ToldFigure figure = sides.one().figures().get(at);
    int found = -1;
    for (int j = low; j < high; j++) {
      ToldFigure against = sides.other().figures().get(j);
      if (isSlip(figure, against)
          && (isOrphan(figure, against) || !figure.isNear(against) && sides.isHeld(at, j))
          && Repetition.isOfOne(sides, at, j)
          && !Repetition.isTold(figure, sides.other())
          && !Repetition.isTold(against, sides.one())) {
        if (found >= 0) {
          return -1;
        }
        found = j;
      }
    }
    return found < 0 || !isFirm(sides, at, found) || isExplained(sides, at, found) ? -1 : found;
  }

  /**
   * Whether two sentences say the same in the same words: {@code 9.1 for response and 7.9 for …}.
   */
  private static boolean isWordForWord(Telling other, int words) {
    return !other.isRow() && words >= Repetition.SAME_WORDS;
  }

  /**
   * Whether enough is the same to tell that a row is meant: figures on both sides, the row's whole
   * name, or five digits in the same parts of the statement.
   */
  private static boolean isFirm(Alignment sides, int at, int there) {
    Telling one = sides.one();
    Telling other = sides.other();
    if (!other.isRow() || sides.isBetween(at, there) || sides.isChained(at, there)) {
      return true;
    }
    if (Repetition.isNamed(other, one.words())) {
      // A long sentence tells of several rows; the words beside the figure say which it is of.
      return one.figures().size() <= LISTED
          || Repetition.isNamed(other, Stems.of(one.figures().get(at).around()));
    }
    return sides.isFirm(at);
  }

  /**
   * Whether one of the two figures is told of elsewhere. One that is printed elsewhere at all may
   * be told of there already if fewer figures are shared.
   */
  private boolean isExplained(Alignment sides, int at, int there) {
    boolean orphan = isOrphan(sides.one().figures().get(at), sides.other().figures().get(there));
    int least = orphan ? sides.shared().size() + 1 : sides.shared().size();
    return isToldBy(sides.one(), at, sides.other().region(), least)
        || isToldBy(sides.other(), there, sides.one().region(), least);
  }

  /**
   * Whether another telling shares so many figures with the one, this figure among them: then it is
   * that telling which is of the same.
   */
  private boolean isToldBy(Telling telling, int at, Telling.Region region, int least) {
    ToldFigure figure = telling.figures().get(at);
    for (Telling other : tellings.with(figure)) {
      if (other == telling || other.region() != region) {
        continue;
      }
      long common =
          telling.figures().stream()
              .filter(its -> its != figure && its.isTelling() && Repetition.isTold(its, other))
              .count();
      if (common >= least && Repetition.isTold(figure, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSlip(ToldFigure figure, ToldFigure against) {
    return figure.key().length() == against.key().length()
        && figure.isSlipOf(against)
        && figure.isLike(against)
        && figure.number().decimals() == against.number().decimals()
        && figure.isTelling();
  }

  /** Whether one of the two is printed nowhere else in the note. */
  private boolean isOrphan(ToldFigure figure, ToldFigure against) {
    return tellings.timesPrinted(figure) == 1 || tellings.timesPrinted(against) == 1;
  }
}
