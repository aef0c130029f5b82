package dev.touchstone.report;

import dev.touchstone.store.FindingReviews;
import dev.touchstone.store.Standing;
import dev.touchstone.store.StoredCrossFinding;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code cross-document.json}: what documents say differently from each other. It belongs to the
 * run, since {@code evidence.json} of a document knows no other document.
 */
final class CrossDocumentJson {

  static final String SCHEMA = "touchstone-cross-document/1";

  private final JsonGenerator json;

  private CrossDocumentJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(RunState state, OutputStream out) {
    try (JsonGenerator json =
        new JsonMapper()
            .writer()
            .with(new LinePerRecord())
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(out)) {
      new CrossDocumentJson(json).write(state);
      json.writeRaw('\n');
    }
  }

  private void write(RunState state) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeNumberProperty("values", state.shared());
    json.writeNumberProperty("documents", state.sharing());
    json.writeName("findings");
    json.writeStartArray();
    for (StoredCrossFinding finding : state.across()) {
      finding(finding, state.standings().apply("").of(finding.id()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(StoredCrossFinding finding, Standing standing) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("severity", finding.severity());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("found", finding.found());
    json.writeName("where");
    json.writeStartArray();
    for (StoredCrossFinding.Spot spot : finding.where()) {
      json.writeStartObject();
      json.writeStringProperty("document", spot.source());
      json.writeNumberProperty("start", spot.start());
      json.writeNumberProperty("end", spot.end());
      json.writeStringProperty("quote", spot.quote());
      json.writeStringProperty("printed", spot.printed());
      json.writeStringProperty("section", spot.section());
      string("table", spot.table());
      if (spot.page() != null) {
        json.writeNumberProperty("page", spot.page());
      }
      string("locator", spot.locator());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("settle", finding.settle());
    review(standing.review());
    json.writeEndObject();
  }

  private void review(Standing.@Nullable Review review) {
    json.writeName("review");
    json.writeStartObject();
    json.writeStringProperty(
        "status",
        StandingFiles.word(review == null ? FindingReviews.Status.OPEN : review.status()));
    orNull("by", review == null ? "" : review.by());
    orNull("at", review == null ? "" : review.at());
    orNull("comment", review == null ? "" : review.comment());
    json.writeEndObject();
  }

  private void orNull(String name, String words) {
    json.writeName(name);
    if (words.isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(words);
    }
  }

  private void string(String name, @Nullable String words) {
    if (words != null) {
      json.writeStringProperty(name, words);
    }
  }
}
