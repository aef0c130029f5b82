package dev.touchstone.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What a list item is marked with: {@code -}, {@code •}, {@code 3.}, {@code (b)}.
 *
 * @param marker as printed; of several, as in {@code - 3.}, the last
 * @param length how many characters of the line it takes, blanks included
 */
record ListMarker(String marker, int length) {

  private static final String BULLETS = "-*•‣◦▪●○·–—";

  /** The marker that a line begins with, or null. */
  static @Nullable ListMarker of(String line) {
    ListMarker first = one(line, 0);
    if (first == null || first.isNumber()) {
      return first;
    }
    ListMarker second = one(line, first.length());
    return second != null && second.isNumber() ? second : first;
  }

  boolean isNumber() {
    for (int i = 0; i < marker.length(); i++) {
      if (Character.isDigit(marker.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ListMarker one(String line, int from) {
    if (from >= line.length()) {
      return null;
    }
    char c = line.charAt(from);
    int at = from;
    if (BULLETS.indexOf(c) >= 0) {
      at++;
    } else {
      boolean bracket = c == '(' || c == '[';
      at += bracket ? 1 : 0;
      int start = at;
      while (at < line.length() && at - start < 4 && Character.isDigit(line.charAt(at))) {
        at++;
      }
      if (at == start
          && at + 1 < line.length()
          && Character.isLetter(line.charAt(at))
          && line.charAt(at) < '\u0080') {
        at++;
        if (line.charAt(at) == '.' && Character.isUpperCase(line.charAt(start))) {
          // An initial, as in "A. Smith", and no marker.
          return null;
        }
      }
      if (at == start || at >= line.length()) {
        return null;
      }
      char close = line.charAt(at);
      boolean closed = bracket ? close == ')' || close == ']' : close == '.' || close == ')';
      if (!closed) {
        return null;
      }
      at++;
    }
    int end = at;
    while (end < line.length() && Blanks.isBlank(line.charAt(end))) {
      end++;
    }
    return end == at || end == line.length() ? null : new ListMarker(line.substring(from, at), end);
  }
}
