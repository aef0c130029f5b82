package dev.touchstone.ingest;

import dev.touchstone.ingest.StructureRules.Phrase;

/** Captions of figures: {@code Caption: …}, {@code Figure 2. …}. */
final class FigureCaption {

  private FigureCaption() {}

  static boolean is(String words, StructureRules rules) {
    int limit = Math.min(words.length(), 60);
    String phrase = rules.opening(Phrase.FIGURE, Words.normalise(words.substring(0, limit)));
    if (phrase.isEmpty() || !Character.isUpperCase(words.charAt(0))) {
      return false;
    }
    // After the word comes a colon, or a number and then the caption itself.
    int at = phrase.length();
    while (at < limit && (words.charAt(at) == '.' || words.charAt(at) == ' ')) {
      at++;
    }
    if (at < limit && words.charAt(at) == ':') {
      return true;
    }
    int digits = at;
    while (at < limit && (Character.isLetterOrDigit(words.charAt(at)) && at - digits < 3)) {
      at++;
    }
    boolean numbered = at > digits && hasDigit(words, digits, at);
    return numbered
        && (at >= words.length() || ".:|–— ".indexOf(words.charAt(at)) >= 0)
        && !isSentence(words, at);
  }

  /** {@code Figure 2 shows …} is running text. */
  private static boolean isSentence(String words, int at) {
    return at + 1 < words.length()
        && words.charAt(at) == ' '
        && Character.isLowerCase(words.charAt(at + 1));
  }

  private static boolean hasDigit(String words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isDigit(words.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
