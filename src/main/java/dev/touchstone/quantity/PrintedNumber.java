package dev.touchstone.quantity;

/**
 * A number and where it stands in a text.
 *
 * @param start first character, a minus sign included
 * @param end one past the last character
 */
public record PrintedNumber(int start, int end, ReportedNumber number, Form form) {

  /** How it is written. */
  public enum Form {
    DIGITS,
    WORDS,
    /** A share in words: {@code one third} is 0.333. */
    FRACTION
  }
}
