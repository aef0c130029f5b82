package dev.touchstone.cli;

import dev.touchstone.batch.RunFailed;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.store.StoreUnreachable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Expected trouble as one sentence with its exit code; only the log gets stack traces. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult given) {
    boolean usage = e instanceof WrongUsage;
    boolean expected = usage || e instanceof RunFailed || e instanceof StoreUnreachable;
    if (!expected) {
      LoggerFactory.getLogger(Failures.class).error("the command failed", e);
    }
    String message =
        expected
            ? String.valueOf(e.getMessage())
            : "An unexpected error; the program is at fault: " + e;
    line.getErr().println("touchstone: " + Printable.text(message));
    return usage ? ExitCode.WRONG_USAGE : ExitCode.RUN_FAILED;
  }
}
