package dev.touchstone.ingest;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.ReadResult;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Section;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the sections and tables of files in the form of the output contract, for scoring the
 * readers without the rest of the program: {@code StructureExport OUTPUT FILE...}.
 */
public final class StructureExport {

  private StructureExport() {}

  public static void main(String[] arguments) throws IOException {
    DocumentReader reader = new DocumentReader(ReadLimits.DEFAULTS);
    Path output = Path.of(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      long start = System.nanoTime();
      ReadResult result = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (result instanceof Document document) {
        Path folder =
            Files.createDirectories(output.resolve("documents").resolve(file.getFileName()));
        Files.writeString(folder.resolve("evidence.json"), json(document));
        System.out.println(
            file.getFileName()
                + " "
                + millis
                + " ms, "
                + document.sections().size()
                + " sections, "
                + document.tables().size()
                + " tables, "
                + document.references().size()
                + " references "
                + document.warnings());
      } else if (result instanceof Rejection rejection) {
        System.out.println(file.getFileName() + " " + millis + " ms, rejected: " + rejection);
      }
    }
  }

  static String json(Document document) {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put(
        "document", Map.of("text", document.text(), "metadata", document.metadata().toString()));
    top.put("sections", document.sections().stream().map(StructureExport::section).toList());
    top.put("tables", document.tables().stream().map(StructureExport::table).toList());
    for (String empty : List.of("mentions", "regimens", "evidence", "claims", "findings")) {
      top.put(empty, List.of());
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(top);
  }

  private static Map<String, Object> section(Section section) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", section.id());
    map.put("parent", section.parent());
    map.put("level", section.level());
    map.put("title", section.title());
    map.put("role", section.role().code());
    map.put("start", section.span().start());
    map.put("end", section.span().end());
    return map;
  }

  private static Map<String, Object> table(Table table) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", table.id());
    map.put("section", table.section());
    map.put("label", table.label());
    map.put("caption", table.caption().text());
    map.put("headerRows", table.headerRows());
    map.put("headerCols", table.headerCols());
    List<Object> cells = new ArrayList<>();
    for (Cell cell : table.cells()) {
      Map<String, Object> c = new LinkedHashMap<>();
      c.put("row", cell.row());
      c.put("col", cell.col());
      c.put("rowSpan", cell.rowSpan());
      c.put("colSpan", cell.colSpan());
      c.put("text", cell.text());
      c.put("header", cell.header());
      cells.add(c);
    }
    map.put("cells", cells);
    List<Object> notes = new ArrayList<>();
    for (TableNote note : table.notes()) {
      Map<String, @Nullable Object> n = new LinkedHashMap<>();
      n.put("marker", note.marker());
      n.put("text", note.passage().text());
      notes.add(n);
    }
    map.put("notes", notes);
    return new LinkedHashMap<>(map);
  }
}
