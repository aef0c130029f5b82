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
  NAMED_OUTCOME,
  /**
   * What stands where arms are named, but which nothing in the document proves to be one; for
   * {@code explain}, no part of the results.
   */
  NAMED_ARM;

  /** Whether mentions of this type are part of the results. */
  public boolean isResult() {
    return this != NAMED_OUTCOME && this != NAMED_ARM;
  }

  /** The name in the output contract, such as {@code drug}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
