package dev.touchstone.batch;

/** A setting, an option or a folder is wrong; the message names it and the cure. */
public final class WrongUsage extends Exception {

  private static final long serialVersionUID = 1L;

  public WrongUsage(String message) {
    super(message);
  }
}
