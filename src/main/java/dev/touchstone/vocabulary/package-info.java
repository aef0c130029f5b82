/**
 * Canonical drugs, outcomes, conditions and adverse events with their synonyms, read from
 * configuration.
 */
@NullMarked
package dev.touchstone.vocabulary;

import org.jspecify.annotations.NullMarked;
