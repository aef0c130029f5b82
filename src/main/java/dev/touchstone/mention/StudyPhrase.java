package dev.touchstone.mention;

import org.jspecify.annotations.Nullable;

/**
 * Words that name or describe a study.
 *
 * @param phase {@code 1}, {@code 1b/2}, {@code 2b}, {@code 3}
 * @param registry NCT or EudraCT number
 * @param design in lower case: {@code randomized open-label}
 */
public record StudyPhrase(
    @Nullable String phase, @Nullable String registry, @Nullable String design) implements Normal {}
