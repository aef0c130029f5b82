package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Gathers the words that share a base line, superscripts and subscripts with the words they touch.
 */
final class LineFinder {

  /** How far a superscript stands above its line at least, when a blank parts it from its word. */
  private static final double CLEARLY = 0.15;

  private static final double BLANK = 0.75;

  /** Words with almost the same base line. */
  private static final class Row {
    final double baseline;
    final double size;
    final List<Word> words = new ArrayList<>();

    Row(Word word) {
      baseline = word.baseline();
      size = word.size();
    }
  }

  private LineFinder() {}

  /**
   * @param dropped words printed twice in the same place are counted here
   * @return from top to bottom, each across the whole page
   */
  static List<Line> lines(int page, List<Word> words, SortedMap<String, Integer> dropped) {
    List<Row> rows = rows(words);
    attachShifted(rows);
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      List<Word> kept = withoutDuplicates(row.words, dropped);
      if (!kept.isEmpty()) {
        lines.add(new Line(page, LetterSpacing.close(kept)));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::baseline).thenComparingDouble(Line::left));
    return lines;
  }

  private static List<Row> rows(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::baseline).thenComparingDouble(Word::left));
    List<Row> rows = new ArrayList<>();
    for (Word word : sorted) {
      Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      double near = last == null ? 0 : Math.max(0.6, 0.12 * Math.min(last.size, word.size()));
      if (last == null || word.baseline() - last.baseline > near) {
        last = new Row(word);
        rows.add(last);
      }
      last.words.add(word);
    }
    for (Row row : rows) {
      row.words.sort(Comparator.comparingDouble(Word::left));
    }
    return rows;
  }

  private static void attachShifted(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      List<Word> stay = new ArrayList<>();
      Row lastTarget = null;
      Word lastMoved = null;
      for (Word word : row.words) {
        Row target = null;
        int raise = 0;
        if (lastTarget != null && lastMoved != null && goesOn(word, lastMoved)) {
          target = lastTarget;
          raise = lastMoved.raise();
        }
        for (int j = i + 1; target == null && j < rows.size(); j++) {
          double below = rows.get(j).baseline - row.baseline;
          if (below > 2 * word.size()) {
            break;
          }
          if (touchesLarger(word, rows.get(j), 0.1, 0.75)) {
            target = rows.get(j);
            raise = 1;
          }
        }
        for (int j = i - 1; target == null && j >= 0; j--) {
          double above = row.baseline - rows.get(j).baseline;
          if (above > word.size()) {
            break;
          }
          if (touchesLarger(word, rows.get(j), -0.45, -0.06)) {
            target = rows.get(j);
            raise = -1;
          }
        }
        if (target == null) {
          stay.add(word);
          lastTarget = null;
        } else {
          lastMoved = word.raised(raise);
          lastTarget = target;
          insert(target.words, lastMoved);
        }
      }
      row.words.clear();
      row.words.addAll(stay);
    }
  }

  /** Whether the word is a part of the same superscript or subscript. */
  private static boolean goesOn(Word word, Word moved) {
    boolean sameSize = Math.abs(word.size() - moved.size()) < 0.1 * moved.size();
    return follows(word, moved, moved.raise() > 0 && sameSize ? BLANK : 0.3);
  }

  private static void insert(List<Word> words, Word word) {
    words.add(firstAfter(words, word.left()), word);
  }

  private static int firstAfter(List<Word> words, double left) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).left() <= left) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a larger word of the row ends where this one starts, or starts where it ends. */
  private static boolean touchesLarger(Word word, Row row, double least, double most) {
    int after = firstAfter(row.words, word.left());
    for (int i = Math.max(0, after - 2); i < Math.min(row.words.size(), after + 2); i++) {
      Word other = row.words.get(i);
      double raise = (other.baseline() - word.baseline()) / other.size();
      boolean smaller = word.size() < 0.87 * other.size();
      if (smaller && raise >= least && raise <= most && other.raise() == 0) {
        // What stands clearly above the line belongs to it also behind a blank.
        double gap = raise > CLEARLY ? BLANK : 0.3;
        if (follows(word, other, gap) || follows(other, word, gap)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean follows(Word word, Word before, double gap) {
    double distance = word.left() - before.right();
    double size = Math.max(word.size(), before.size());
    return distance > -0.3 * size && distance < gap * size;
  }

  private static List<Word> withoutDuplicates(
      List<Word> words, SortedMap<String, Integer> dropped) {
    List<Word> kept = new ArrayList<>(words.size());
    for (Word word : words) {
      boolean twice = false;
      for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - 3 && !twice; i--) {
        Word other = kept.get(i);
        twice =
            other.text().equals(word.text())
                && Math.abs(other.left() - word.left()) < 0.25 * word.size()
                && Math.abs(other.right() - word.right()) < 0.25 * word.size();
      }
      if (twice) {
        dropped.merge(WordFinder.DUPLICATE, word.glyphs(), Integer::sum);
      } else {
        kept.add(word);
      }
    }
    return kept;
  }
}
