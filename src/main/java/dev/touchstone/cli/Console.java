package dev.touchstone.cli;

import dev.touchstone.batch.Progress;
import dev.touchstone.batch.RunResult;
import dev.touchstone.store.RunTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** What a run prints: a moving bar on a terminal, else a plain line now and then, and a summary. */
final class Console {

  private static final int MOST_LISTED = 20;

  private final PrintWriter out;
  private final PrintWriter err;

  Console(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  Bar bar() {
    // The launcher knows; System.console() is also there without a terminal from JDK 22 on.
    return new Bar(Boolean.getBoolean("touchstone.terminal"));
  }

  /** How far the run is. */
  final class Bar implements Progress, AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final boolean onTerminal;
    private @Nullable ProgressBar bar;
    private int total;
    private int done;
    private long lastLine = System.nanoTime();

    private Bar(boolean onTerminal) {
      this.onTerminal = onTerminal;
    }

    @Override
    public synchronized void starting(int documents) {
      total = documents;
      if (documents == 0) {
        return;
      }
      if (onTerminal) {
        bar =
            new ProgressBarBuilder()
                .setTaskName("documents")
                .setInitialMax(documents)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
      } else {
        out.println(documents == 1 ? "1 document to process" : documents + " documents to process");
      }
    }

    @Override
    public synchronized void done(String source, String problem) {
      done++;
      ProgressBar shown = bar;
      if (shown != null) {
        shown.step();
        shown.setExtraMessage(shortened(Printable.text(source)));
      } else if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos() && done < total) {
        lastLine = System.nanoTime();
        out.println(done + " of " + total + " documents");
      }
    }

    @Override
    public synchronized void reporting() {
      close();
    }

    @Override
    public synchronized void close() {
      ProgressBar shown = bar;
      if (shown != null) {
        shown.setExtraMessage("");
        shown.close();
        bar = null;
      }
    }

    private static String shortened(String source) {
      return source.length() <= 40 ? source : "…" + source.substring(source.length() - 39);
    }
  }

  void stopped() {
    err.println();
    err.println("Stopped. The next run continues where this one was.");
  }

  void summary(RunResult result, Path output) {
    RunTable.Found found = result.found();
    if (found.found() == 0) {
      out.println("No documents in the input folder.");
    } else if (result.processed() == 0) {
      out.println("Nothing to do: " + documents(found.found()) + ", none new or changed.");
    } else {
      StringJoiner states = new StringJoiner(", ");
      addIfAny(states, found.fresh(), "new");
      addIfAny(states, found.changed(), "changed");
      addIfAny(states, found.unchanged(), "unchanged");
      out.println(documents(found.found()) + ": " + states + ".");
    }
    if (found.removed() > 0) {
      out.println(
          documents(found.removed()) + " no longer in the input; the results were removed.");
    }
    out.println(
        "Findings: "
            + plural(result.findings("error"), "error")
            + ", "
            + plural(result.findings("warning"), "warning")
            + ", "
            + plural(result.findings("note"), "note")
            + ".");
    standing(result);
    leftOut(result);
    out.println("Results: " + output.resolve("index.html"));
    out.println(String.format(Locale.ROOT, "Took %.1f s.", result.seconds()));
    quarantine(result, output);
  }

  private void standing(RunResult result) {
    if (result.changes().since() != null) {
      out.println(
          "Since the last run: "
              + result.changes().fresh()
              + " new, "
              + result.changes().gone()
              + " gone.");
    }
    int aside = result.setAside("suppressed") + result.setAside("dismissed");
    if (aside > 0) {
      out.println(
          "Not counted: "
              + result.setAside("suppressed")
              + " suppressed, "
              + result.setAside("dismissed")
              + " dismissed.");
    }
    result
        .remarks()
        .forEach(remark -> err.println("config/suppressions.yml, " + Printable.text(remark)));
  }

  private void leftOut(RunResult result) {
    long links = result.leftOut().stream().filter(left -> left.kind().equals("link")).count();
    long others = result.leftOut().size() - links;
    if (others > 0) {
      out.println(plural(others, "file") + " of other kinds left out; run.json lists them.");
    }
    if (links > 0) {
      out.println(plural(links, "link") + " not followed; run.json lists them.");
    }
  }

  private void quarantine(RunResult result, Path output) {
    if (result.quarantined().isEmpty()) {
      return;
    }
    err.println(
        documents(result.quarantined().size())
            + " in quarantine ("
            + output.resolve("quarantine")
            + "):");
    result.quarantined().stream()
        .limit(MOST_LISTED)
        .forEach(
            document ->
                err.println(
                    "  "
                        + Printable.text(document.source())
                        + ": "
                        + Printable.text(document.error() + " " + document.cure())));
    if (result.quarantined().size() > MOST_LISTED) {
      err.println("  … and " + (result.quarantined().size() - MOST_LISTED) + " more");
    }
  }

  private static void addIfAny(StringJoiner states, int count, String state) {
    if (count > 0) {
      states.add(count + " " + state);
    }
  }

  private static String documents(long count) {
    return plural(count, "document");
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
