package dev.touchstone.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: {@code touchstone run} reads the notes and reports on them. */
@Command(
    name = "touchstone",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Reads notes on drugs and shows where they disagree with themselves.",
    description = {
      "",
      "Put notes (PDF, Word, HTML, Markdown, text, JATS and others) into the folder input, type"
          + " \"touchstone run\" and open output/index.html in a browser."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every document was processed; findings are no failures",
      "1:at least one document is in quarantine",
      "2:a wrong option, setting or folder",
      "3:the run itself failed",
      "4:findings at or above the severity of --fail-on"
    },
    footer = {
      "",
      "\"touchstone help run\" explains a command. Settings with their defaults are in"
          + " config/application.yml."
    },
    subcommands = {
      RunCommand.class,
      WatchCommand.class,
      StatusCommand.class,
      ReviewCommand.class,
      ExplainCommand.class,
      ChecksCommand.class,
      SqlCommand.class,
      LexiconCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Touchstone implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Touchstone() {}

  /** Runs one command; the process ends with its exit code. */
  public static void main(String[] args) {
    int code = execute(args);
    System.out.flush();
    System.exit(code);
  }

  /** Runs one command and answers its exit code. */
  static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Touchstone());
    line.setOut(new PrintWriter(System.out, true, charset()));
    line.setErr(new PrintWriter(System.err, true, charset()));
    line.setExecutionExceptionHandler(new Failures());
    line.setUsageHelpAutoWidth(true);
    line.setAbbreviatedOptionsAllowed(true);
    return line;
  }

  /** The terminal's own character set, as far as Java tells it. */
  static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.jnu.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.UTF_8;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? For example: touchstone run");
  }
}
