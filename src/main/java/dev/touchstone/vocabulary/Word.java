package dev.touchstone.vocabulary;

/**
 * A run of letters and digits, or one other printed character.
 *
 * @param start first character in its text
 * @param end one past the last character
 * @param key what it is looked up by: lower case, American spelling, singular
 */
public record Word(int start, int end, String key) {}
