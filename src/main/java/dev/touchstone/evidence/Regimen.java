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
 * @param status whether the dose was given or is only spoken of; null where the text leaves it open
 * @param study id of the study, or null
 * @param arm id of the arm, or null
 * @param span the words of the dose
 * @param mentions ids of the drug, dose and schedule mentions that it rests on
 * @param condition for whom the dose holds, where it holds for some only
 */
public record Regimen(
    String id,
    @Nullable String drug,
    Dose dose,
    Role role,
    @Nullable Status status,
    @Nullable String study,
    @Nullable String arm,
    String section,
    Span span,
    List<String> mentions,
    @Nullable DoseBand condition) {

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

  /** Whether somebody had the dose. */
  public enum Status {
    GIVEN,
    PLANNED,
    RECOMMENDED,
    COMPARED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What the role alone tells. */
    static @Nullable Status of(Role role) {
      return switch (role) {
        case EQUIVALENT -> COMPARED;
        case RECOMMENDED, MAXIMUM -> RECOMMENDED;
        default -> null;
      };
    }
  }

  public Regimen {
    mentions = List.copyOf(mentions);
  }

  /** A dose of which no status and no condition is told. */
  public Regimen(
      String id,
      @Nullable String drug,
      Dose dose,
      Role role,
      @Nullable String study,
      @Nullable String arm,
      String section,
      Span span,
      List<String> mentions) {
    this(id, drug, dose, role, null, study, arm, section, span, mentions, null);
  }

  Regimen withId(String newId) {
    return new Regimen(
        newId, drug, dose, role, status, study, arm, section, span, mentions, condition);
  }
}
