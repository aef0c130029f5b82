package dev.touchstone.consistency;

import java.util.Locale;

/** How sure a finding is, most severe first. */
public enum Severity {
  /** Cannot both be true. */
  ERROR,
  /** Very likely wrong, or needs an explanation that the document does not give. */
  WARNING,
  /** Worth a look. */
  NOTE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
