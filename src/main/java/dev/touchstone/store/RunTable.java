package dev.touchstone.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The runs, with their counts and times. */
public final class RunTable {

  /** What a step took, in the order of the night. */
  public enum Stage {
    DISCOVER,
    EXTRACT,
    COMPARE,
    REPORT
  }

  /**
   * What the walk through the input found.
   *
   * @param found documents in the input; new, changed and unchanged ones together
   * @param removed documents that were there before
   */
  public record Found(int found, int fresh, int changed, int unchanged, int removed) {}

  /** Something in the input that is no document, and why it was left out. */
  public record LeftOut(String source, String kind, String reason) {}

  /** A run, for {@code status}. */
  public record Run(
      long id,
      Instant started,
      @Nullable Instant ended,
      String state,
      String inputFolder,
      String programVersion,
      String fingerprint,
      Found found,
      Map<Stage, Long> millis) {}

  private final JdbcTemplate jdbc;

  public RunTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** Begins a run; runs that never ended were interrupted. Answers the new run's number. */
  public long begin(String inputFolder, String programVersion, String fingerprint) {
    jdbc.update("update runs set state = 'interrupted' where state = 'running'");
    jdbc.update(
        "insert into runs (started_at, state, input_folder, program_version, fingerprint)"
            + " values (?, 'running', ?, ?, ?)",
        now(),
        inputFolder,
        programVersion,
        fingerprint);
    Long id = jdbc.queryForObject("select max(run_id) from runs", Long.class);
    if (id == null) {
      throw new IllegalStateException("the run just entered is not there");
    }
    return id;
  }

  public void discovered(long run, Found found, List<LeftOut> leftOut) {
    jdbc.update(
        "update runs set found = ?, new_documents = ?, changed_documents = ?, unchanged = ?,"
            + " removed = ? where run_id = ?",
        found.found(),
        found.fresh(),
        found.changed(),
        found.unchanged(),
        found.removed(),
        run);
    jdbc.update("delete from left_out where run_id = ?", run);
    int[] position = {0};
    jdbc.batchUpdate(
        "insert into left_out (run_id, position, source, kind, reason) values (?, ?, ?, ?, ?)",
        leftOut,
        500,
        (insert, left) -> {
          insert.setLong(1, run);
          insert.setInt(2, ++position[0]);
          insert.setString(3, Text.storable(left.source()));
          insert.setString(4, left.kind());
          insert.setString(5, Text.storable(left.reason()));
        });
  }

  public void took(long run, Stage stage, long millis) {
    String column = stage.name().toLowerCase(Locale.ROOT) + "_millis";
    jdbc.update("update runs set " + column + " = ? where run_id = ?", millis, run);
  }

  public void end(long run, String state) {
    jdbc.update("update runs set state = ?, ended_at = ? where run_id = ?", state, now(), run);
  }

  public Run run(long id) {
    return jdbc.queryForObject("select * from runs where run_id = ?", (row, n) -> run(row), id);
  }

  /** The last runs, latest first. */
  public List<Run> last(int howMany) {
    return jdbc.query(
        "select * from runs order by run_id desc fetch first " + howMany + " rows only",
        (row, n) -> run(row));
  }

  public List<LeftOut> leftOut(long run) {
    return jdbc.query(
        "select source, kind, reason from left_out where run_id = ? order by position",
        (row, n) -> new LeftOut(row.getString(1), row.getString(2), row.getString(3)),
        run);
  }

  /** Time spent in each part of the extraction, over the documents of the run, in milliseconds. */
  public Map<String, Long> partsOfExtraction(long run) {
    Map<String, Long> parts = new TreeMap<>();
    for (String part : List.of("read", "mention", "evidence", "check", "write")) {
      Long sum =
          jdbc.queryForObject(
              "select sum(" + part + "_millis) from documents where run_id = ?", Long.class, run);
      parts.put(part, sum == null ? 0 : sum);
    }
    return parts;
  }

  /** How many documents the run processed, and how many it put into quarantine. */
  public Map<String, Integer> outcomes(long run) {
    Map<String, Integer> outcomes = new TreeMap<>();
    jdbc.query(
        "select state, count(*) from documents where run_id = ? and state <> 'waiting'"
            + " group by state",
        row -> {
          outcomes.put(row.getString(1), row.getInt(2));
        },
        run);
    return outcomes;
  }

  /**
   * Findings by severity, those between documents included; dismissed and suppressed ones left out.
   */
  public Map<String, Integer> openFindings() {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.query(
        "select severity, count(*) from reviewed_findings where status <> 'dismissed'"
            + " and suppressed_because is null group by severity",
        row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  private static Run run(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    Map<Stage, Long> millis = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      millis.put(stage, row.getLong(stage.name().toLowerCase(Locale.ROOT) + "_millis"));
    }
    return new Run(
        row.getLong("run_id"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString("state"),
        row.getString("input_folder"),
        row.getString("program_version"),
        row.getString("fingerprint"),
        new Found(
            row.getInt("found"),
            row.getInt("new_documents"),
            row.getInt("changed_documents"),
            row.getInt("unchanged"),
            row.getInt("removed")),
        millis);
  }
}
