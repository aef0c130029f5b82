package dev.touchstone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code touchstone run} reads the notes and reports on them. */
@Command(
    name = "touchstone",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads notes on drugs and shows where they disagree with themselves.")
public final class Touchstone {

  private Touchstone() {}

  /** Runs one command; the process ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Touchstone()).execute(args));
  }
}
