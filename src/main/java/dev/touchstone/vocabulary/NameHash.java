package dev.touchstone.vocabulary;

import java.util.List;

/** Hashes of key sequences, one key after the other (FNV-1a over the characters, 64 bits). */
final class NameHash {

  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final char BETWEEN = ' ';

  private NameHash() {}

  /** The hash of a sequence that goes on with a key. */
  static long add(long hash, String key) {
    long next = hash;
    for (int i = 0; i < key.length(); i++) {
      next = (next ^ key.charAt(i)) * PRIME;
    }
    return (next ^ BETWEEN) * PRIME;
  }

  /** Where the search for a hash begins. The multiplication spreads what FNV leaves close. */
  static int slot(long hash, int slots) {
    long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return (int) Long.remainderUnsigned(mixed, slots);
  }

  /** Whether the keys, joined by blanks, are those of the words. */
  static boolean isSame(String joined, List<Word> words, int from, int to) {
    int at = 0;
    for (int i = from; i <= to; i++) {
      String key = words.get(i).key();
      if (!joined.startsWith(key, at)) {
        return false;
      }
      at += key.length() + 1;
    }
    return at == joined.length() + 1;
  }
}
