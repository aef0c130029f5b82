package dev.touchstone.batch;

import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Rejection;
import java.util.function.Function;

/**
 * One document from its bytes to its findings: a pure function of the bytes, the settings and the
 * word lists, and safe for many threads at once.
 */
@FunctionalInterface
public interface NotePipeline {

  /**
   * @param source path relative to the input folder, {@code /} separators
   * @param clock told the stages as they begin
   */
  Outcome examine(String source, byte[] bytes, StageClock clock);

  /** A review, or the reason why there is none. */
  sealed interface Outcome {

    <R> R match(Function<NoteReview, R> reviewed, Function<Rejection, R> rejected);
  }

  /** The document was examined. */
  record Reviewed(NoteReview review) implements Outcome {

    @Override
    public <R> R match(Function<NoteReview, R> reviewed, Function<Rejection, R> rejected) {
      return reviewed.apply(review);
    }
  }

  /** The document could not be examined. */
  record Rejected(Rejection rejection) implements Outcome {

    @Override
    public <R> R match(Function<NoteReview, R> reviewed, Function<Rejection, R> rejected) {
      return rejected.apply(rejection);
    }
  }
}
