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
  STUDY,
  /**
   * What may be an outcome, or is one that the document names without reporting it; for checks and
   * {@code explain}, no part of the results.
   */
  NAMED_OUTCOME;

  /** Whether mentions of this type are part of the results. */
  public boolean isResult() {
    return this != NAMED_OUTCOME;
  }

  /** The name in the output contract, such as {@code drug}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
