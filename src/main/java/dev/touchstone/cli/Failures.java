package dev.touchstone.cli;

import dev.touchstone.batch.RunFailed;
import dev.touchstone.batch.WrongUsage;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Expected trouble as one sentence with its exit code; only the log gets stack traces. */
final class Failures implements IExecutionExceptionHandler {

  static final int WRONG_USAGE = 2;
  static final int RUN_FAILED = 3;

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult given) {
    if (e instanceof WrongUsage) {
      line.getErr().println("touchstone: " + Printable.text(String.valueOf(e.getMessage())));
      return WRONG_USAGE;
    }
    LoggerFactory.getLogger(Failures.class).error("the command failed", e);
    String message =
        e instanceof RunFailed
            ? String.valueOf(e.getMessage())
            : "An unexpected error; the program is at fault: " + e;
    line.getErr().println("touchstone: " + Printable.text(message));
    return RUN_FAILED;
  }
}
