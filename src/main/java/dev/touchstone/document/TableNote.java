package dev.touchstone.document;

import org.jspecify.annotations.Nullable;

/**
 * A foot note or source line of a table.
 *
 * @param marker the mark that cells refer to it with ({@code †}), or null; not part of the passage
 */
public record TableNote(@Nullable String marker, Passage passage) {}
