package dev.touchstone.consistency;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Measure;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A value that other documents may state as well, with all that is needed to compare it when its
 * document is no longer at hand.
 *
 * @param key values with the same key are of one study, outcome, statistic, population and time
 * @param study in words: its registry number or name
 * @param arms in words; empty for a study with one group
 * @param outcome in words: {@code Median PFS with velatinib}
 * @param value with its number, kind, comparator and unit
 * @param beside other figures of the same sentence or row, in normal form; what two documents share
 *     of them says that they speak of one analysis
 * @param named whether the outcome is a named end point
 * @param section title of the section
 * @param table in words, or null in prose
 * @param page from 1, where the format has pages
 * @param quote the sentence or cell, at {@code span}
 */
public record StatedValue(
    String key,
    String study,
    String arms,
    String outcome,
    Measure value,
    Set<String> beside,
    boolean named,
    String section,
    @Nullable String table,
    @Nullable Integer page,
    @Nullable String locator,
    Span span,
    String quote) {

  public StatedValue {
    beside = new TreeSet<>(beside);
  }
}
