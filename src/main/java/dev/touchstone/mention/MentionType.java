package dev.touchstone.mention;

import java.util.Locale;

/** What a mention speaks of. */
public enum MentionType {
  DRUG,
  DOSE,
  OUTCOME,
  MEASURE,
  ARM,
  PARTICIPANTS,
  CONDITION,
  STUDY;

  /** The name in the output contract, such as {@code drug}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
