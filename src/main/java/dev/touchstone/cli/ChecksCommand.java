package dev.touchstone.cli;

import dev.touchstone.batch.WrongUsage;
import dev.touchstone.consistency.CheckPage;
import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.check.CheckCatalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The catalogue of checks, or the page of one. */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "List the consistency checks, or explain one.",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class ChecksCommand implements Callable<Integer> {

  private static final int WIDTH = 92;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      description = "A check to explain, for example percent-count.")
  private @Nullable String rule;

  @Override
  public Integer call() throws WrongUsage {
    PrintWriter out = spec.commandLine().getOut();
    if (rule == null) {
      list(out);
    } else {
      explain(out, page(rule));
    }
    return ExitCode.DONE;
  }

  private static void list(PrintWriter out) {
    int widest =
        CheckCatalogue.ALL.stream().mapToInt(check -> check.rule().length()).max().orElse(1);
    for (ConsistencyCheck check : CheckCatalogue.ALL) {
      out.printf(Locale.ROOT, "%-" + widest + "s  %s%n", check.rule(), check.summary());
    }
    out.println();
    out.println("\"touchstone checks RULE\" explains one, with examples.");
  }

  private static CheckPage page(String rule) throws WrongUsage {
    for (ConsistencyCheck check : CheckCatalogue.ALL) {
      if (check.rule().equals(rule)) {
        return check.page();
      }
    }
    throw new WrongUsage(
        "There is no check \""
            + rule
            + "\". The checks are: "
            + CheckCatalogue.ALL.stream()
                .map(ConsistencyCheck::rule)
                .collect(Collectors.joining(", "))
            + ".");
  }

  private static void explain(PrintWriter out, CheckPage page) {
    out.println(page.title() + " (" + page.rule() + ")");
    out.println();
    wrapped(out, page.lead(), "", "");
    for (CheckPage.Part part : page.parts()) {
      out.println();
      out.println(part.heading());
      for (CheckPage.Block block : part.blocks()) {
        out.println();
        block(out, block);
      }
    }
  }

  private static void block(PrintWriter out, CheckPage.Block block) {
    switch (block.kind()) {
      case PARAGRAPH -> wrapped(out, String.join(" ", block.lines()), "  ", "  ");
      case LIST -> block.lines().forEach(line -> wrapped(out, line, "  - ", "    "));
      case FORMULA -> block.lines().forEach(line -> out.println("      " + line));
      case CASE -> {
        out.println("  Example: " + block.title());
        block.lines().forEach(line -> out.println("      " + line));
      }
    }
  }

  private static void wrapped(PrintWriter out, String text, String first, String others) {
    List<String> words = List.of(text.replace("`", "").replace("**", "").strip().split("\\s+"));
    StringBuilder line = new StringBuilder(first);
    boolean begun = false;
    for (String word : words) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(others);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    out.println(line);
  }
}
