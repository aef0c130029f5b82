package dev.touchstone.batch;

import org.jspecify.annotations.Nullable;

/** The run itself could not be carried through; the message says why and what to do. */
public final class RunFailed extends Exception {

  private static final long serialVersionUID = 1L;

  RunFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
