package dev.touchstone.mention;

import org.jspecify.annotations.Nullable;

/**
 * A phrase that names an arm: {@code the control group}, {@code arm B}, {@code placebo}.
 *
 * @param label the phrase without articles
 * @param drug preferred name where the phrase names one
 * @param role {@code intervention}, {@code control}, … where the phrase itself says so
 */
public record ArmPhrase(String label, @Nullable String drug, @Nullable String role)
    implements Normal {}
