package dev.touchstone.consistency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check did with a note.
 *
 * @param candidates how many places it looked at
 * @param findings what disagrees
 * @param why it had nothing to do, or could not run: a sentence that says what is missing
 */
public record Examination(
    CheckRun.State state, int candidates, List<FindingDraft> findings, @Nullable String why) {

  public Examination {
    findings = List.copyOf(findings);
  }

  /** The check looked at that many places. */
  public static Examination of(int candidates, List<FindingDraft> findings) {
    return new Examination(CheckRun.State.RAN, candidates, findings, null);
  }

  /**
   * The check looked at that many places, or the note has nothing of the kind.
   *
   * @param whyNothing what the note does not have, said where there were no candidates
   */
  public static Examination of(int candidates, List<FindingDraft> findings, String whyNothing) {
    return candidates == 0 && findings.isEmpty()
        ? notApplicable(whyNothing)
        : of(candidates, findings);
  }

  public static Examination notApplicable(String why) {
    return new Examination(CheckRun.State.NOT_APPLICABLE, 0, List.of(), why);
  }

  public static Examination couldNotRun(String why) {
    return new Examination(CheckRun.State.COULD_NOT_RUN, 0, List.of(), why);
  }
}
