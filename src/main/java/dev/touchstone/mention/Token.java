package dev.touchstone.mention;

/**
 * A word of a sentence.
 *
 * @param start first character in the reading text of the unit
 * @param end one past the last character
 * @param tag Penn Treebank part of speech
 */
public record Token(int start, int end, String text, String lemma, String tag) {}
