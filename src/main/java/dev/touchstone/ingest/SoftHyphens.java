package dev.touchstone.ingest;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts words together that a hyphen at a line's end has parted. {@code investi-} and {@code
 * gational} are no words of the document, so the hyphen goes; {@code dose-} and {@code limiting}
 * are, so it stays.
 */
final class SoftHyphens {

  private final String text;
  private @Nullable Set<String> words;

  SoftHyphens(String text) {
    this.text = text;
  }

  /** The same text without the hyphens, and line breaks behind them, that part a word. */
  TracedText remove(TracedText raw) {
    TracedText out = new TracedText();
    int i = 0;
    while (i < raw.length()) {
      int rest = raw.charAt(i) == '-' ? restOfWord(raw, i) : -1;
      if (rest > 0) {
        i = rest;
      } else {
        out.copy(raw, i);
        i++;
      }
    }
    return out;
  }

  /** Where a word goes on after a hyphen and a line break, or −1 if the hyphen belongs to it. */
  private int restOfWord(TracedText raw, int hyphen) {
    int start = hyphen;
    while (start > 0 && Character.isLetter(raw.charAt(start - 1))) {
      start--;
    }
    int rest = hyphen + 1;
    boolean broken = false;
    while (rest < raw.length() && Blanks.isBlank(raw.charAt(rest))) {
      broken |= raw.charAt(rest) == '\n';
      rest++;
    }
    int end = rest;
    while (end < raw.length() && Character.isLetter(raw.charAt(end))) {
      end++;
    }
    if (!broken
        || hyphen - start < 2
        || end - rest < 2
        || !Character.isLowerCase(raw.charAt(rest))) {
      return -1;
    }
    String first = Words.lower(raw.subSequence(start, hyphen));
    String second = Words.lower(raw.subSequence(rest, end));
    boolean joined = words().contains(first + second);
    return joined || !words().contains(first) ? rest : -1;
  }

  /** All words of the document in small letters, those parted at a line's end left out. */
  private Set<String> words() {
    if (words == null) {
      words = new HashSet<>();
      int start = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i < text.length() && Character.isLetter(text.charAt(i))) {
          continue;
        }
        boolean parted =
            i + 1 < text.length()
                && text.charAt(i) == '-'
                && Character.isWhitespace(text.charAt(i + 1));
        if (i > start && !parted) {
          words.add(Words.lower(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
