package dev.touchstone.consistency.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that names a row and tells all its values but one, in whatever order, and one value
 * besides.
 *
 * @param told the sentence's value that the row has not
 * @param printed the row's value that the sentence has not
 * @param shared values that both have
 */
record LeftOver(ToldFigure told, ToldFigure printed, List<ToldFigure> shared) {

  /** Fewer values may be shared by accident. */
  private static final int LEAST = 3;

  static @Nullable LeftOver of(Telling sentence, Telling row) {
    if (!Repetition.isNamed(row, sentence.words())) {
      return null;
    }
    for (int place = 0; place < 2; place++) {
      LeftOver found = of(sentence.figures(), valuesAt(row, place));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The values at a place of the cells: the counts, or the percentages behind them. */
  private static List<ToldFigure> valuesAt(Telling row, int place) {
    List<ToldFigure> values = new ArrayList<>();
    int at = 0;
    ToldFigure before = null;
    for (ToldFigure figure : row.figures()) {
      at = before != null && figure.isInCellOf(before) ? at + 1 : 0;
      if (at == place) {
        values.add(figure);
      }
      before = figure;
    }
    return values;
  }

  private static @Nullable LeftOver of(List<ToldFigure> told, List<ToldFigure> row) {
    List<ToldFigure> open = new ArrayList<>(row);
    List<ToldFigure> left = new ArrayList<>();
    List<ToldFigure> shared = new ArrayList<>();
    for (ToldFigure figure : told) {
      ToldFigure same =
          open.stream()
              .filter(its -> figure.isTelling() && figure.agrees(its))
              .findFirst()
              .orElse(null);
      if (same != null) {
        open.remove(same);
        shared.add(figure);
      } else if (figure.isTelling()) {
        left.add(figure);
      }
    }
    if (open.size() != 1 || shared.size() < LEAST) {
      return null;
    }
    ToldFigure printed = open.get(0);
    List<ToldFigure> alike = left.stream().filter(its -> its.isSlipOf(printed)).toList();
    return alike.size() == 1 ? new LeftOver(alike.get(0), printed, shared) : null;
  }
}
