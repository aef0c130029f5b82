package dev.touchstone.mention;

import java.util.List;

/**
 * A sentence of a unit.
 *
 * @param start first character in the reading text of the unit
 * @param end one past the last character
 */
public record Sentence(int start, int end, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }
}
