package dev.touchstone.consistency.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two tellings laid side by side: which figure of the one is which of the other, in the order that
 * both share.
 */
final class Alignment {

  /** So many figures on each side belong to the same comparison. */
  private static final int REACH = 5;

  /** Five digits that are the same in the same parts of a statement are no accident. */
  private static final int FIRM_DIGITS = 5;

  private static final Pattern VERSUS =
      Pattern.compile("(?i)\\s?%?\\s?(?:vs\\.?|versus|v\\.|compared (?:with|to)|and|against)\\s?");

  private final Telling one;
  private final Telling other;
  private final int[] match;
  private final List<ToldFigure> shared = new ArrayList<>();

  Alignment(Telling one, Telling other) {
    this.one = one;
    this.other = other;
    this.match = match(one.figures(), other.figures());
    for (int i = 0; i < match.length; i++) {
      if (match[i] >= 0 && one.figures().get(i).isTelling()) {
        shared.add(one.figures().get(i));
      }
    }
  }

  Telling one() {
    return one;
  }

  Telling other() {
    return other;
  }

  /** Figures that both tell and hardly print by accident. */
  List<ToldFigure> shared() {
    return shared;
  }

  boolean isMatched(int at) {
    return match[at] >= 0;
  }

  /** The place in the other of the last figure before {@code at} that both print; -1 for none. */
  int before(int at) {
    return at == 0 ? -1 : match[at - 1];
  }

  /** The place in the other of the figure at {@code at}, or one past its last. */
  int behind(int at) {
    return at == match.length ? other.figures().size() : match[at];
  }

  /** One figure of two digits is shared too easily to tell anything by itself. */
  boolean isSlight() {
    return shared.size() == 1 && shared.get(0).digits() < 3;
  }

  /**
   * Whether two figures or more right before or behind are the same on both sides, four digits in
   * all, such as an estimate and a limit beside the other limit.
   */
  boolean isChained(int at, int there) {
    int count = 0;
    int digits = 0;
    for (int step : new int[] {-1, 1}) {
      int i = at + step;
      while (i >= 0 && i < match.length && match[i] == there + (i - at)) {
        count++;
        digits += one.figures().get(i).digits();
        i += step;
      }
    }
    return count >= 2 && digits >= 4;
  }

  /** Whether a shared figure stands on both sides of the two. */
  boolean isBetween(int at, int there) {
    return at > 0
        && at + 1 < match.length
        && there > 0
        && there + 1 < other.figures().size()
        && match[at - 1] >= 0
        && match[at + 1] >= 0;
  }

  /** Whether shared figures near by have digits enough in the same parts of the statement. */
  boolean isFirm(int at) {
    int digits = 0;
    for (int i = Math.max(0, at - REACH); i < Math.min(match.length, at + REACH + 1); i++) {
      ToldFigure figure = one.figures().get(i);
      boolean same =
          match[i] >= 0
              && shared.contains(figure)
              && figure.role().equals(other.figures().get(match[i]).role());
      digits += same ? figure.digits() : 0;
    }
    return digits >= FIRM_DIGITS;
  }

  /**
   * Whether the figures right before and behind both are the same, three in all, or two around a
   * limit of an interval; or the one right before is the first of a pair that both print in the
   * same way: {@code 93.2% vs 66.7%}.
   */
  boolean isHeld(int at, int there) {
    boolean left = at > 0 && there > 0 && match[at - 1] == there - 1;
    boolean right =
        at + 1 < match.length && there + 1 < other.figures().size() && match[at + 1] == there + 1;
    boolean limit = !one.figures().get(at).role().isEmpty();
    if (left && right && shared.size() >= (limit ? 2 : 3)) {
      return true;
    }
    return left
        && !other.isRow()
        && one.figures().get(at - 1).digits() >= 3
        && VERSUS.matcher(one.between(at - 1)).matches()
        && VERSUS.matcher(other.between(there - 1)).matches();
  }

  /**
   * Whether figures at the same distance differ a little as well: two analyses of one end point
   * print alike figures throughout. Beside an estimate and a limit that are the same, a P-value
   * that differs a little is one that was rounded otherwise.
   */
  boolean isOfOtherAnalysis(int at, int there) {
    boolean chained = isChained(at, there);
    List<ToldFigure> a = one.figures();
    List<ToldFigure> b = other.figures();
    for (int step = -REACH; step <= REACH; step++) {
      int i = at + step;
      int j = there + step;
      if (step != 0
          && i >= 0
          && j >= 0
          && i < a.size()
          && j < b.size()
          && match[i] < 0
          && a.get(i).isTelling()
          && !(chained && a.get(i).sort().equals("p"))
          && a.get(i).isLike(b.get(j))
          && a.get(i).isNear(b.get(j))) {
        return true;
      }
    }
    return false;
  }

  /** The longest common subsequence: for each figure of the one the index in the other, or -1. */
  private static int[] match(List<ToldFigure> a, List<ToldFigure> b) {
    int[][] best = new int[a.size() + 1][b.size() + 1];
    boolean[][] same = new boolean[a.size()][b.size()];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        same[i][j] = a.get(i).agrees(b.get(j));
        best[i][j] = same[i][j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    int[] match = new int[a.size()];
    Arrays.fill(match, -1);
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (same[i][j]) {
        match[i++] = j++;
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return match;
  }
}
