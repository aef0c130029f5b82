package dev.touchstone.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding stands.
 *
 * @param fresh whether the last run before this one did not have it
 * @param review what a person decided, or null while it is open
 * @param suppression why it is suppressed, or null where it is not
 */
public record Standing(boolean fresh, @Nullable Review review, @Nullable Suppression suppression) {

  public static final Standing OPEN = new Standing(false, null, null);

  /** A decision, or a remark on an open finding. */
  public record Review(FindingReviews.Status status, String by, String at, String comment) {}

  /**
   * A finding that is not to be counted.
   *
   * @param expires the last day that this holds
   */
  public record Suppression(String reason, String author, LocalDate expires) {}

  public boolean isDismissed() {
    return review != null && review.status() == FindingReviews.Status.DISMISSED;
  }

  public boolean isConfirmed() {
    return review != null && review.status() == FindingReviews.Status.CONFIRMED;
  }

  public boolean isSuppressed() {
    return suppression != null;
  }

  /** Whether it still counts: neither dismissed nor suppressed. */
  public boolean counts() {
    return !isDismissed() && !isSuppressed();
  }
}
