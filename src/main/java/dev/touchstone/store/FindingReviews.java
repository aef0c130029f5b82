package dev.touchstone.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people decided about findings; it stays with a finding's id when results are made anew. */
public final class FindingReviews {

  /** A person's decision. */
  public enum Status {
    OPEN,
    CONFIRMED,
    DISMISSED
  }

  /** A decision that was entered. */
  public record Decided(Status status, String remark) {}

  private final JdbcTemplate jdbc;

  public FindingReviews(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /**
   * The sources of the documents that have a finding; the empty text is for one between documents.
   */
  public List<String> sourcesOf(String finding) {
    return jdbc.queryForList(
        "select source from current_findings where finding_id = ? order by source",
        String.class,
        finding);
  }

  /** The decision about a finding, if there is one. */
  public @Nullable Decided of(String source, String finding) {
    return jdbc
        .query(
            "select status, remark from finding_reviews where source_key = ? and finding_id = ?",
            (row, n) ->
                new Decided(
                    Status.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    Objects.requireNonNullElse(row.getString(2), "")),
            DocumentTable.keyOf(source),
            finding)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** The last decision about a finding takes the place of those before. Call in a transaction. */
  public void decide(String source, String finding, Status status, String by, String remark) {
    String key = DocumentTable.keyOf(source);
    jdbc.update(
        "delete from finding_reviews where source_key = ? and finding_id = ?", key, finding);
    jdbc.update(
        "insert into finding_reviews"
            + " (source_key, finding_id, status, reviewed_by, reviewed_at, remark)"
            + " values (?, ?, ?, ?, ?, ?)",
        key,
        finding,
        status.name().toLowerCase(Locale.ROOT),
        Text.storable(by),
        OffsetDateTime.now(ZoneOffset.UTC),
        Text.storable(remark));
  }
}
