package dev.touchstone.cli;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.batch.RunLock;
import dev.touchstone.batch.Settings;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.store.StoreDatabase;
import dev.touchstone.store.StoreQuery;
import dev.touchstone.store.StoreQuery.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the store a question in SQL. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Ask the database of the results a question in SQL.",
    description = {"", "Nothing is changed, whatever the question. The README has examples."},
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class SqlCommand implements Callable<Integer> {

  private static final int MOST_ROWS = 100_000;
  private static final int WIDEST = 60;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "QUERY", description = "For example: 'select * from runs'")
  private String query = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of the results; default: output beside the program.")
  private @Nullable Path output;

  @Option(names = "--csv", description = "Print comma-separated values, uncut.")
  private boolean csv;

  @Override
  public Integer call() throws Exception {
    Settings settings = home.settings();
    Path results = home.folder(output, settings.output());
    if (settings.store().url().isEmpty()) {
      requireEmbedded(results);
    }
    try (HikariDataSource store = StoreDatabase.openToRead(settings.storeOf(results))) {
      Answer answer = StoreQuery.ask(store, query, MOST_ROWS);
      PrintWriter out = spec.commandLine().getOut();
      if (csv) {
        printCsv(answer, out);
      } else {
        printTable(answer, out);
      }
      out.flush();
    } catch (StoreQuery.NotAnswered e) {
      throw new WrongUsage("The database did not understand the query: " + e.getMessage());
    }
    return ExitCode.DONE;
  }

  private static void requireEmbedded(Path results) throws WrongUsage {
    if (!Files.exists(results.resolve("store/touchstone.mv.db"))) {
      throw new WrongUsage(
          "There is no store in " + results + ". Give the output folder of a run with --output.");
    }
    String holder = RunLock.holder(results).orElse(null);
    if (holder != null) {
      throw new WrongUsage(
          "A run is going on in " + results + " (process " + holder + "). Ask when it has ended.");
    }
  }

  private static void printCsv(Answer answer, PrintWriter out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(answer.columns());
    for (List<@Nullable String> row : answer.rows()) {
      printer.printRecord(row);
    }
    printer.flush();
  }

  private static void printTable(Answer answer, PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(answer.columns());
    for (List<@Nullable String> row : answer.rows()) {
      List<String> cells = new ArrayList<>();
      row.forEach(value -> cells.add(shown(value)));
      lines.add(cells);
    }
    int[] widths = new int[answer.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(i == 0 ? "" : "  ").append(line.get(i));
        text.append(" ".repeat(widths[i] - line.get(i).length()));
      }
      out.println(text.toString().stripTrailing());
    }
    out.println("(" + answer.rows().size() + (answer.rows().size() == 1 ? " row)" : " rows)"));
  }

  private static String shown(@Nullable String value) {
    String text = value == null ? "" : Printable.text(value);
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
