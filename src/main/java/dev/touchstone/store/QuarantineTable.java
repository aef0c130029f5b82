package dev.touchstone.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The documents that could not be processed, and why. */
public final class QuarantineTable {

  /** A document in quarantine. */
  public record Entry(
      String source, String stage, String error, String cause, String cure, int attempts) {}

  private final JdbcTemplate jdbc;

  public QuarantineTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** All of them, by source. */
  public List<Entry> all() {
    return jdbc
        .query(
            "select d.source, q.stage, q.error, q.cause, q.cure, q.attempts from quarantine q"
                + " join documents d on d.document_id = q.document_id",
            (row, n) ->
                new Entry(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6)))
        .stream()
        .sorted(java.util.Comparator.comparing(Entry::source))
        .toList();
  }
}
