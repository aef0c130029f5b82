package dev.touchstone.report;

import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Box;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Place;
import dev.touchstone.document.Reading;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Section;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.DoseBand;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was extracted from one note, as JSON in the form of {@code schema/evidence.schema.json}.
 *
 * <p>The same review gives the same bytes. Numbers are written with the decimals that the note
 * prints. A {@code text} that is not what stands at its span, because conversion marks were taken
 * out, has what stands there beside it as {@code quote}.
 */
public final class EvidenceJson {

  public static final String SCHEMA = "touchstone-evidence/1";

  private static final int SECTION_START = 80;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonGenerator json;
  private final NoteEvidence evidence;
  private final Document document;
  private final NormalJson normals;
  private final Set<String> namedOnly;

  private EvidenceJson(JsonGenerator json, NoteEvidence evidence) {
    this.json = json;
    this.evidence = evidence;
    this.document = evidence.document();
    this.normals = new NormalJson(json);
    this.namedOnly =
        evidence.namedOnly().stream().map(Mention::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Writes the file, which must not be read by others meanwhile. */
  public static void write(NoteReview review, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(review, out);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  public static byte[] bytes(NoteReview review) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(review, out);
    return out.toByteArray();
  }

  /** Writes UTF-8 and leaves the stream open. */
  public static void write(NoteReview review, OutputStream out) {
    ObjectWriter writer =
        MAPPER.writer().with(new LinePerRecord()).without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = writer.createGenerator(out)) {
      new EvidenceJson(json, review.evidence()).write(review);
      json.writeRaw('\n');
    }
  }

  private void write(NoteReview review) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeName("document");
    document();
    array("sections", document.sections(), this::section);
    array("tables", document.tables(), this::table);
    array("references", document.references(), this::reference);
    array("studies", evidence.studies(), this::study);
    array("mentions", evidence.mentions(), this::mention);
    array("regimens", evidence.regimens(), this::regimen);
    array("evidence", evidence.records(), this::record);
    array("claims", evidence.claims(), this::claim);
    array("findings", review.findings(), this::finding);
    array("checks", review.ledger(), this::check);
    array("coverage", document.coverage(), this::coverage);
    array("warnings", document.warnings(), json::writeString);
    json.writeEndObject();
  }

  private void document() {
    Metadata metadata = document.metadata();
    json.writeStartObject();
    string("id", document.id());
    string("source", document.source());
    string("mediaType", document.mediaType());
    string("title", metadata.title());
    string("kind", metadata.kind().code());
    json.writeName("compound");
    Metadata.Compound compound = metadata.compound();
    if (compound == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      string("name", compound.name());
      string("catalogNumber", compound.catalogNumber());
      json.writeEndObject();
    }
    strings("authors", metadata.authors());
    string("date", metadata.date());
    string("language", metadata.language());
    integer("pages", document.pages());
    string("text", document.text());
    json.writeEndObject();
  }

  private void section(Section section) {
    json.writeStartObject();
    string("id", section.id());
    string("parent", section.parent());
    json.writeNumberProperty("level", section.level());
    string("title", section.title());
    string("role", section.role().code());
    span(section.span());
    integer("page", pageOf(section.span()));
    json.writeEndObject();
  }

  private void table(Table table) {
    json.writeStartObject();
    string("id", table.id());
    string("section", table.section());
    string("label", table.label());
    string("caption", table.caption().isEmpty() ? null : table.caption().text());
    integer("page", pageOf(table));
    json.writeNumberProperty("headerRows", table.headerRows());
    json.writeNumberProperty("headerCols", table.headerCols());
    Reading reading = table.reading();
    if (reading != null) {
      string("reading", reading.carrier().code());
      json.writeNumberProperty("confidence", reading.confidence());
    }
    if (!table.cells().isEmpty()) {
      recognised(table.cells().get(0).span());
    }
    array("cells", table.cells(), this::cell);
    array("notes", table.notes(), this::note);
    json.writeEndObject();
  }

  private void cell(Cell cell) {
    json.writeStartObject();
    json.writeNumberProperty("row", cell.row());
    json.writeNumberProperty("col", cell.col());
    json.writeNumberProperty("rowSpan", cell.rowSpan());
    json.writeNumberProperty("colSpan", cell.colSpan());
    json.writeBooleanProperty("header", cell.header());
    textAt(cell.span(), cell.text());
    if (!cell.span().isEmpty()) {
      place(cell.span());
    }
    json.writeEndObject();
  }

  private void note(TableNote note) {
    json.writeStartObject();
    string("marker", note.marker());
    textAt(note.passage().span(), note.passage().text());
    json.writeEndObject();
  }

  private void reference(Reference reference) {
    json.writeStartObject();
    string("key", reference.key());
    textAt(reference.span(), reference.text());
    string("host", reference.host());
    string("doi", reference.doi());
    string("pmid", reference.pmid());
    string("url", reference.url());
    array(
        "citedAt",
        reference.citedAt(),
        cited -> {
          json.writeStartObject();
          span(cited);
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private void study(Study study) {
    json.writeStartObject();
    string("id", study.id());
    string("label", study.label());
    string("phase", study.phase());
    string("registry", study.registry());
    string("design", study.design());
    integer("randomised", study.randomised());
    string("allocation", study.allocation());
    array("arms", study.arms(), this::arm);
    strings("mentions", study.mentions());
    json.writeEndObject();
  }

  private void arm(Arm arm) {
    json.writeStartObject();
    string("id", arm.id());
    string("label", arm.label());
    string("role", arm.role().code());
    integer("n", arm.n());
    string("drug", arm.drug());
    string("mention", arm.mention());
    json.writeEndObject();
  }

  private void mention(Mention mention) {
    json.writeStartObject();
    string("id", mention.id());
    string("type", mention.type().code());
    span(mention.span());
    string("text", document.quote(mention.span()));
    string("section", mention.section());
    address(mention.cell());
    json.writeBooleanProperty("negated", mention.negated());
    recognised(mention.span());
    json.writeName("normal");
    normals.write(mention.normal());
    json.writeEndObject();
  }

  private void regimen(Regimen regimen) {
    json.writeStartObject();
    string("id", regimen.id());
    string("drug", regimen.drug());
    json.writeName("dose");
    normals.write(regimen.dose());
    string("role", regimen.role().code());
    if (regimen.status() != null) {
      string("status", regimen.status().code());
    }
    if (regimen.condition() != null) {
      json.writeName("condition");
      condition(regimen.condition());
    }
    string("study", regimen.study());
    string("arm", regimen.arm());
    string("section", regimen.section());
    json.writeName("source");
    location(new Source(regimen.span(), regimen.section(), null));
    strings("mentions", regimen.mentions());
    json.writeEndObject();
  }

  private void condition(DoseBand band) {
    json.writeStartObject();
    string("text", band.text());
    string("quantity", band.quantity());
    if (band.low() != null) {
      json.writeNumberProperty("low", band.low());
    }
    if (band.high() != null) {
      json.writeNumberProperty("high", band.high());
    }
    string("unit", band.unit());
    json.writeEndObject();
  }

  private void record(EvidenceRecord record) {
    json.writeStartObject();
    string("id", record.id());
    string("study", record.study());
    array("arms", record.arms(), this::arm);
    json.writeName("outcome");
    normals.write(record.outcome(), record.outcomeMention());
    json.writeName("value");
    normals.write(record.value(), record.valueMention());
    json.writeName("source");
    location(record.source());
    string("together", record.together());
    strings("mentions", record.mentions().stream().filter(id -> !namedOnly.contains(id)).toList());
    if (!record.candidates().isEmpty()) {
      strings("candidates", record.candidates());
    }
    json.writeEndObject();
  }

  private void claim(Claim claim) {
    json.writeStartObject();
    string("id", claim.id());
    string("study", claim.study());
    string("subject", claim.subject());
    string("comparator", claim.comparator());
    json.writeName("outcome");
    normals.write(claim.outcome());
    string("direction", claim.direction().code());
    Claim.Change change = claim.change();
    string("change", change == null ? null : change.code());
    string("significance", claim.significance().code());
    span(claim.span());
    string("quote", document.quote(claim.span()));
    string("section", claim.section());
    Claim.Against against = claim.against();
    string("against", against == null ? null : against.code());
    json.writeName("triggers");
    json.writeStartArray();
    for (Claim.Trigger trigger : claim.triggers()) {
      json.writeStartObject();
      string("kind", trigger.kind().code());
      string("words", trigger.words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(Finding finding) {
    json.writeStartObject();
    string("id", finding.id());
    string("rule", finding.rule());
    string("severity", finding.severity().code());
    string("message", finding.message());
    string("expected", finding.expected());
    string("found", finding.found());
    array("where", finding.where(), this::location);
    array(
        "steps",
        finding.steps(),
        step -> {
          json.writeStartObject();
          string("label", step.label());
          string("working", step.working());
          string("result", step.result());
          json.writeEndObject();
        });
    string("settle", finding.settle());
    json.writeName("review");
    json.writeStartObject();
    string("status", "open");
    string("by", null);
    string("at", null);
    string("comment", null);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void check(CheckRun run) {
    json.writeStartObject();
    string("rule", run.rule());
    string("state", run.state().code());
    json.writeNumberProperty("candidates", run.candidates());
    json.writeNumberProperty("findings", run.findings());
    string("why", run.why());
    json.writeEndObject();
  }

  private void coverage(Coverage coverage) {
    json.writeStartObject();
    integer("page", coverage.page());
    json.writeNumberProperty("glyphs", coverage.glyphs());
    json.writeNumberProperty("placed", coverage.placed());
    json.writeName("dropped");
    json.writeStartObject();
    coverage.dropped().forEach(json::writeNumberProperty);
    json.writeEndObject();
    if (coverage.recognised()) {
      json.writeBooleanProperty("recognised", true);
    }
    json.writeEndObject();
  }

  private void location(Source source) {
    json.writeStartObject();
    span(source.span());
    string("quote", document.quote(source.span()));
    string("section", source.section());
    address(source.cell());
    place(source.span());
    json.writeEndObject();
  }

  /** Where in the file it stands, as far as the format has it. */
  private void place(Span span) {
    Place place = document.locate(span);
    if (place.page() != null) {
      json.writeNumberProperty("page", place.page());
    }
    if (!place.boxes().isEmpty()) {
      array("boxes", place.boxes(), this::box);
    }
    if (place.locator() != null) {
      string("locator", place.locator());
    }
    recognised(span);
  }

  /** Said only where it is so. */
  private void recognised(Span span) {
    if (document.recognised(span)) {
      json.writeBooleanProperty("recognised", true);
    }
  }

  private void box(Box box) {
    json.writeStartArray();
    json.writeNumber(tenth(box.x()));
    json.writeNumber(tenth(box.y()));
    json.writeNumber(tenth(box.width()));
    json.writeNumber(tenth(box.height()));
    json.writeEndArray();
  }

  private static BigDecimal tenth(double points) {
    return BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP);
  }

  private @Nullable Integer pageOf(Table table) {
    for (Cell cell : table.cells()) {
      if (!cell.passage().isEmpty()) {
        return document.locate(cell.span()).page();
      }
    }
    return pageOf(table.span());
  }

  /** The page that a span starts on; a long span is not walked to its end for it. */
  private @Nullable Integer pageOf(Span span) {
    int end = Math.min(span.end(), span.start() + SECTION_START);
    return document.locate(new Span(span.start(), end)).page();
  }

  private void address(@Nullable CellAddress cell) {
    if (cell != null) {
      string("table", cell.table());
      json.writeNumberProperty("row", cell.row());
      json.writeNumberProperty("col", cell.col());
    }
  }

  private void textAt(Span span, String text) {
    string("text", text);
    span(span);
    String quote = document.quote(span);
    if (!quote.equals(text)) {
      string("quote", quote);
    }
  }

  private void span(Span span) {
    json.writeNumberProperty("start", span.start());
    json.writeNumberProperty("end", span.end());
  }

  private void string(String name, @Nullable String value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }

  private void integer(String name, @Nullable Integer value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }

  private void strings(String name, List<String> values) {
    array(name, values, json::writeString);
  }

  private <T> void array(String name, List<T> values, Consumer<T> each) {
    json.writeName(name);
    json.writeStartArray();
    values.forEach(each);
    json.writeEndArray();
  }
}
