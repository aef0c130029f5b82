package dev.touchstone.ingest;

import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Characters on their way from a file to a passage. Each knows the place it came from, if the
 * format's text is the file itself, and whether it is raised, as the 2 in m² or a citation number.
 */
final class TracedText implements CharSequence {

  private static final int NOWHERE = -1;

  private char[] chars;
  private int[] from;
  private int[] to;
  private final BitSet raised = new BitSet();
  private final List<Passage.Mark> marks = new ArrayList<>();
  private int length;

  TracedText() {
    this(32);
  }

  private TracedText(int capacity) {
    chars = new char[capacity];
    from = new int[capacity];
    to = new int[capacity];
  }

  /** A stretch of the document's text as it is. */
  static TracedText of(String documentText, Span span) {
    TracedText traced = new TracedText(Math.max(1, span.length()));
    for (int i = span.start(); i < span.end(); i++) {
      traced.add(documentText.charAt(i), i, i + 1, false);
    }
    return traced;
  }

  /** Words whose place in the document is only known once they are written. */
  static TracedText of(String words) {
    return new TracedText(Math.max(1, words.length())).append(words, false);
  }

  TracedText append(CharSequence words, boolean isRaised) {
    for (int i = 0; i < words.length(); i++) {
      add(words.charAt(i), NOWHERE, NOWHERE, isRaised);
    }
    return this;
  }

  TracedText append(TracedText other) {
    return append(other, 0, other.length);
  }

  /** A part of another text, sources and marks included. */
  TracedText append(TracedText other, int start, int end) {
    for (Passage.Mark mark : other.marks) {
      if (mark.start() >= start && mark.end() <= end) {
        cite(mark.key(), mark.start() - start + length, mark.end() - start + length);
      }
    }
    for (int i = start; i < end; i++) {
      copy(other, i);
    }
    return this;
  }

  TracedText copy(TracedText other, int index) {
    return add(other.chars[index], other.from[index], other.to[index], other.raised.get(index));
  }

  /** Another character in the place of those from one index of a text to before another. */
  TracedText replace(char c, TracedText other, int start, int end) {
    return add(c, other.from[start], other.to[end - 1], false);
  }

  /** A blank for whatever stands in the document between two texts. */
  TracedText bridge(TracedText before, TracedText after) {
    int end = before.to[before.length - 1];
    return add(' ', end, Math.max(end, after.from[0]), false);
  }

  TracedText add(char c, int start, int end, boolean isRaised) {
    if (length == chars.length) {
      int larger = Math.max(32, length * 2);
      chars = Arrays.copyOf(chars, larger);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
    }
    chars[length] = c;
    from[length] = start;
    to[length] = end;
    if (isRaised) {
      raised.set(length);
    }
    length++;
    return this;
  }

  /** Where the character comes from, as it was said when it was added. */
  int source(int index) {
    return from[index];
  }

  void raise(int start, int end) {
    raised.set(start, end);
  }

  boolean isRaised(int index) {
    return raised.get(index);
  }

  /**
   * Notes a citation that the words alone would not show, such as the link under {@code Smith
   * 2010}.
   */
  void cite(String key, int start, int end) {
    marks.add(new Passage.Mark(key, start, end));
  }

  List<Passage.Mark> marks() {
    return marks;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (!Blanks.isBlank(chars[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public String subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** The passage of a text whose characters know their places in the document. */
  Passage toPassage(String documentText) {
    return build(new Passage.Builder(documentText), NOWHERE);
  }

  /** Writes these characters to the end of a document in the making. */
  Passage writeTo(StringBuilder document) {
    int start = document.length();
    document.append(chars, 0, length);
    return build(new Passage.Builder(""), start);
  }

  private Passage build(Passage.Builder builder, int writtenAt) {
    int done = 0;
    for (Passage.Mark mark : Citations.in(this)) {
      if (mark.end() > done) {
        emit(builder, done, mark.end(), writtenAt);
        done = mark.end();
      }
      builder.citation(mark.key(), mark.start());
    }
    emit(builder, done, length, writtenAt);
    return builder.build();
  }

  private void emit(Passage.Builder builder, int start, int end, int writtenAt) {
    if (writtenAt >= 0) {
      builder.append(subSequence(start, end), writtenAt + start);
      return;
    }
    int at = start;
    while (at < end) {
      int run = at + 1;
      if (to[at] - from[at] == 1) {
        while (run < end && from[run] == to[run - 1] && to[run] - from[run] == 1) {
          run++;
        }
        builder.append(subSequence(at, run), from[at]);
      } else {
        builder.append(String.valueOf(chars[at]), new Span(from[at], to[at]));
      }
      at = run;
    }
  }
}
