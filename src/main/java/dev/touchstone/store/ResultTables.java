package dev.touchstone.store;

import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Document;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Rejection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Enters what came of a document: its results, or why it is in quarantine. Call in a transaction.
 */
public final class ResultTables {

  private static final List<String> PER_DOCUMENT =
      List.of(
          "sections",
          "tables",
          "cells",
          "mentions",
          "studies",
          "arms",
          "regimens",
          "evidence",
          "claims",
          "findings",
          "finding_places",
          "checks",
          "stated_values");

  private final JdbcTemplate jdbc;

  public ResultTables(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** The results of a document take the place of its former ones. */
  public void processed(
      StoredDocument document, NoteReview review, String fingerprint, long run, StageTimes times) {
    clear(document);
    Document note = review.evidence().document();
    Metadata metadata = note.metadata();
    Metadata.@Nullable Compound compound = metadata.compound();
    jdbc.update(
        "update documents set state = 'processed', sha256 = ?, fingerprint = ?, run_id = ?,"
            + " first_run_id = coalesce(first_run_id, ?), portion = null, attempts = 0, shown = null, media_type = ?, title = ?, kind = ?, compound = ?,"
            + " catalog_number = ?, document_date = ?, language = ?, pages = ?, text_length = ?,"
            + " read_millis = ?, mention_millis = ?, evidence_millis = ?, check_millis = ?,"
            + " write_millis = ? where document_id = ?",
        note.id().replaceFirst("^sha256:", ""),
        fingerprint,
        run,
        run,
        note.mediaType(),
        Text.orNull(metadata.title()),
        metadata.kind().code(),
        compound == null ? null : Text.storable(compound.name()),
        compound == null ? null : Text.orNull(compound.catalogNumber()),
        Text.orNull(metadata.date()),
        metadata.language(),
        note.pages(),
        note.text().length(),
        times.read(),
        times.mention(),
        times.evidence(),
        times.check(),
        times.write(),
        document.id());
    new ReviewRows(jdbc, document.id(), review).insert();
  }

  /**
   * The document is in quarantine; its former results are gone.
   *
   * @param attempts how often these bytes have been tried, this time included
   */
  public void quarantined(
      StoredDocument document,
      @Nullable String sha256,
      Rejection rejection,
      int attempts,
      String fingerprint,
      long run,
      StageTimes times) {
    clear(document);
    jdbc.update(
        "update documents set state = 'quarantined', sha256 = ?, fingerprint = ?, run_id = ?,"
            + " first_run_id = coalesce(first_run_id, ?), portion = null, shown = null, attempts = ?, read_millis = ?, mention_millis = ?,"
            + " evidence_millis = ?, check_millis = ?, write_millis = ? where document_id = ?",
        sha256,
        fingerprint,
        run,
        run,
        attempts,
        times.read(),
        times.mention(),
        times.evidence(),
        times.check(),
        times.write(),
        document.id());
    jdbc.update(
        "insert into quarantine (document_id, stage, error, cause, cure, attempts)"
            + " values (?, ?, ?, ?, ?, ?)",
        document.id(),
        rejection.stage(),
        Text.storable(rejection.error()),
        Text.storable(rejection.cause()),
        Text.storable(rejection.cure()),
        attempts);
  }

  /** A document that was never processed has nothing to clear. */
  private void clear(StoredDocument document) {
    if (document.fingerprint() == null) {
      return;
    }
    jdbc.update("delete from quarantine where document_id = ?", document.id());
    for (String table : PER_DOCUMENT) {
      jdbc.update("delete from " + table + " where document_id = ?", document.id());
    }
  }
}
