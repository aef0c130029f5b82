package dev.touchstone.ingest;

import dev.touchstone.document.Span;
import java.util.Arrays;

/**
 * The lines of a text, whatever ends them, without white space at their ends. Tabs are no white
 * space here.
 */
final class Lines {

  private final String text;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;

  Lines(String text) {
    this.text = text;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029') {
        add(start, i);
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
  }

  private void add(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isTrimmed(text.charAt(from))) {
      from++;
    }
    while (to > from && isTrimmed(text.charAt(to - 1))) {
      to--;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = from;
    ends[count] = to;
    count++;
  }

  private static boolean isTrimmed(char c) {
    return c != '\t' && Blanks.isBlank(c);
  }

  String text() {
    return text;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  int end(int line) {
    return ends[line];
  }

  Span span(int line) {
    return new Span(starts[line], ends[line]);
  }

  String words(int line) {
    return text.substring(starts[line], ends[line]);
  }

  boolean isBlank(int line) {
    return Blanks.isBlank(text, starts[line], ends[line]);
  }

  int tabs(int line) {
    int tabs = 0;
    for (int i = starts[line]; i < ends[line]; i++) {
      tabs += text.charAt(i) == '\t' ? 1 : 0;
    }
    return tabs;
  }

  /** Whether tabs divide it into cells. */
  boolean isRow(int line) {
    return tabs(line) > 0 && !isBlank(line);
  }

  /**
   * The first line from the given one on that is not blank; the number of lines if there is none.
   */
  int nextFilled(int line) {
    int at = line;
    while (at < count && isBlank(at)) {
      at++;
    }
    return at;
  }
}
