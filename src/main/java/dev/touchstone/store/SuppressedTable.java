package dev.touchstone.store;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The findings that are suppressed, entered anew by every run. */
public final class SuppressedTable {

  /**
   * A finding that a suppression may speak of.
   *
   * @param sources the document; all of them for a finding between documents
   */
  public record Candidate(String source, List<String> sources, String id, String rule) {}

  /** A finding with why it is suppressed. */
  public record Entry(String source, String id, Standing.Suppression suppression) {}

  private final JdbcTemplate jdbc;

  public SuppressedTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** Every finding there is, one at a time. */
  public void each(Consumer<Candidate> take) {
    jdbc.query(
        "select source, finding_id, rule from current_findings where source <> ''",
        row -> {
          take.accept(
              new Candidate(
                  row.getString(1), List.of(row.getString(1)), row.getString(2), row.getString(3)));
        });
    jdbc.query(
        "select position, finding_id, rule from cross_findings",
        row -> {
          List<String> sources =
              jdbc.queryForList(
                  "select distinct d.source from cross_finding_places p"
                      + " join documents d on d.document_id = p.document_id where p.position = ?",
                  String.class,
                  row.getInt(1));
          take.accept(new Candidate("", sources, row.getString(2), row.getString(3)));
        });
  }

  /** These are suppressed and no others. Call in a transaction. */
  public void replace(List<Entry> entries) {
    jdbc.update("delete from suppressed_findings");
    jdbc.batchUpdate(
        "insert into suppressed_findings (source_key, finding_id, reason, author, expires_on)"
            + " values (?, ?, ?, ?, ?)",
        entries,
        500,
        (insert, entry) -> {
          insert.setString(1, DocumentTable.keyOf(entry.source()));
          insert.setString(2, entry.id());
          insert.setString(3, Text.storable(entry.suppression().reason()));
          insert.setString(4, Text.storable(entry.suppression().author()));
          insert.setString(5, entry.suppression().expires().toString());
        });
  }
}
