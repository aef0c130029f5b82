package dev.touchstone.consistency.check;

import dev.touchstone.consistency.check.Telling.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which two tellings may be of the same: a sentence and the row that it names, a sentence of
 * the abstract and one of the body that use the same words.
 */
final class Repetition {

  /** A longer list is no sentence. */
  static final int LONGEST = 200;

  /** Sentences that share so many words may repeat each other. */
  static final int SAME_WORDS = 4;

  /** So many words around two figures make them one. */
  private static final int WORDS_AROUND = 3;

  private Repetition() {}

  /**
   * Whether a sentence may say what another sentence or a row says.
   *
   * @param article whether the note is one; its sentences repeat each other in abstract and body
   *     alone
   */
  static boolean mayBe(Telling one, Telling other, boolean article) {
    if (other.figures().size() > LONGEST || one == other) {
      return false;
    }
    if (other.isRow()) {
      int shared = Stems.shared(other.label(), one.words());
      boolean named = shared > 0 && 2 * shared >= other.label().size();
      return named && !other.label().isEmpty() || isOfRow(one, other);
    }
    if (one.region() == Region.SUMMARY ? other.region() != Region.BODY : article) {
      return false;
    }
    int shared = Stems.shared(one.words(), other.words());
    boolean enough =
        shared >= SAME_WORDS || shared == SAME_WORDS - 1 && sharedFigures(one, other).size() >= 3;
    return enough && shared >= 0.3 * Math.min(one.words().size(), other.words().size());
  }

  /**
   * Whether three figures of a sentence are a row's, or a result with its P-value or a limit of its
   * interval is.
   */
  private static boolean isOfRow(Telling one, Telling row) {
    List<ToldFigure> shared = sharedFigures(one, row);
    return shared.size() >= 3
        || shared.size() == 2
            && shared.stream().anyMatch(its -> its.sort().equals("p") || !its.role().isEmpty())
            && shared.stream().mapToInt(ToldFigure::digits).sum() >= 4;
  }

  /** The telling figures that both print, each once. */
  private static List<ToldFigure> sharedFigures(Telling one, Telling other) {
    Map<String, ToldFigure> shared = new LinkedHashMap<>();
    for (ToldFigure figure : one.figures()) {
      if (figure.isTelling() && isTold(figure, other)) {
        shared.putIfAbsent(figure.key(), figure);
      }
    }
    return List.copyOf(shared.values());
  }

  static boolean isTold(ToldFigure figure, Telling there) {
    for (ToldFigure its : there.figures()) {
      if (figure.agrees(its)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a telling prints every word of a row's label. */
  static boolean isNamed(Telling row, Set<String> words) {
    return !row.label().isEmpty() && Stems.shared(row.label(), words) == row.label().size();
  }

  /**
   * Whether a figure beside both, or the words around them, make them one; both, if that is all
   * that the two tellings have in common.
   */
  static boolean isOfOne(Alignment sides, int at, int there) {
    boolean beside = isBesideOne(sides.one(), at, sides.other(), there);
    if (!sides.isSlight() && beside) {
      return true;
    }
    return (!sides.isSlight() || beside) && usesOneWords(sides, at, there);
  }

  /** Whether two sentences use the same words around the two figures. */
  private static boolean usesOneWords(Alignment sides, int at, int there) {
    return !sides.one().isRow()
        && !sides.other().isRow()
        && Stems.shared(
                Stems.of(sides.one().figures().get(at).around()),
                Stems.of(sides.other().figures().get(there).around()))
            >= WORDS_AROUND;
  }

  /** Whether a telling figure beside the one is printed beside the other as well. */
  private static boolean isBesideOne(Telling one, int at, Telling other, int there) {
    for (int i : one.beside(at)) {
      ToldFigure neighbour = one.figures().get(i);
      if (neighbour.isTelling()) {
        for (int j : other.beside(there)) {
          if (neighbour.agrees(other.figures().get(j))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
