package dev.touchstone.document;

/**
 * How a table was recovered from a page that says nothing of tables.
 *
 * @param carrier what carries its structure
 * @param confidence from 0 to 1: how well the cells agree with what is printed
 */
public record Reading(Carrier carrier, double confidence) {

  /** Below this a person should compare the table with the page. */
  private static final double DOUBTFUL = 0.75;

  /** What tells rows and columns apart on the page. */
  public enum Carrier {
    /** Rules around the cells, both ways. */
    RULED("ruled"),
    /** Rules across only. */
    HORIZONTAL_RULES("horizontal-rules"),
    /** Shaded rows or fields. */
    SHADED("shaded"),
    /** White space alone. */
    ALIGNED("aligned");

    private final String code;

    Carrier(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public Reading {
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("confidence " + confidence);
    }
  }

  /** Whether a reviewer should look at the page as well. */
  public boolean doubtful() {
    return confidence < DOUBTFUL;
  }
}
