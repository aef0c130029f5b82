package dev.touchstone.consistency.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence or a row with its figures: what a note tells in one go. Each is one of a kind; two
 * that print the same are two witnesses.
 */
final class Telling {

  /** Where it stands: what must agree is told in two of them. */
  enum Region {
    SUMMARY,
    BODY,
    ROW
  }

  private static final int NEAR = 70;

  private final Region region;
  private final String text;
  private final int start;
  private final String about;
  private final List<ToldFigure> figures;
  private @Nullable Set<String> words;
  private @Nullable Set<String> label;

  private Telling(Region region, String text, int start, String about, List<ToldFigure> figures) {
    this.region = region;
    this.text = text;
    this.start = start;
    this.about = about;
    this.figures = List.copyOf(figures);
  }

  /**
   * A sentence.
   *
   * @param start of the sentence in its unit
   */
  static Telling sentence(Region region, String text, int start, List<ToldFigure> figures) {
    return new Telling(region, text, start, text, figures);
  }

  /**
   * A row.
   *
   * @param context the table's caption and the heading of the row's group
   */
  static Telling row(String label, String context, List<ToldFigure> figures) {
    return new Telling(Region.ROW, label, 0, context + " " + label, figures);
  }

  Region region() {
    return region;
  }

  boolean isRow() {
    return region == Region.ROW;
  }

  /** The sentence; the row's label otherwise. */
  String text() {
    return text;
  }

  /** The figures in their order. */
  List<ToldFigure> figures() {
    return figures;
  }

  /** The words that carry the meaning, shortened to their beginnings. */
  Set<String> words() {
    Set<String> found = words;
    if (found == null) {
      found = Stems.of(about);
      words = found;
    }
    return found;
  }

  /** The words of a row's own label; empty for a sentence. */
  Set<String> label() {
    Set<String> found = label;
    if (found == null) {
      found = isRow() ? Stems.of(text) : Set.of();
      label = found;
    }
    return found;
  }

  /**
   * The figures that belong with one: those next to it in a sentence or in its cell, and those at
   * its place in the cells next to its own.
   */
  List<Integer> beside(int at) {
    return figures.get(at).source().cell() == null ? besideInSentence(at) : besideInRow(at);
  }

  private List<Integer> besideInSentence(int at) {
    List<Integer> found = new ArrayList<>();
    ToldFigure figure = figures.get(at);
    for (int step : new int[] {-1, 1}) {
      int i = at + step;
      // A count of one digit hides the figure behind it no more than a word does.
      while (i >= 0 && i < figures.size() && figure.gapTo(figures.get(i)) <= NEAR) {
        found.add(i);
        i = figures.get(i).isTelling() ? -1 : i + step;
      }
    }
    return found;
  }

  private List<Integer> besideInRow(int at) {
    List<Integer> found = new ArrayList<>();
    int place = placeInCell(at);
    int size = sizeOfCell(at);
    for (int i = 0; i < figures.size(); i++) {
      boolean same = figures.get(i).isInCellOf(figures.get(at));
      if (same && Math.abs(i - at) == 1
          || !same
              && Math.abs(i - at) <= size
              && placeInCell(i) == place
              && sizeOfCell(i) == size) {
        found.add(i);
      }
    }
    return found;
  }

  /** Whether a row prints values of two groups, a P-value aside. */
  boolean isOfTwoGroups() {
    return isRow()
        && figures.stream()
                .filter(its -> its.size().compareTo(BigDecimal.ONE) >= 0)
                .map(its -> its.source().cell())
                .distinct()
                .count()
            == 2;
  }

  /** The row with its last cell first; the figures of a cell stay in their order. */
  Telling withCellsReversed() {
    List<ToldFigure> reversed = new ArrayList<>();
    int end = figures.size();
    while (end > 0) {
      int first = end - 1;
      while (first > 0 && figures.get(first - 1).isInCellOf(figures.get(end - 1))) {
        first--;
      }
      reversed.addAll(figures.subList(first, end));
      end = first;
    }
    return new Telling(region, text, start, about, reversed);
  }

  /** The words between a figure of a sentence and the next one. */
  String between(int at) {
    int offset = figures.get(at).end() - start;
    int end = figures.get(at + 1).start() - start;
    return isRow() || offset < 0 || end < offset || end > text.length()
        ? ""
        : text.substring(offset, end);
  }

  private int placeInCell(int at) {
    int first = at;
    while (first > 0 && figures.get(first - 1).isInCellOf(figures.get(at))) {
      first--;
    }
    return at - first;
  }

  private int sizeOfCell(int at) {
    return (int) figures.stream().filter(its -> its.isInCellOf(figures.get(at))).count();
  }
}
