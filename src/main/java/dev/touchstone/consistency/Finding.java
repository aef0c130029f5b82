package dev.touchstone.consistency;

import dev.touchstone.evidence.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement, with every place that takes part.
 *
 * @param id stable: the same disagreement keeps it when the document is processed again
 * @param rule the check's id, such as {@code percent-count}
 * @param message one sentence with the figures, at most about 15 words
 * @param expected what would agree, where arithmetic gives it
 * @param where at least one place; two for a disagreement between two places
 * @param steps the arithmetic or comparison, line by line
 * @param settle what a person would look up to decide
 */
public record Finding(
    String id,
    String rule,
    Severity severity,
    String message,
    @Nullable String expected,
    @Nullable String found,
    List<Source> where,
    List<Step> steps,
    @Nullable String settle) {

  /** One line of the arithmetic: {@code 3 of 40 | 100 × 3 ÷ 40 | 7.5 %}. */
  public record Step(String label, @Nullable String working, @Nullable String result) {}

  public Finding {
    if (where.isEmpty()) {
      throw new IllegalArgumentException(rule + ": a finding without a place");
    }
    where = List.copyOf(where);
    steps = List.copyOf(steps);
  }
}
