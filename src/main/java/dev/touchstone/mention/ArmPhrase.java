package dev.touchstone.mention;

import org.jspecify.annotations.Nullable;

/**
 * A phrase that names an arm: {@code the control group}, {@code arm B}, {@code placebo}.
 *
 * @param label the phrase without articles
 * @param drug preferred name where the phrase names one
 * @param role {@code intervention}, {@code control}, … where the phrase or the document's design
 *     says so
 * @param arm what the document's design calls the arm; the same for all phrases that name it
 * @param why what spoke for the role, for an explanation; empty where its own words tell it
 */
public record ArmPhrase(
    String label, @Nullable String drug, @Nullable String role, @Nullable String arm, String why)
    implements Normal {

  /** A phrase that is not yet known to name an arm of the document's design. */
  public ArmPhrase(String label, @Nullable String drug, @Nullable String role) {
    this(label, drug, role, null, "");
  }
}
