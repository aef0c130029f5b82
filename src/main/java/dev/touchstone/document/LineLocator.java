package dev.touchstone.document;

import java.util.Arrays;
import java.util.List;

/** Counts lines ended by LF, CR or CR LF. */
final class LineLocator implements Locator {

  private final int[] lineStarts;

  LineLocator(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    lineStarts = Arrays.copyOf(starts, lines);
  }

  @Override
  public Place locate(Span span) {
    int found = Arrays.binarySearch(lineStarts, span.start());
    int line = found >= 0 ? found : -found - 2;
    String where = "line " + (line + 1) + ", column " + (span.start() - lineStarts[line] + 1);
    return new Place(span, null, List.of(), where);
  }
}
