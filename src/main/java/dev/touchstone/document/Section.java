package dev.touchstone.document;

import org.jspecify.annotations.Nullable;

/**
 * A section with its heading. Questions and answers of an FAQ are sections too; an answer's parent
 * is its question.
 *
 * @param id {@code s1}, {@code s2}, … in the order of the text
 * @param parent id of the section around it; null at the top
 * @param level 1 for the document's title, 2 for its chapters, …
 * @param span from the heading to the end of the last block, sub-sections included
 */
public record Section(
    String id, @Nullable String parent, int level, String title, SectionRole role, Span span) {}
