package dev.touchstone.document;

/** A place in the running text or a table that cites a reference by its key. */
public record Citation(String key, Span span) {}
