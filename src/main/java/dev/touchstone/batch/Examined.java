package dev.touchstone.batch;

import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.StatedValue;
import dev.touchstone.document.Rejection;
import dev.touchstone.store.StageTimes;
import dev.touchstone.store.StoredDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A document between its examination and its entry into the store.
 *
 * @param attempts how often it was tried in this run
 */
record Examined(StoredDocument document, Outcome outcome, int attempts, StageTimes times) {

  /** A review with its files, or a rejection. */
  sealed interface Outcome {

    <R> R match(Function<Reviewed, R> reviewed, Function<Rejected, R> rejected);
  }

  /**
   * @param values what other documents must agree with
   * @param files the folder with the results, not yet in its place
   */
  record Reviewed(NoteReview review, List<StatedValue> values, Path files) implements Outcome {

    @Override
    public <R> R match(Function<Reviewed, R> reviewed, Function<Rejected, R> rejected) {
      return reviewed.apply(this);
    }
  }

  /**
   * @param sha256 of the bytes, or null where they could not be read
   */
  record Rejected(Rejection rejection, @Nullable String sha256) implements Outcome {

    @Override
    public <R> R match(Function<Reviewed, R> reviewed, Function<Rejected, R> rejected) {
      return rejected.apply(this);
    }
  }
}
