package dev.touchstone.cli;

/**
 * A word to the user who stops a run with Ctrl-C. Nothing need be tidied up: the next run continues
 * where this one was, as after any other end.
 */
final class Farewell implements AutoCloseable {

  private final Thread hook;

  Farewell(Console console) {
    hook = new Thread(console::stopped, "farewell");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The word is being said right now.
    }
  }
}
