package dev.touchstone.vocabulary;

/**
 * An entry of a lexicon found in a text.
 *
 * @param start first character in the text
 * @param end one past the last character
 * @param surface the spelling of the lexicon that it was found by
 */
public record Hit<E>(int start, int end, E entry, String surface) {}
