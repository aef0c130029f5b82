package dev.touchstone.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a paragraph apart where its author broke the line: a caption and the source below it, the
 * lines of an address. A line that goes on in small letters stays with the one before.
 */
final class BrokenLines {

  /** What readers put for a line break; no format has it in running text. */
  static final String BREAK = "\u2028";

  private BrokenLines() {}

  static List<TracedText> split(TracedText text) {
    List<TracedText> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == BREAK.charAt(0) && divides(text, start, i)) {
        parts.add(new TracedText().append(text, start, i));
        start = i + 1;
      }
    }
    parts.add(start == 0 ? text : new TracedText().append(text, start, text.length()));
    return parts;
  }

  private static boolean divides(TracedText text, int start, int at) {
    int before = at - 1;
    while (before >= start && Blanks.isBlank(text.charAt(before))) {
      before--;
    }
    int after = at + 1;
    while (after < text.length() && Blanks.isBlank(text.charAt(after))) {
      after++;
    }
    return before >= start
        && after < text.length()
        && ",-–/(".indexOf(text.charAt(before)) < 0
        && !Character.isLowerCase(text.charAt(after))
        && text.charAt(after) != '[';
  }
}
