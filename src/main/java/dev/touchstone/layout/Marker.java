package dev.touchstone.layout;

import java.util.regex.Pattern;

/** Marks of list items. */
final class Marker {

  private static final String BULLETS =
      "\u2022\u25E6\u25AA\u25AB\u25CF\u25CB\u25A0\u25A1\u2023\u2043\u2219\u27A2\u27A4\u2756\u25B8\u25BA\u2013\u2014-\u00B7\uF0B7\uF0A7\uF0D8\u2713\u2714\u2610";

  private static final Pattern ORDERED =
      Pattern.compile("\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\\[\\d{1,3}\\]");

  private Marker() {}

  /** Whether the line opens with a mark that stands apart from the words behind it. */
  static boolean opens(Line line) {
    if (line.words().size() < 2) {
      return false;
    }
    Word first = line.first();
    Word second = line.words().get(1);
    return second.left() - first.right() > 0.15 * second.size()
        && (isBullet(first) || isOrdered(first));
  }

  static boolean isBullet(Word word) {
    return word.text().length() == 1 && BULLETS.indexOf(word.text().charAt(0)) >= 0;
  }

  /** A bullet that is no dash, so that it never stands for a value. */
  static boolean isDot(Word word) {
    return isBullet(word) && "-\u2013\u2014".indexOf(word.text().charAt(0)) < 0;
  }

  static boolean isOrdered(Word word) {
    return word.text().length() < 8 && ORDERED.matcher(word.text()).matches();
  }
}
