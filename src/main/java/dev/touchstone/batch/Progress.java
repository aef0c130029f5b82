package dev.touchstone.batch;

/** Told how a run goes, from several threads at once. */
public interface Progress {

  /** Nobody is told. */
  Progress SILENT = new Progress() {};

  /** The input was walked through; so many documents will be processed now. */
  default void starting(int documents) {}

  /** A document begins. */
  default void begun(String source) {}

  /** A document is done; {@code problem} is empty or says why it is in quarantine. */
  default void done(String source, String problem) {}

  /** All documents are done; the reports are being written. */
  default void reporting() {}
}
