package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.List;

/** The dependency tree of a sentence: for each token its head and its relation to it. */
public final class Parse {

  private final int[] heads;
  private final List<String> relations;

  Parse(int[] heads, List<String> relations) {
    this.heads = heads.clone();
    this.relations = List.copyOf(relations);
  }

  public int size() {
    return heads.length;
  }

  /** Index of the head among the tokens of the sentence; -1 for the root. */
  public int head(int token) {
    return heads[token];
  }

  /**
   * Universal Dependencies relation to the head, such as {@code nsubj}; {@code root} for the root.
   */
  public String relation(int token) {
    return relations.get(token);
  }

  /** Tokens whose head is the given one, in order. */
  public List<Integer> dependents(int token) {
    List<Integer> dependents = new ArrayList<>();
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == token) {
        dependents.add(i);
      }
    }
    return dependents;
  }

  /** Whether the one token is the other or stands below it. */
  public boolean isBelow(int token, int ancestor) {
    int at = token;
    for (int steps = 0; at >= 0 && steps <= heads.length; steps++) {
      if (at == ancestor) {
        return true;
      }
      at = heads[at];
    }
    return false;
  }
}
