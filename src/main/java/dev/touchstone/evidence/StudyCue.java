package dev.touchstone.evidence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that name or describe one study: {@code randomized phase II trial (Lindqvist et al.)}.
 *
 * @param start first character in the reading text of the unit
 * @param end one past the last
 * @param author surname with the year where one is given: {@code Lindqvist}, {@code Meier 2025}
 * @param name a proper name: {@code Trial A}
 * @param noun whether a noun such as trial or study closes the phrase; {@code Phase II results} is
 *     an aside rather than the topic
 */
record StudyCue(
    int start,
    int end,
    String text,
    @Nullable String phase,
    @Nullable String registry,
    @Nullable String author,
    @Nullable String name,
    Set<Design> designs,
    boolean noun) {

  /** Designs that tell studies apart. */
  enum Design {
    RANDOMISED,
    SINGLE_ARM,
    RETROSPECTIVE,
    POOLED,
    PRECLINICAL;

    /** One study cannot be both. */
    boolean excludes(Design other) {
      return this != other;
    }
  }

  StudyCue {
    designs = Set.copyOf(designs);
  }

  boolean preclinical() {
    return designs.contains(Design.PRECLINICAL);
  }

  /** Says no more than who wrote. */
  boolean onlyAuthor() {
    return author != null && phase == null && registry == null && name == null && designs.isEmpty();
  }
}
