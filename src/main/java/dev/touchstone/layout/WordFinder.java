package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins glyphs, in the order of printing, to words. A blank, a gap, another base line or another
 * size ends a word; another face does not when nothing but the face changes.
 */
final class WordFinder {

  static final String INVISIBLE = "invisible";
  static final String DUPLICATE = "duplicate";
  static final String UNKNOWN = "no-character";

  private static final double GAP = 0.16;

  private final SortedMap<String, Integer> dropped;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Glyph first;
  private @Nullable Glyph last;
  private double right;
  private int count;
  private boolean blank;

  private WordFinder(SortedMap<String, Integer> dropped) {
    this.dropped = dropped;
  }

  /**
   * @param glyphs of one direction of writing
   * @param dropped glyphs that become no part of a word are counted here, by reason
   */
  static List<Word> words(List<Glyph> glyphs, SortedMap<String, Integer> dropped) {
    WordFinder finder = new WordFinder(dropped);
    for (Glyph glyph : glyphs) {
      finder.add(glyph);
    }
    finder.end();
    return finder.words;
  }

  private void add(Glyph glyph) {
    if (glyph.blank()) {
      end();
      blank = true;
      return;
    }
    String reason = !glyph.visible() ? INVISIBLE : glyph.text().isEmpty() ? UNKNOWN : null;
    if (reason != null) {
      dropped.merge(reason, 1, Integer::sum);
      return;
    }
    if (last != null && overprints(last, glyph)) {
      dropped.merge(DUPLICATE, 1, Integer::sum);
      return;
    }
    if (first != null && last != null && accents(last, glyph)) {
      last = glyph;
      right = Math.max(right, glyph.x() + glyph.width());
      count++;
      return;
    }
    if (first != null && !continues(first, glyph)) {
      boolean farAway = Math.abs(glyph.baseline() - first.baseline()) > glyph.size();
      end();
      blank &= !farAway;
    }
    if (first == null) {
      first = glyph;
    }
    last = glyph;
    right = Math.max(glyph.x() + glyph.width(), first == glyph ? 0 : right);
    Characters.append(text, glyph.text());
    count++;
  }

  /** Whether the same glyph is printed once more, a trifle beside itself, to look bold. */
  private static boolean overprints(Glyph before, Glyph glyph) {
    double size = glyph.size();
    return glyph.text().equals(before.text())
        && Math.abs(glyph.x() - before.x()) < Math.min(0.12 * size, 0.4 * before.width())
        && Math.abs(glyph.baseline() - before.baseline()) < 0.1 * size;
  }

  /** Puts a letter and an accent that are printed over one another together. */
  private boolean accents(Glyph before, Glyph glyph) {
    double overlap =
        Math.min(before.x() + before.width(), glyph.x() + glyph.width())
            - Math.max(before.x(), glyph.x());
    boolean above =
        overlap > 0.5 * Math.min(before.width(), glyph.width())
            && Math.abs(before.baseline() - glyph.baseline()) < 0.4 * glyph.size();
    return above && Characters.accent(text, glyph.text());
  }

  private boolean continues(Glyph start, Glyph glyph) {
    double size = start.size();
    double gap = glyph.x() - right;
    return Math.abs(glyph.baseline() - start.baseline()) < 0.05 * size + 0.05
        && Math.abs(glyph.size() - size) < 0.08 * size
        && glyph.face().equals(start.face())
        && gap < GAP * size
        && gap > -0.5 * size
        && glyph.x() >= start.x();
  }

  private void end() {
    if (first != null) {
      words.add(
          new Word(
              Characters.composed(text),
              first.x(),
              right,
              first.baseline(),
              first.size(),
              first.face(),
              count,
              blank,
              0,
              first.turn(),
              first.tag()));
      first = null;
      last = null;
      text.setLength(0);
      count = 0;
      blank = false;
    }
  }
}
