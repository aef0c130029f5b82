package dev.touchstone.store;

/** The database cannot be opened; the message names it, the cause and the cure. */
public final class StoreUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
