package dev.touchstone.vocabulary;

import dev.touchstone.vocabulary.NameSource.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spellings and what they mean. Looking up all spellings in a text takes time in proportion to the
 * text, however many spellings there are.
 *
 * <p>Abbreviations of up to five letters are matched as they are capitalised, so that {@code OS} is
 * not found in {@code os} nor {@code PR} in {@code pr}; a plural {@code s} may follow. All other
 * spellings are matched in any case.
 */
public final class Lexicon<E> {

  private final Node<E> root;
  private final int size;
  private final List<? extends NameSource<E>> others;

  private Lexicon(Node<E> root, int size, List<? extends NameSource<E>> others) {
    this.root = root;
    this.size = size;
    this.others = List.copyOf(others);
  }

  /** Number of spellings. */
  public int size() {
    return size;
  }

  /** The longest spelling at each place, from left to right, without overlaps. */
  public List<Hit<E>> longest(String text, List<Word> words) {
    List<Hit<E>> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Found<E> found = at(text, words, at);
      if (found == null) {
        at++;
      } else {
        hits.add(found.hit());
        at = found.next();
      }
    }
    return hits;
  }

  /** The longest spelling that begins with the given word. */
  public @Nullable Hit<E> longestAt(String text, List<Word> words, int at) {
    Found<E> found = at(text, words, at);
    return found == null ? null : found.hit();
  }

  /** What a spelling means, the whole of it. */
  public @Nullable E get(String spelling) {
    List<Word> words = Words.of(spelling);
    Found<E> found = words.isEmpty() ? null : at(spelling, words, 0);
    return found != null && found.next() == words.size() ? found.hit().entry() : null;
  }

  /** The longest spelling of all sources; among equals ours. */
  private @Nullable Found<E> at(String text, List<Word> words, int from) {
    Found<E> best = inMemory(text, words, from);
    for (NameSource<E> other : others) {
      Found<E> found = other.at(text, words, from);
      if (found != null && (best == null || found.next() > best.next())) {
        best = found;
      }
    }
    return best;
  }

  private @Nullable Found<E> inMemory(String text, List<Word> words, int from) {
    Node<E> node = root;
    Found<E> best = null;
    for (int i = from; i < words.size(); i++) {
      Word word = words.get(i);
      if (i > from && !joined(text, words.get(i - 1).end(), word.start())) {
        break;
      }
      node = node.next.get(word.key());
      if (node == null) {
        break;
      }
      for (Spelling<E> spelling : node.spellings) {
        int start = words.get(from).start();
        if (spelling.fits(text, start, word.end())) {
          best = new Found<>(new Hit<>(start, word.end(), spelling.entry, spelling.surface), i + 1);
          break;
        }
      }
    }
    return best;
  }

  /** Words of one spelling stand no more than a blank, a hyphen or a broken line apart. */
  static boolean joined(String text, int end, int start) {
    if (start - end > 4) {
      return false;
    }
    int hyphens = 0;
    for (int i = end; i < start; i++) {
      if (Words.isHyphen(text.charAt(i))) {
        hyphens++;
      }
    }
    return hyphens <= 1;
  }

  private record Spelling<E>(String surface, E entry, boolean exact) {

    boolean fits(String text, int start, int end) {
      return !exact || fitsExactly(surface, text, start, end);
    }
  }

  /** Whether an abbreviation stands there as it is capitalised, perhaps in the plural. */
  static boolean fitsExactly(String surface, String text, int start, int end) {
    int length = surface.length();
    if (end - start == length + 1 && text.charAt(end - 1) == 's') {
      return text.startsWith(surface, start);
    }
    return end - start == length && text.startsWith(surface, start);
  }

  private static final class Node<E> {
    final Map<String, Node<E>> next = new HashMap<>(2);
    final List<Spelling<E>> spellings = new ArrayList<>(1);
  }

  /** Collects spellings. */
  public static final class Builder<E> {

    private final Node<E> root = new Node<>();
    private int size;

    /** Adds a spelling. Where two entries share one, the one added first is found. */
    public Builder<E> add(String surface, E entry) {
      boolean exact = isAbbreviation(surface);
      put(Words.keys(surface), surface, entry, exact);
      if (exact) {
        // The plural of a short abbreviation has another key: AEs.
        put(Words.keys(surface + "s"), surface, entry, true);
      }
      return this;
    }

    private void put(List<String> keys, String surface, E entry, boolean exact) {
      Node<E> node = root;
      for (String key : keys) {
        node = node.next.computeIfAbsent(key, unused -> new Node<>());
      }
      if (node != root) {
        node.spellings.add(new Spelling<>(surface, entry, exact));
        size++;
      }
    }

    public Lexicon<E> build() {
      return build(List.of());
    }

    /** With names from elsewhere beside those that were added. */
    Lexicon<E> build(List<? extends NameSource<E>> others) {
      return new Lexicon<>(root, size, others);
    }
  }

  /**
   * A single letter, two letters with a capital ({@code mM} is no {@code mm}), or short and with
   * more capitals and digits than small letters: {@code OS}, {@code 5-FU}, {@code QoL}.
   */
  static boolean isAbbreviation(String surface) {
    if (surface.length() > 6) {
      return false;
    }
    if (surface.length() == 1) {
      return true;
    }
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < surface.length(); i++) {
      char c = surface.charAt(i);
      capitals += Character.isUpperCase(c) ? 1 : 0;
      small += Character.isLowerCase(c) || Character.isWhitespace(c) ? 1 : 0;
    }
    return capitals > small || surface.length() == 2 && capitals > 0;
  }
}
