package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words that stand beside one another, from left to right. */
final class Line {

  private final int page;
  private final List<Word> words;
  private final double left;
  private final double right;
  private final double baseline;
  private final double size;
  private final int glyphs;

  Line(int page, List<Word> words) {
    this.page = page;
    this.words = words.stream().sorted(Comparator.comparingDouble(Word::left)).toList();
    this.left = this.words.get(0).left();
    double end = left;
    int all = 0;
    Word main = this.words.get(0);
    for (Word word : this.words) {
      end = Math.max(end, word.right());
      all += word.glyphs();
      if (main.raise() != 0 && word.raise() == 0
          || (main.raise() == 0) == (word.raise() == 0) && word.glyphs() > main.glyphs()) {
        main = word;
      }
    }
    this.right = end;
    this.glyphs = all;
    this.baseline = main.baseline();
    this.size = main.size();
  }

  int page() {
    return page;
  }

  List<Word> words() {
    return words;
  }

  Word first() {
    return words.get(0);
  }

  Word last() {
    return words.get(words.size() - 1);
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double width() {
    return right - left;
  }

  double baseline() {
    return baseline;
  }

  /** Of its longest word that is neither raised nor lowered. */
  double size() {
    return size;
  }

  double top() {
    return baseline - 0.75 * size;
  }

  double middle() {
    return baseline - 0.3 * size;
  }

  double bottom() {
    return baseline + 0.22 * size;
  }

  int glyphs() {
    return glyphs;
  }

  Box box() {
    return new Box(left, top(), right - left, bottom() - top());
  }

  boolean allBold() {
    return words.stream().allMatch(word -> word.face().bold() || word.raise() != 0);
  }

  boolean allItalic() {
    return words.stream().allMatch(word -> word.face().italic() || word.raise() != 0);
  }

  /** The words as they are read, blanks between those that do not touch. */
  String text() {
    StringBuilder text = new StringBuilder();
    Word before = null;
    for (Word word : words) {
      if (before != null && !word.touches(before)) {
        text.append(' ');
      }
      text.append(word.text());
      before = word;
    }
    return text.toString();
  }

  /** Cut where the space between two words is wider than the given distance. */
  List<Line> phrases(double widest) {
    List<Line> phrases = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    double end = 0;
    for (Word word : words) {
      // A bullet stands apart from its words and belongs to them all the same.
      boolean bullet = open.size() == 1 && Marker.isDot(open.get(0));
      if (!open.isEmpty() && !bullet && word.left() - end > widest) {
        phrases.add(new Line(page, open));
        open = new ArrayList<>();
      }
      end = open.isEmpty() ? word.right() : Math.max(end, word.right());
      open.add(word);
    }
    phrases.add(new Line(page, open));
    return phrases;
  }

  @Override
  public String toString() {
    return text();
  }
}
