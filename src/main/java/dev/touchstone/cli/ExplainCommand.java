package dev.touchstone.cli;

import dev.touchstone.batch.NotePipeline;
import dev.touchstone.batch.Settings;
import dev.touchstone.batch.StageClock;
import dev.touchstone.batch.WholePipeline;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Rejection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Examines one document and prints what was found in it and why; writes nothing. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Examine one document and show what is found in it, and why.",
    description = {"", "Nothing is written: neither results nor the store change."},
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "FILE", description = "The document.")
  private Path file = Path.of("");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Show only these parts: ${COMPLETION-CANDIDATES}.")
  private @Nullable List<Part> only;

  /** What can be shown, in the order it is shown in. */
  enum Part {
    sections,
    tables,
    mentions,
    studies,
    regimens,
    evidence,
    claims,
    findings,
    checks
  }

  @Override
  public Integer call() throws WrongUsage {
    Settings settings = home.settings();
    byte[] bytes = bytes();
    Path name = file.getFileName();
    NotePipeline pipeline = WholePipeline.of(home.folder(), settings);
    return pipeline
        .examine(name == null ? file.toString() : name.toString(), bytes, new StageClock())
        .match(this::explain, this::refuse);
  }

  private byte[] bytes() throws WrongUsage {
    if (!Files.isRegularFile(file)) {
      throw new WrongUsage("There is no file " + file + ".");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WrongUsage("The file " + file + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private int explain(NoteReview review) {
    Set<Part> parts =
        only == null || only.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(only);
    Explanation explanation = new Explanation(review, spec.commandLine().getOut());
    explanation.title();
    for (Part part : parts) {
      switch (part) {
        case sections -> explanation.sections();
        case tables -> explanation.tables();
        case mentions -> explanation.mentions();
        case studies -> explanation.studies();
        case regimens -> explanation.regimens();
        case evidence -> explanation.evidence();
        case claims -> explanation.claims();
        case findings -> explanation.findings();
        case checks -> explanation.checks();
      }
    }
    return ExitCode.DONE;
  }

  private int refuse(Rejection rejection) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(Printable.text(rejection.source() + ": " + rejection.error()));
    err.println("  cause: " + Printable.text(rejection.cause()));
    err.println("  cure:  " + Printable.text(rejection.cure()));
    return ExitCode.QUARANTINE;
  }
}
