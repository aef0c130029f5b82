package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads an {@code evidence.json} record by record; never more than one record is in memory. */
final class EvidenceReader {

  /** Takes the records as they come; study and table names are known by then. */
  interface Rows {

    /** The document, before the first of its records. */
    default void document(String source, String mediaType) {}

    default void evidence(String source, JsonNode record, Names names) {}

    default void regimen(String source, JsonNode regimen, Names names) {}

    default void finding(String source, JsonNode finding, Names names) {}
  }

  /** What ids stand for in a document. */
  record Names(
      Map<String, String> sections, Map<String, String> tables, Map<String, String> studies) {

    String study(JsonNode record) {
      return studies.getOrDefault(string(record, "study"), "");
    }

    String section(JsonNode location) {
      return sections.getOrDefault(string(location, "section"), "");
    }
  }

  private static final int MOST_PLACES = 3;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final List<? extends Rows> rows;
  private final Names names = new Names(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  private final List<DocumentSummary.FoundLine> findings = new ArrayList<>();
  private final List<DocumentSummary.LedgerLine> checks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String source = "";
  private @Nullable String title;
  private String mediaType = "";
  private int evidence;
  private int regimens;
  private int claims;
  private long glyphs;
  private long placed;

  private EvidenceReader(List<? extends Rows> rows) {
    this.rows = rows;
  }

  static DocumentSummary read(Path file, List<? extends Rows> rows) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser json = MAPPER.createParser(in)) {
      return new EvidenceReader(rows).read(json);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  private DocumentSummary read(JsonParser json) {
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "document" -> document(json);
        case "sections" -> each(json, this::section);
        case "tables" -> tables(json);
        case "studies" ->
            each(json, it -> names.studies().put(string(it, "id"), string(it, "label")));
        case "regimens" ->
            each(
                json,
                it -> {
                  regimens++;
                  rows.forEach(row -> row.regimen(source, it, names));
                });
        case "evidence" ->
            each(
                json,
                it -> {
                  evidence++;
                  rows.forEach(row -> row.evidence(source, it, names));
                });
        case "claims" -> each(json, it -> claims++);
        case "findings" -> each(json, this::finding);
        case "checks" -> each(json, this::check);
        case "coverage" ->
            each(
                json,
                it -> {
                  glyphs += it.path("glyphs").asLong(0);
                  placed += it.path("placed").asLong(0);
                });
        case "warnings" -> each(json, it -> warnings.add(it.asString("")));
        default -> json.skipChildren();
      }
    }
    return new DocumentSummary(
        source,
        OutputFolder.folderName(source),
        title,
        mediaType,
        names.tables().size(),
        evidence,
        regimens,
        claims,
        glyphs,
        placed,
        findings,
        checks,
        warnings);
  }

  private void document(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "source" -> source = json.getString();
        case "title" ->
            title = json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString();
        case "mediaType" -> mediaType = json.getString();
        default -> json.skipChildren();
      }
    }
    rows.forEach(row -> row.document(source, mediaType));
  }

  /** Parents come before their children. Of an answer the question is named: "A3" says nothing. */
  private void section(JsonNode section) {
    String title = string(section, "title");
    boolean answers = string(section, "role").equals("answer");
    String parent = answers ? names.sections().getOrDefault(string(section, "parent"), "") : "";
    names.sections().put(string(section, "id"), parent.isEmpty() ? title : parent);
  }

  /** Cells are skipped: a sheet may have a hundred thousand. */
  private void tables(JsonParser json) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String id = "";
      String label = "";
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = json.currentName();
        json.nextToken();
        if (member.equals("id")) {
          id = json.getString();
        } else if (member.equals("label") && json.currentToken() == JsonToken.VALUE_STRING) {
          label = json.getString();
        } else {
          json.skipChildren();
        }
      }
      int number = names.tables().size() + 1;
      names.tables().put(id, label.isEmpty() ? "table " + number : label.toLowerCase(Locale.ROOT));
    }
  }

  private void finding(JsonNode finding) {
    rows.forEach(row -> row.finding(source, finding, names));
    findings.add(
        new DocumentSummary.FoundLine(
            string(finding, "id"),
            string(finding, "rule"),
            Severity.valueOf(string(finding, "severity").toUpperCase(Locale.ROOT)),
            string(finding, "message"),
            places(finding.path("where")),
            finding.path("review").path("status").asString("open")));
  }

  private void check(JsonNode check) {
    checks.add(
        new DocumentSummary.LedgerLine(
            string(check, "rule"),
            string(check, "state"),
            check.path("candidates").asInt(0),
            check.path("findings").asInt(0),
            check.path("why").isNull() ? null : string(check, "why")));
  }

  private String places(JsonNode where) {
    Set<String> places = new LinkedHashSet<>();
    for (JsonNode place : where) {
      places.add(place(place));
    }
    List<String> first = places.stream().limit(MOST_PLACES).toList();
    return String.join("; ", first) + (places.size() > MOST_PLACES ? "; …" : "");
  }

  private String place(JsonNode place) {
    String table = names.tables().get(string(place, "table"));
    String inPage = place.has("page") ? "p. " + place.get("page").asInt() : "";
    String inDocument = table == null ? names.section(place) : table;
    String locator = string(place, "locator");
    if (inPage.isEmpty() && table == null && locator.startsWith("line ")) {
      inPage = locator.replaceFirst(",.*", "");
    }
    return inPage.isEmpty() || inDocument.isEmpty()
        ? inPage + inDocument
        : inPage + ", " + inDocument;
  }

  /** The place as a name: {@code page 4, table 2, row 3, column 1}; rows and columns from 1. */
  static String place(JsonNode place, Names names, String row, String col) {
    List<String> parts = new ArrayList<>();
    if (place.has("page")) {
      parts.add("page " + place.get("page").asInt());
    }
    String table = names.tables().get(string(place, "table"));
    String inside = table == null ? names.section(place) : table;
    if (!inside.isEmpty()) {
      parts.add(inside);
    }
    if (!row.isEmpty() && !col.isEmpty()) {
      parts.add("row " + (Integer.parseInt(row) + 1));
      parts.add("column " + (Integer.parseInt(col) + 1));
    }
    return String.join(", ", parts);
  }

  private static void each(JsonParser json, Consumer<JsonNode> take) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      take.accept(json.readValueAsTree());
    }
  }

  /** The member as words; empty where it is missing or null. */
  static String string(JsonNode node, String... path) {
    JsonNode at = node;
    for (String member : path) {
      at = at.path(member);
    }
    if (at.isNull() || at.isMissingNode()) {
      return "";
    }
    return at.isNumber() ? at.decimalValue().toPlainString() : at.asString("");
  }
}
