package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import org.jspecify.annotations.Nullable;

/**
 * A place that says what a fact is.
 *
 * @param printed the value as a reader would say it
 * @param told the words around it, or the arms it is of; null where nothing is to be added
 */
record Witness(Source place, String printed, @Nullable String told) {}
