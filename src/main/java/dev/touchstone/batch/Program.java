package dev.touchstone.batch;

/** What the program says of itself. */
public final class Program {

  private Program() {}

  /** The version that the jar was built as. */
  public static String version() {
    String built = Program.class.getPackage().getImplementationVersion();
    return built == null ? "unpackaged" : built;
  }
}
