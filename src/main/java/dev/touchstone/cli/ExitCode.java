package dev.touchstone.cli;

/** What the program tells its caller. */
final class ExitCode {

  static final int DONE = 0;
  static final int QUARANTINE = 1;
  static final int WRONG_USAGE = 2;
  static final int RUN_FAILED = 3;
  static final int FINDINGS = 4;

  private ExitCode() {}
}
