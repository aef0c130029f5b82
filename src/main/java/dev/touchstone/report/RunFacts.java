package dev.touchstone.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a run says beyond what stands in the output folder.
 *
 * @param input the input folder as the user gave it
 * @param started null where the page must not depend on the clock
 * @param took wall time in words: {@code 41 s}
 * @param version of the program
 * @param configuration fingerprint of the configuration
 * @param states by source; a document that is not named is unchanged. Empty if nobody knows
 * @param leftOut files that were not taken up, with the reason, one line each
 */
public record RunFacts(
    String input,
    @Nullable Instant started,
    @Nullable String took,
    String version,
    String configuration,
    Map<String, State> states,
    List<String> leftOut) {

  /** What the run did with a document. */
  public enum State {
    NEW,
    CHANGED,
    UNCHANGED
  }

  public RunFacts {
    states = new TreeMap<>(states);
    leftOut = List.copyOf(leftOut);
  }

  State state(String source) {
    return Optional.ofNullable(states.get(source)).orElse(State.UNCHANGED);
  }
}
