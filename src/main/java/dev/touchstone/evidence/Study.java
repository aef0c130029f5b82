package dev.touchstone.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial or analysis that the document speaks of.
 *
 * @param id {@code st1}, {@code st2}, … in the order of the text
 * @param label the document's own words: {@code Phase IIb}
 * @param phase {@code 1}, {@code 1b/2}, {@code 2b}, {@code 3}
 * @param registry NCT or EudraCT number
 * @param randomised number of participants randomised (or enrolled, where nobody is randomised)
 * @param allocation {@code 2:1}
 * @param mentions ids of the mentions that name or describe it
 */
public record Study(
    String id,
    String label,
    @Nullable String phase,
    @Nullable String registry,
    @Nullable String design,
    @Nullable Integer randomised,
    @Nullable String allocation,
    List<Arm> arms,
    List<String> mentions) {

  public Study {
    arms = List.copyOf(arms);
    mentions = List.copyOf(mentions);
  }

  /** The same study with other arms. */
  Study with(List<Arm> others) {
    return new Study(id, label, phase, registry, design, randomised, allocation, others, mentions);
  }
}
