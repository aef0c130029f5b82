package dev.touchstone.document;

import org.jspecify.annotations.Nullable;

/** One piece of text whose place is known: a word on a page, a paragraph, a cell. */
public record Anchor(
    Span span, @Nullable Integer page, @Nullable Box box, @Nullable String locator) {}
