package dev.touchstone.mention;

/**
 * A mention before it has an id and a place in the document; positions are in its unit's reading.
 */
record Draft(MentionType type, int start, int end, boolean negated, String origin, Normal normal) {

  Draft(MentionType type, int start, int end, String origin, Normal normal) {
    this(type, start, end, false, origin, normal);
  }

  boolean overlaps(int from, int to) {
    return start < to && from < end;
  }

  boolean contains(Draft other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether a lexicon lists its name; others were found by the build of their sentence. */
  boolean isListed() {
    return origin.contains(".tsv");
  }

  Draft deny() {
    return new Draft(type, start, end, true, origin, normal);
  }

  Draft as(MentionType other) {
    return new Draft(other, start, end, negated, origin, normal);
  }

  Draft with(Normal other) {
    return new Draft(type, start, end, negated, origin, other);
  }
}
