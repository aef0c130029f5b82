package dev.touchstone.consistency;

import dev.touchstone.evidence.NoteEvidence;

/**
 * One rule of agreement within a note. A check has no state and no settings; its page is the
 * resource {@code checks/<rule>.md}, and the cases on that page are its test.
 */
public interface ConsistencyCheck {

  /** The id of the contract, such as {@code percent-count}. */
  String rule();

  /** One sentence of about eleven words that says what to do with a finding. */
  String summary();

  Examination examine(NoteEvidence note);

  /** The page that explains this check. */
  default CheckPage page() {
    return CheckPage.of(rule());
  }
}
