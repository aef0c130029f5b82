package dev.touchstone.report;

import dev.touchstone.consistency.check.CheckCatalogue;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ledger.json}: every check over every document, whether it ran, on how many places, or why
 * not; and the documents that nothing could be checked in. One line per document.
 */
final class LedgerJson {

  static final String SCHEMA = "touchstone-ledger/1";

  private final JsonGenerator json;

  LedgerJson(OutputStream out) {
    json =
        new JsonMapper()
            .writer()
            .with(new LinePerRecord())
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(out);
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeName("documents");
    json.writeStartArray();
  }

  void document(DocumentSummary document) {
    json.writeStartObject();
    json.writeStringProperty("document", document.source());
    json.writeName("checks");
    json.writeStartArray();
    for (DocumentSummary.LedgerLine line : document.checks()) {
      check(line.rule(), line.state(), line.candidates(), line.findings(), line.why());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void check(
      String rule, String state, int candidates, int findings, @Nullable String why) {
    json.writeStartObject();
    json.writeStringProperty("rule", rule);
    json.writeStringProperty("state", state);
    json.writeNumberProperty("candidates", candidates);
    json.writeNumberProperty("findings", findings);
    json.writeName("why");
    if (why == null) {
      json.writeNull();
    } else {
      json.writeString(why);
    }
    json.writeEndObject();
  }

  /** Writes what is over all documents, and which were not read. */
  void finish(RunState state, List<QuarantineEntry> quarantine) {
    json.writeEndArray();
    json.writeName("across");
    json.writeStartArray();
    boolean ran = state.shared() > 0;
    check(
        CheckCatalogue.ACROSS.rule(),
        ran ? "ran" : "not-applicable",
        state.shared(),
        state.across().size(),
        ran ? null : "No value of one study is stated in more than one document.");
    json.writeEndArray();
    json.writeName("notRead");
    json.writeStartArray();
    for (QuarantineEntry entry : quarantine) {
      json.writeStartObject();
      json.writeStringProperty("document", entry.rejection().source());
      json.writeStringProperty("error", entry.rejection().error());
      json.writeStringProperty("cure", entry.rejection().cure());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
