package dev.touchstone.cli;

import dev.touchstone.batch.Reviewing.Decision;
import dev.touchstone.batch.WrongUsage;
import dev.touchstone.store.FindingReviews.Status;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions in a file: CSV with a header line, or a JSON array of objects, with {@code finding} and
 * any of {@code document}, {@code status}, {@code comment}, {@code by}.
 */
final class DecisionsFile {

  private static final List<String> COLUMNS =
      List.of("document", "finding", "status", "comment", "by");

  private final Path file;
  private final String by;
  private final List<Decision> decisions = new ArrayList<>();

  private DecisionsFile(Path file, String by) {
    this.file = file;
    this.by = by;
  }

  /**
   * @param by who decides where the file does not say
   */
  static List<Decision> read(Path file, String by) throws WrongUsage {
    String content;
    try {
      content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
    } catch (IOException e) {
      throw new WrongUsage("The file " + file + " cannot be read: " + e + ".");
    }
    DecisionsFile reading = new DecisionsFile(file, by);
    if (content.stripLeading().startsWith("[")) {
      reading.json(content);
    } else {
      reading.csv(content);
    }
    return reading.decisions;
  }

  private void csv(String content) throws WrongUsage {
    String header = content.lines().findFirst().orElse("");
    // Spreadsheets of half the world part columns with semicolons.
    char delimiter = header.contains(";") && !header.contains(",") ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
      for (String column : parser.getHeaderNames()) {
        known(column, "line 1");
      }
      if (parser.getHeaderNames().stream().noneMatch("finding"::equalsIgnoreCase)) {
        throw wrong("line 1", "There is no column \"finding\".");
      }
      for (CSVRecord row : parser) {
        Map<String, String> members = new TreeMap<>();
        row.toMap().forEach((key, value) -> members.put(key.toLowerCase(Locale.ROOT), value));
        add(members, "line " + parser.getCurrentLineNumber());
      }
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
      throw wrong("CSV", String.valueOf(e.getMessage()));
    }
  }

  private void json(String content) throws WrongUsage {
    JsonNode all;
    try {
      all = JsonMapper.shared().readTree(content);
    } catch (JacksonException e) {
      throw wrong("JSON", e.getOriginalMessage());
    }
    int number = 0;
    for (JsonNode entry : all) {
      String where = "entry " + ++number;
      Map<String, String> members = new TreeMap<>();
      for (String name : entry.propertyNames()) {
        known(name, where);
        members.put(name, entry.path(name).asString(""));
      }
      add(members, where);
    }
  }

  private void known(String name, String where) throws WrongUsage {
    if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
      throw wrong(where, "Unknown column \"" + name + "\".");
    }
  }

  private void add(Map<String, String> members, String where) throws WrongUsage {
    String finding = members.getOrDefault("finding", "").strip();
    if (finding.isEmpty()) {
      throw wrong(where, "It names no finding.");
    }
    String document = members.getOrDefault("document", "");
    String comment = members.getOrDefault("comment", "");
    String who = members.getOrDefault("by", "").strip();
    decisions.add(
        new Decision(
            file + ", " + where,
            document.isEmpty() ? null : document,
            finding,
            status(members.getOrDefault("status", "").strip(), where),
            comment.isEmpty() ? null : comment,
            who.isEmpty() ? by : who));
  }

  private @Nullable Status status(String word, String where) throws WrongUsage {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "confirmed" -> Status.CONFIRMED;
      case "dismissed" -> Status.DISMISSED;
      case "open" -> Status.OPEN;
      default ->
          throw wrong(where, "\"" + word + "\" is no status; write confirmed, dismissed or open.");
    };
  }

  private WrongUsage wrong(String where, String what) {
    return new WrongUsage(
        file
            + ", "
            + where
            + ": "
            + what
            + " The columns are document, finding, status, comment, by; only finding must be there.");
  }
}
