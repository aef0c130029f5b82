package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.store.FindingReviews;
import dev.touchstone.store.Standing;
import dev.touchstone.store.Standings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the files of a document how its findings stand, without reading the document again. The
 * page says all of it. {@code evidence.json} has only what people decided: it stays the same from
 * run to run as long as document, configuration, version and decisions do.
 */
public final class StandingFiles {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String REVIEW = "\"review\":{\"status\":\"";
  private static final String ID = "{\"id\":\"";

  private StandingFiles() {}

  /**
   * @param folder of the document's results
   */
  public static void show(Path folder, Standings standings) {
    page(folder.resolve("report.html"), standings);
    evidence(folder.resolve("evidence.json"), standings);
  }

  private static void page(Path file, Standings standings) {
    try {
      String page = Files.readString(file, UTF_8);
      String shown = SetAside.show(page, standings);
      if (!shown.equals(page)) {
        WholeFile.write(file, out -> out.write(shown.getBytes(UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  private static void evidence(Path file, Standings standings) {
    if (!differs(file, standings)) {
      return;
    }
    WholeFile.write(
        file,
        out -> {
          try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
            boolean findings = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              findings = isWithin(findings, line);
              out.write((findings ? reviewed(line, standings) : line).getBytes(UTF_8));
              out.write('\n');
            }
          }
        });
  }

  private static boolean differs(Path file, Standings standings) {
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      boolean findings = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        findings = isWithin(findings, line);
        if (findings && !reviewed(line, standings).equals(line)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  /** The file has one line for each finding, and a line before the first of a member. */
  private static boolean isWithin(boolean before, String line) {
    return line.startsWith("\"") ? line.startsWith("\"findings\":") : before;
  }

  private static String reviewed(String line, Standings standings) {
    int review = line.lastIndexOf(REVIEW);
    if (!line.startsWith(ID) || review < 0) {
      return line;
    }
    String id = line.substring(ID.length(), line.indexOf('"', ID.length()));
    String end = line.endsWith(",") ? "}," : "}";
    return line.substring(0, review) + "\"review\":" + json(standings.of(id).review()) + end;
  }

  private static String json(Standing.@Nullable Review review) {
    return review == null
        ? object("open", "", "", "")
        : object(word(review.status()), review.by(), review.at(), review.comment());
  }

  static String word(FindingReviews.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String object(String status, String by, String at, String comment) {
    return "{\"status\":\""
        + status
        + "\",\"by\":"
        + quoted(by)
        + ",\"at\":"
        + quoted(at)
        + ",\"comment\":"
        + quoted(comment)
        + "}";
  }

  private static String quoted(String words) {
    return words.isEmpty() ? "null" : MAPPER.writeValueAsString(words);
  }
}
