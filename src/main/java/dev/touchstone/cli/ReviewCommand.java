package dev.touchstone.cli;

import dev.touchstone.batch.Reviewing;
import dev.touchstone.batch.Reviewing.Decision;
import dev.touchstone.batch.RunFailed;
import dev.touchstone.batch.Settings;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.store.FindingReviews.Status;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enters decisions about findings. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Confirm or dismiss findings, or comment on them.",
    description = {
      "",
      "A decision stays with the finding's id when documents are processed again. Dismissed findings"
          + " are shown in a list of their own and do not count for --fail-on. The reports are"
          + " written anew at once.",
      "",
      "  touchstone review f-0123456789ab --dismiss --comment \"as in the source\"",
      "  touchstone review --import decisions.csv"
    },
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class ReviewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();

  @Parameters(
      arity = "0..*",
      paramLabel = "FINDING",
      description = "Ids of findings, from the foot of their cards.")
  private List<String> findings = new ArrayList<>();

  /** At most one of them. */
  static final class What {

    @Option(names = "--confirm", description = "It is a disagreement.")
    private boolean confirm;

    @Option(names = "--dismiss", description = "It is none, or not worth mending.")
    private boolean dismiss;

    @Option(names = "--reopen", description = "It is to be looked at again.")
    private boolean reopen;

    @Nullable Status status() {
      if (confirm) {
        return Status.CONFIRMED;
      }
      return dismiss ? Status.DISMISSED : reopen ? Status.OPEN : null;
    }
  }

  @ArgGroup private What what = new What();

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "What the next reader should know.")
  private @Nullable String comment;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides; default: the user who runs the program.")
  private @Nullable String by;

  @Option(
      names = "--document",
      paramLabel = "PATH",
      description =
          "In which document, where several have the finding: its path below the input folder, or a"
              + " pattern such as 'notes/**'.")
  private @Nullable String document;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description =
          "Decisions from a report's page (decisions.csv), or from any CSV or JSON file with the"
              + " columns document, finding, status, comment, by.")
  private @Nullable Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of the results; default: output beside the program.")
  private @Nullable Path output;

  @Override
  public Integer call() throws WrongUsage, RunFailed {
    Settings settings = home.settings();
    Path results = home.folder(output, settings.output());
    if (settings.store().url().isEmpty()
        && !Files.exists(results.resolve("store/touchstone.mv.db"))) {
      throw new WrongUsage(
          "There is no store in " + results + ". Give the output folder of a run with --output.");
    }
    String name = by == null ? System.getProperty("user.name", "") : by;
    List<Decision> decisions = file == null ? given(name) : DecisionsFile.read(file, name);
    Log.into(results);
    return say(Reviewing.enter(home.folder(), results, settings, decisions), results);
  }

  private List<Decision> given(String name) throws WrongUsage {
    Status status = what.status();
    if (findings.isEmpty()) {
      throw new WrongUsage("Which finding? Give its id, or a file with --import.");
    }
    if (status == null && comment == null) {
      throw new WrongUsage("What about it? Give --confirm, --dismiss, --reopen or --comment.");
    }
    return findings.stream()
        .map(finding -> new Decision("", document, finding, status, comment, name))
        .toList();
  }

  private int say(Reviewing.Outcome outcome, Path results) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        outcome.entered() == 1 ? "1 finding reviewed." : outcome.entered() + " findings reviewed.");
    if (outcome.shown()) {
      out.println("Results: " + results.resolve("index.html"));
    } else if (outcome.entered() > 0) {
      out.println("The last run was interrupted; the reports of the next will show it.");
    }
    PrintWriter err = spec.commandLine().getErr();
    outcome.refused().forEach(sentence -> err.println("touchstone: " + Printable.text(sentence)));
    return outcome.refused().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_USAGE;
  }
}
