package dev.touchstone.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names beyond those that a lexicon holds in memory. */
interface NameSource<E> {

  /** The longest spelling that begins with the given word. */
  @Nullable Found<E> at(String text, List<Word> words, int from);

  /** A spelling found, and the index of the word behind it. */
  record Found<E>(Hit<E> hit, int next) {}
}
