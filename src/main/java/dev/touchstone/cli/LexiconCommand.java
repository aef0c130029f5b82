package dev.touchstone.cli;

import dev.touchstone.batch.WrongUsage;
import dev.touchstone.vocabulary.ImportedVocabulary;
import dev.touchstone.vocabulary.imported.BadVocabulary;
import dev.touchstone.vocabulary.imported.VocabularyFormat;
import dev.touchstone.vocabulary.imported.VocabularyImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports and lists vocabularies of drug names. */
@Command(
    name = "lexicon",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Import a vocabulary of drug names, or list what was imported.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    subcommands = {LexiconCommand.Import.class, LexiconCommand.Listing.class})
final class LexiconCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? For example: touchstone lexicon list");
  }

  private static Path lexicons() {
    return new Home().folder().resolve("config").resolve("lexicon");
  }

  /** Reads a file into an index beside the lexicons. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Import a vocabulary of drug names.",
      description = {
        "",
        "Names of RxNorm (RXNCONSO.RRF), the NCI Thesaurus (Thesaurus.txt), DrugBank's open vocabulary"
            + " (CSV) or a table like config/lexicon/drugs.tsv are found in documents from the next run on,"
            + " behind our own. A vocabulary of the same name is replaced."
      },
      parameterListHeading = "%n",
      optionListHeading = "%nOptions:%n")
  static final class Import implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The unpacked file.")
    private Path file = Path.of("");

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description = "rxnorm, ncit, drugbank or tsv; default: told by the file's first line.")
    private @Nullable String format;

    @Option(
        names = "--as",
        paramLabel = "NAME",
        description = "What to call it; default: the file's name without its ending.")
    private @Nullable String name;

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        description = "Under which licence you use it; default: what its publisher states.")
    private @Nullable String licence;

    @Override
    public Integer call() throws WrongUsage, IOException {
      VocabularyFormat chosen = null;
      if (format != null) {
        String wanted = format.toLowerCase(Locale.ROOT);
        chosen =
            VocabularyFormat.of(wanted)
                .orElseThrow(
                    () ->
                        new WrongUsage(
                            "There is no format \""
                                + wanted
                                + "\"; use rxnorm, ncit, drugbank or tsv."));
      }
      try {
        VocabularyImport.Result result =
            new VocabularyImport(lexicons()).run(file, chosen, nameOf(), licence);
        ImportedVocabulary vocabulary = result.vocabulary();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
            Locale.ROOT,
            "Imported %s: %,d drugs with %,d names from %s (%s).%n",
            vocabulary.name(),
            vocabulary.drugs(),
            vocabulary.names(),
            vocabulary.source(),
            vocabulary.licence());
        if (result.leftOut() > 0) {
          out.printf(
              Locale.ROOT,
              "%,d names were left out: too short, too long, or words that mean something else.%n",
              result.leftOut());
        }
        out.println("The next run looks at every document again.");
        out.flush();
        return ExitCode.DONE;
      } catch (BadVocabulary bad) {
        throw new WrongUsage(String.valueOf(bad.getMessage()));
      }
    }

    private String nameOf() {
      if (name != null) {
        return name;
      }
      String own = String.valueOf(file.getFileName());
      int dot = own.lastIndexOf('.');
      return (dot > 0 ? own.substring(0, dot) : own)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^a-z0-9._-]+", "-");
    }
  }

  /** Prints what was imported. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "List the imported vocabularies.",
      optionListHeading = "%nOptions:%n")
  static final class Listing implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      List<ImportedVocabulary> all = ImportedVocabulary.in(lexicons());
      if (all.isEmpty()) {
        out.println("Nothing was imported. \"touchstone help lexicon import\" says how.");
      }
      for (ImportedVocabulary each : all) {
        out.printf(
            Locale.ROOT, "%s: %,d drugs, %,d names%n", each.name(), each.drugs(), each.names());
        out.printf("  source   %s (%s), of %s%n", each.source(), each.format(), each.date());
        out.printf("  licence  %s%n", each.licence());
        out.printf("  sha256   %s%n", each.sha256());
      }
      out.flush();
      return ExitCode.DONE;
    }
  }
}
