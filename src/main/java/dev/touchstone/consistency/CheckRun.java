package dev.touchstone.consistency;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what a check did on a document.
 *
 * @param candidates how many places it looked at
 * @param findings how many findings it made
 * @param why it did not run, or could not
 */
public record CheckRun(
    String rule, State state, int candidates, int findings, @Nullable String why) {

  /** Whether a check had anything to do. */
  public enum State {
    RAN,
    NOT_APPLICABLE,
    COULD_NOT_RUN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
