package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Dose;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A drug at a dose.
 *
 * @param drug preferred name; null where the text leaves it open
 * @param study id of the study, or null
 * @param arm id of the arm, or null
 * @param span the words of the dose
 * @param mentions ids of the drug, dose and schedule mentions that it rests on
 */
public record Regimen(
    String id,
    @Nullable String drug,
    Dose dose,
    Role role,
    @Nullable String study,
    @Nullable String arm,
    String section,
    Span span,
    List<String> mentions) {

  /** What the dose is in its context. */
  public enum Role {
    STARTING,
    ESCALATED,
    MAXIMUM,
    MTD,
    COHORT,
    COMPARATOR,
    EQUIVALENT,
    ASSIGNED,
    REDUCED,
    THRESHOLD,
    RECOMMENDED,
    REPORTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Regimen {
    mentions = List.copyOf(mentions);
  }

  Regimen withId(String newId) {
    return new Regimen(newId, drug, dose, role, study, arm, section, span, mentions);
  }
}
