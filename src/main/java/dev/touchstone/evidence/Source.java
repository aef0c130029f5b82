package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.CellAddress;
import org.jspecify.annotations.Nullable;

/** The words that a record rests on. */
public record Source(Span span, String section, @Nullable CellAddress cell) {}
