package dev.touchstone.mention;

/**
 * Parses single sentences when somebody asks. A parse costs about seven times what tagging costs,
 * so ask only where an attachment is open.
 */
public final class Syntax {

  private Syntax() {}

  /** The dependency tree of a sentence. Token indexes are those of {@link Sentence#tokens()}. */
  public static Parse parse(Sentence sentence) {
    return Language.parse(sentence.tokens());
  }
}
