package dev.touchstone.evidence;

/** Text without what stands in brackets. */
final class OpenText {

  private OpenText() {}

  /**
   * The text between two places without its brackets, and without the rest of a bracket that was
   * opened before: of {@code 17.6 (-30%; P<.001) in the A group and} what follows the bracket.
   */
  static String between(String text, int from, int to) {
    StringBuilder open = new StringBuilder();
    int depth = 0;
    int outside = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        if (depth == 0) {
          outside = open.length();
        }
        depth++;
      }
      open.append(c);
      if (c == ')' || c == ']') {
        depth--;
        if (depth < 0) {
          open.setLength(0);
          depth = 0;
        } else if (depth == 0) {
          open.setLength(outside);
        }
      }
    }
    return open.toString();
  }
}
