package dev.touchstone.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes characters readable as a person reads them, in any format: one blank for any white space,
 * raised figures as superscripts ({@code mg/m²}) or as a citation ({@code [5]}), ligatures as
 * letters.
 */
final class Cleaner {

  private static final String PLAIN = "0123456789+-=()abcdefghijklmnoprstuvwxyz−";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁻";
  private static final Map<Character, String> LIGATURES =
      Map.of(
          '\uFB00', "ff", '\uFB01', "fi", '\uFB02', "fl", '\uFB03', "ffi", '\uFB04', "ffl",
          '\uFB05', "st", '\uFB06', "st");
  private static final Set<String> JOINING =
      Set.of("and", "or", "to", "versus", "vs", "nor", "but");

  private Cleaner() {}

  static TracedText clean(TracedText text) {
    return clean(text, false);
  }

  /**
   * @param wrapped whether a hyphen before a blank may be a line's end: {@code Progression- Free}
   */
  static TracedText clean(TracedText text, boolean wrapped) {
    TracedText out = new TracedText();
    int[] at = text.marks().isEmpty() ? new int[0] : new int[text.length() + 1];
    int blankFrom = -1;
    int i = 0;
    while (i < text.length()) {
      if (at.length > 0) {
        at[i] = out.length();
      }
      char c = text.charAt(i);
      if (Blanks.isWidthless(c)) {
        i++;
        continue;
      }
      if (Blanks.isBlank(c)) {
        if (blankFrom < 0) {
          blankFrom = i;
        }
        i++;
        continue;
      }
      if (blankFrom >= 0) {
        if (out.length() > 0
            && out.charAt(out.length() - 1) != ' '
            && !dropsBlank(text, out, blankFrom, i, wrapped)) {
          out.replace(' ', text, blankFrom, i);
        }
        blankFrom = -1;
      }
      if (at.length > 0) {
        at[i] = out.length();
      }
      if (text.isRaised(i)) {
        int end = i + 1;
        while (end < text.length() && text.isRaised(end)) {
          end++;
        }
        raised(text, i, end, out, at);
        i = end;
        continue;
      }
      String letters = c < '\uFB00' ? null : LIGATURES.get(c);
      if (letters == null) {
        out.copy(text, i);
      } else {
        for (int k = 0; k < letters.length(); k++) {
          out.replace(letters.charAt(k), text, i, i + 1);
        }
      }
      i++;
    }
    if (at.length > 0) {
      at[text.length()] = out.length();
      text.marks().stream()
          .filter(mark -> at[mark.start()] < at[mark.end()])
          .forEach(mark -> out.cite(mark.key(), at[mark.start()], at[mark.end()]));
    }
    return out;
  }

  private static boolean dropsBlank(
      TracedText text, TracedText out, int blank, int next, boolean wrapped) {
    char before = out.charAt(out.length() - 1);
    char after = text.charAt(next);
    boolean unit = (after == '²' || after == '³') && Character.isLetter(before);
    boolean citations = wrapped && before == ']' && after == '[';
    if (unit || citations) {
      return true;
    }
    if (!wrapped || before != '-' || out.length() < 2 || !Character.isLetter(after)) {
      return false;
    }
    if (!Character.isLetterOrDigit(out.charAt(out.length() - 2))) {
      return false;
    }
    int end = next;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return !JOINING.contains(text.subSequence(next, end));
  }

  private static void raised(TracedText text, int start, int end, TracedText out, int[] at) {
    String inside = text.subSequence(start, end).strip();
    List<String> keys = Citations.keys(inside);
    boolean citation =
        !keys.isEmpty()
            && (followsWord(out, inside.length())
                || followsBlank(text, end, out)
                || isMarked(text, start, end));
    boolean mapped = !citation && inside.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
    if (citation) {
      out.replace('[', text, start, start + 1);
    }
    for (int i = start; i < end; i++) {
      if (at.length > 0) {
        at[i] = out.length();
      }
      char c = text.charAt(i);
      if (Blanks.isBlank(c) && (mapped || i == start)) {
        continue;
      }
      if (mapped) {
        out.replace(RAISED.charAt(PLAIN.indexOf(c)), text, i, i + 1);
      } else {
        out.replace(Blanks.isBlank(c) ? ' ' : c, text, i, i + 1);
      }
    }
    if (citation) {
      out.replace(']', text, end - 1, end);
    }
    if (mapped && out.length() > 0 && Blanks.isBlank(text.charAt(end - 1)) && end < text.length()) {
      out.replace(' ', text, end - 1, end);
    }
  }

  /** No power stands apart from its base; what stands before a letter is the mass of an isotope. */
  private static boolean followsBlank(TracedText text, int end, TracedText out) {
    int last = out.length() - 1;
    return last > 0
        && out.charAt(last) == ' '
        && (Character.isLetter(out.charAt(last - 1)) || ")]%".indexOf(out.charAt(last - 1)) >= 0)
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  /**
   * A raised figure behind a sentence or a word cites; behind a unit or a figure it is a power, but
   * for one of several digits.
   */
  private static boolean followsWord(TracedText out, int digits) {
    int end = out.length();
    if (end == 0) {
      return false;
    }
    if (Citations.endsSentencePart(out.charAt(end - 1))) {
      return true;
    }
    int start = end;
    while (start > 0 && Character.isLetter(out.charAt(start - 1))) {
      start--;
    }
    return end - start >= (digits > 1 ? 2 : 4)
        && (start == 0
            || Character.isWhitespace(out.charAt(start - 1))
            || out.charAt(start - 1) == '-');
  }

  private static boolean isMarked(TracedText text, int start, int end) {
    return text.marks().stream().anyMatch(mark -> mark.start() < end && start < mark.end());
  }
}
