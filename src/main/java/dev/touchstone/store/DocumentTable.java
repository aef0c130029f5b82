package dev.touchstone.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the store knows of each document of the input: its content, its state, whose turn it is. */
public final class DocumentTable {

  private static final String COLUMNS =
      "document_id, source, folder, state, sha256, size_bytes, fingerprint, attempts";
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  public DocumentTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** All documents by source. */
  public TreeMap<String, StoredDocument> bySource() {
    TreeMap<String, StoredDocument> documents = new TreeMap<>();
    jdbc.query(
        "select " + COLUMNS + " from documents",
        row -> {
          StoredDocument document = document(row);
          documents.put(document.source(), document);
        });
    return documents;
  }

  /** Documents in the order of their sources; close the stream. */
  public Stream<StoredDocument> inState(StoredDocument.State state) {
    return jdbc
        .query(
            "select " + COLUMNS + " from documents where state = ?",
            (row, n) -> document(row),
            code(state))
        .stream()
        .sorted(java.util.Comparator.comparing(StoredDocument::source));
  }

  /** Enters documents that the store has not seen; they wait to be processed. */
  public void add(List<NewDocument> documents) {
    jdbc.batchUpdate(
        "insert into documents (source, source_key, folder, state, sha256, size_bytes)"
            + " values (?, ?, ?, 'waiting', ?, ?)",
        documents,
        BATCH,
        (insert, document) -> {
          insert.setString(1, document.source());
          insert.setString(2, keyOf(document.source()));
          insert.setString(3, document.folder());
          insert.setString(4, document.sha256());
          insert.setLong(5, document.size());
        });
  }

  /**
   * A document that the input has and the store has not.
   *
   * @param folder of its results to be, relative to {@code documents/}
   */
  public record NewDocument(String source, String folder, @Nullable String sha256, long size) {}

  /** Has documents processed again; their results stay until the new ones are there. */
  public void reopen(List<Reopened> documents) {
    jdbc.batchUpdate(
        "update documents set state = 'waiting', sha256 = ?, size_bytes = ?, attempts = ?"
            + " where document_id = ?",
        documents,
        BATCH,
        (update, document) -> {
          update.setString(1, document.sha256());
          update.setLong(2, document.size());
          update.setInt(3, document.attempts());
          update.setLong(4, document.id());
        });
  }

  /** A known document with the content that the input has of it now. */
  public record Reopened(long id, @Nullable String sha256, long size, int attempts) {}

  public void remove(long documentId) {
    jdbc.update("delete from documents where document_id = ?", documentId);
  }

  /** Documents that wait, biggest first, so that the longest work does not begin last. */
  public List<Long> waitingBiggestFirst() {
    return jdbc.queryForList(
        "select document_id from documents where state = 'waiting'"
            + " order by size_bytes desc, document_id",
        Long.class);
  }

  /** Gives each waiting document to a portion: the n-th of the list to the n-th number. */
  public void assign(List<Long> documentIds, List<Integer> portions) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < documentIds.size(); i++) {
      rows.add(new Object[] {portions.get(i), documentIds.get(i)});
    }
    jdbc.batchUpdate("update documents set portion = ? where document_id = ?", rows);
  }

  /** Numbers of the portions that have something waiting. */
  public List<Integer> portions() {
    return jdbc.queryForList(
        "select distinct portion from documents where state = 'waiting' and portion is not null"
            + " order by portion",
        Integer.class);
  }

  public List<StoredDocument> waiting(int portion) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from documents where state = 'waiting' and portion = ?"
            + " order by size_bytes desc, document_id",
        (row, n) -> document(row),
        portion);
  }

  /** What a run has processed, by source: whether it was the first time. */
  public TreeMap<String, Boolean> processedBy(long run) {
    TreeMap<String, Boolean> processed = new TreeMap<>();
    jdbc.query(
        "select source, first_run_id from documents where run_id = ? and state <> 'waiting'",
        row -> {
          processed.put(row.getString(1), row.getLong(2) == run);
        },
        run);
    return processed;
  }

  public int count(StoredDocument.State state) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from documents where state = ?", Integer.class, code(state));
    return count == null ? 0 : count;
  }

  static String code(StoredDocument.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** A source of any length as a key of fixed length. */
  static String keyOf(String source) {
    try {
      byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    return new StoredDocument(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        StoredDocument.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getString(5),
        row.getLong(6),
        row.getString(7),
        row.getInt(8));
  }
}
