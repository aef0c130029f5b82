package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the letters of spaced words together: {@code R E S U L T S} in a heading. Figures in narrow
 * columns are left alone.
 */
final class LetterSpacing {

  private static final int FEWEST = 4;

  /** Letters stand nearer than this, in multiples of their size. */
  private static final double WIDEST = 0.65;

  /** How much more space there is between two words than between two letters. */
  private static final double WORDS_APART = 1.7;

  private LetterSpacing() {}

  /**
   * @param words of one line, from left to right
   */
  static List<Word> close(List<Word> words) {
    List<Word> closed = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      int to = from + 1;
      while (to < words.size() && isSpaced(words.get(to - 1), words.get(to))) {
        to++;
      }
      if (to - from >= FEWEST) {
        join(words.subList(from, to), closed);
      } else {
        closed.addAll(words.subList(from, to));
      }
      from = to;
    }
    return closed;
  }

  private static boolean isSpaced(Word before, Word word) {
    double gap = word.left() - before.right();
    return isLetter(before)
        && isLetter(word)
        && before.face().equals(word.face())
        && Math.abs(before.size() - word.size()) < 0.05 * word.size()
        && gap > 0.05 * word.size()
        && gap < WIDEST * word.size() * WORDS_APART;
  }

  private static boolean isLetter(Word word) {
    return word.glyphs() == 1 && word.raise() == 0 && Character.isLetter(word.text().charAt(0));
  }

  private static void join(List<Word> letters, List<Word> closed) {
    double least = Double.MAX_VALUE;
    for (int i = 1; i < letters.size(); i++) {
      least = Math.min(least, letters.get(i).left() - letters.get(i - 1).right());
    }
    if (least > WIDEST * letters.get(0).size()) {
      closed.addAll(letters);
      return;
    }
    int from = 0;
    for (int i = 1; i <= letters.size(); i++) {
      boolean end = i == letters.size();
      if (end || letters.get(i).left() - letters.get(i - 1).right() > WORDS_APART * least + 0.5) {
        closed.add(word(letters.subList(from, i)));
        from = i;
      }
    }
  }

  private static Word word(List<Word> letters) {
    Word first = letters.get(0);
    StringBuilder text = new StringBuilder();
    letters.forEach(letter -> text.append(letter.text()));
    return new Word(
        text.toString(),
        first.left(),
        letters.get(letters.size() - 1).right(),
        first.baseline(),
        first.size(),
        first.face(),
        letters.size(),
        first.blankBefore(),
        0,
        first.turn(),
        first.tag());
  }
}
