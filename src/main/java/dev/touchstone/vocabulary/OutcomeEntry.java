package dev.touchstone.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * An outcome or an adverse event of the lexicon.
 *
 * @param code as the results have it: {@code PFS}, {@code AE}
 * @param name preferred name: {@code progression-free survival}
 * @param statistic what is reported when the words do not say: {@code rate}, or null
 * @param better whether more of it is good, bad or neither for a patient
 * @param shape what its values are: times, shares, counts, figures
 */
public record OutcomeEntry(
    String code, String name, @Nullable String statistic, Better better, Shape shape) {

  /** Which way a patient wants it. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  /** What its values look like. */
  public enum Shape {
    TIME,
    SHARE,
    DOSE,
    NUMBER
  }

  public boolean isAdverseEvent() {
    return code.equals("AE");
  }
}
