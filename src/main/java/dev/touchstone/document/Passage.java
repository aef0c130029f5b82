package dev.touchstone.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Text as a person reads it, every character traced to {@link Document#text()}.
 *
 * <p>A paragraph of plain text that a page break cut in two, with {@code **} around a name and
 * {@code mg/m ²} for a unit, is one passage {@code … 350 mg/m² …}; asking it for the source of
 * {@code mg/m²} gives the span of {@code mg/m ²} in the file. Citation marks stay in the text and
 * are listed; {@link #withoutCitations()} is what the language processing reads.
 */
public final class Passage {

  /** A citation in a passage, such as {@code [5]}. Positions are in the passage's own text. */
  public record Mark(String key, int start, int end) {}

  public static final Passage EMPTY = new Passage("", new int[0], new int[0], List.of(), 0);

  private final String text;
  private final int[] from;
  private final int[] to;
  private final List<Mark> citations;
  private final int anchor;

  private Passage(String text, int[] from, int[] to, List<Mark> citations, int anchor) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.citations = List.copyOf(citations);
    this.anchor = anchor;
  }

  /** The characters of a span as they are. */
  public static Passage of(String documentText, Span span) {
    return new Builder(documentText).append(span).build();
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Citation marks in the order of the text; one mark {@code [1-3]} is listed once per key. */
  public List<Mark> citations() {
    return citations;
  }

  /** The span of the document from the first to the last character of this passage. */
  public Span span() {
    return text.isEmpty() ? new Span(anchor, anchor) : source(0, text.length());
  }

  /**
   * The span of the document that a part of this passage came from.
   *
   * @param start first character in this passage
   * @param end one past the last; greater than start
   */
  public Span source(int start, int end) {
    if (start >= end) {
      int at = start < from.length ? from[start] : from.length == 0 ? anchor : to[from.length - 1];
      return new Span(at, at);
    }
    return new Span(from[start], to[end - 1]);
  }

  /**
   * The first position in this passage that comes from the offset of the document or from after it.
   */
  public int indexOfSource(int offset) {
    int found = Arrays.binarySearch(from, offset);
    if (found < 0) {
      found = -found - 1;
      return found > 0 && to[found - 1] > offset ? found - 1 : found;
    }
    while (found > 0 && from[found - 1] == offset) {
      found--;
    }
    return found;
  }

  /** A part of this passage, citations included. */
  public Passage part(int start, int end) {
    List<Mark> kept = new ArrayList<>();
    for (Mark mark : citations) {
      if (mark.start() >= start && mark.end() <= end) {
        kept.add(new Mark(mark.key(), mark.start() - start, mark.end() - start));
      }
    }
    return new Passage(
        text.substring(start, end),
        Arrays.copyOfRange(from, start, end),
        Arrays.copyOfRange(to, start, end),
        kept,
        source(start, start).start());
  }

  /** The same text without its citation marks and the blanks before them. */
  public Passage withoutCitations() {
    if (citations.isEmpty()) {
      return this;
    }
    boolean[] drop = new boolean[text.length()];
    for (Mark mark : citations) {
      Arrays.fill(drop, mark.start(), mark.end(), true);
    }
    for (int start : new TreeSet<>(citations.stream().map(Mark::start).toList())) {
      for (int i = start - 1; i >= 0 && Character.isWhitespace(text.charAt(i)); i--) {
        drop[i] = true;
      }
    }
    StringBuilder kept = new StringBuilder(text.length());
    int[] newFrom = new int[text.length()];
    int[] newTo = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (!drop[i]) {
        newFrom[kept.length()] = from[i];
        newTo[kept.length()] = to[i];
        kept.append(text.charAt(i));
      }
    }
    int length = kept.length();
    return new Passage(
        kept.toString(),
        Arrays.copyOf(newFrom, length),
        Arrays.copyOf(newTo, length),
        List.of(),
        anchor);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Builds a passage from pieces of the document in their order. */
  public static final class Builder {

    private final String documentText;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> citations = new ArrayList<>();
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int anchor;

    public Builder(String documentText) {
      this.documentText = documentText;
    }

    /** Characters of the document as they are. */
    public Builder append(Span span) {
      if (text.isEmpty()) {
        anchor = span.start();
      }
      for (int i = span.start(); i < span.end(); i++) {
        add(documentText.charAt(i), i, i + 1);
      }
      return this;
    }

    /**
     * Characters that a person reads where the document has others: a blank for a line break,
     * nothing for {@code **}.
     */
    public Builder append(String replacement, Span source) {
      if (text.isEmpty()) {
        anchor = source.start();
      }
      for (int i = 0; i < replacement.length(); i++) {
        add(replacement.charAt(i), source.start(), source.end());
      }
      return this;
    }

    /** Characters that stand in the document from the given offset on, exactly as given. */
    public Builder append(CharSequence asTheyStand, int start) {
      if (text.isEmpty()) {
        anchor = start;
      }
      for (int i = 0; i < asTheyStand.length(); i++) {
        add(asTheyStand.charAt(i), start + i, start + i + 1);
      }
      return this;
    }

    /**
     * Notes that the text from the given position to the end so far is a citation of the given key.
     */
    public Builder citation(String key, int start) {
      citations.add(new Mark(key, start, text.length()));
      return this;
    }

    public int length() {
      return text.length();
    }

    public CharSequence soFar() {
      return text;
    }

    public Passage build() {
      int length = text.length();
      return new Passage(
          text.toString(),
          Arrays.copyOf(from, length),
          Arrays.copyOf(to, length),
          citations,
          anchor);
    }

    private void add(char c, int start, int end) {
      int length = text.length();
      if (length == from.length) {
        from = Arrays.copyOf(from, length * 2);
        to = Arrays.copyOf(to, length * 2);
      }
      from[length] = start;
      to[length] = end;
      text.append(c);
    }
  }
}
