package dev.touchstone.store;

import dev.touchstone.store.Standings.Gone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares the findings that are there with those of the last run that came to its end, and says
 * how each stands. A run that was killed has been compared with nothing, so the next one tells all
 * that is new since the last whole one.
 */
public final class StandingTable {

  /**
   * Findings since the last run.
   *
   * @param since the run compared with; null for the first, of which all is new
   */
  public record Changes(@Nullable Long since, int fresh, int gone, int unchanged) {}

  /**
   * A document whose page or {@code evidence.json} does not say how its findings stand.
   *
   * @param hash of what is to be said, null for nothing
   */
  public record Outdated(
      long id, String source, String folder, Standings standings, @Nullable String hash) {}

  private static final String SELECT =
      "select h.source_key, h.finding_id, h.first_run_id, r.status, r.reviewed_by, r.reviewed_at,"
          + " r.remark, s.reason, s.author, s.expires_on from finding_history h"
          + " left join finding_reviews r on r.source_key = h.source_key"
          + " and r.finding_id = h.finding_id"
          + " left join suppressed_findings s on s.source_key = h.source_key"
          + " and s.finding_id = h.finding_id";

  private final JdbcTemplate jdbc;

  public StandingTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** Enters what is new and what is gone. Called again for the same run it changes nothing. */
  public void compare(long run) {
    Long since = since(run);
    jdbc.update(
        "delete from finding_history where gone_run_id is not null and gone_run_id <= ?",
        since == null ? run : since);
    jdbc.update(
        "update finding_history set first_run_id = ?, gone_run_id = null"
            + " where gone_run_id is not null and exists (select 1 from current_findings c"
            + " where c.source_key = finding_history.source_key"
            + " and c.finding_id = finding_history.finding_id)",
        run);
    jdbc.update(
        "insert into finding_history"
            + " (source_key, finding_id, source, rule, severity, message, first_run_id)"
            + " select c.source_key, c.finding_id, min(c.source), min(c.rule), min(c.severity),"
            + " min(c.message), "
            + run
            + " from current_findings c where not exists (select 1 from finding_history h"
            + " where h.source_key = c.source_key and h.finding_id = c.finding_id)"
            + " group by c.source_key, c.finding_id");
    jdbc.update(
        "update finding_history set gone_run_id = ?"
            + " where gone_run_id is null and not exists (select 1 from current_findings c"
            + " where c.source_key = finding_history.source_key"
            + " and c.finding_id = finding_history.finding_id)",
        run);
    jdbc.update("update runs set compared = true where run_id = ?", run);
  }

  /** The last run before this one that came to its end and was compared. */
  public @Nullable Long since(long run) {
    return jdbc.queryForObject(
        "select max(run_id) from runs where state = 'done' and compared and run_id < ?",
        Long.class,
        run);
  }

  public Changes changes(long run) {
    Long since = since(run);
    long before = since == null ? -1 : since;
    int fresh = count("gone_run_id is null and first_run_id > ?", before);
    int gone = since == null ? 0 : count("gone_run_id > ?", before);
    int unchanged = count("gone_run_id is null and first_run_id <= ?", before);
    return new Changes(since, fresh, gone, unchanged);
  }

  private int count(String which, long run) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from finding_history where " + which, Integer.class, run);
    return count == null ? 0 : count;
  }

  /** How the findings of a document stand; the empty text is for those between documents. */
  public Standings of(String source, long run) {
    Standing none = Standing.OPEN;
    Long since = since(run);
    TreeMap<String, Standing> findings = new TreeMap<>();
    jdbc.query(
        SELECT + " where h.source_key = ? and h.gone_run_id is null",
        row -> {
          Standing standing = standing(row, since);
          if (!standing.equals(none)) {
            findings.put(row.getString("finding_id"), standing);
          }
        },
        DocumentTable.keyOf(source));
    return new Standings(findings, goneOf(DocumentTable.keyOf(source), since));
  }

  private List<Gone> goneOf(String key, @Nullable Long since) {
    return since == null
        ? List.of()
        : jdbc.query(
            "select source, finding_id, rule, severity, message from finding_history"
                + " where source_key = ? and gone_run_id > ? order by finding_id",
            (row, n) -> gone(row),
            key,
            since);
  }

  /** The first of those that are gone, in the order of their sources. */
  public List<Gone> gone(long run, int most) {
    Long since = since(run);
    return since == null
        ? List.of()
        : jdbc.query(
            "select source, finding_id, rule, severity, message from finding_history"
                + " where gone_run_id > ? order by source, severity, finding_id"
                + " fetch first "
                + most
                + " rows only",
            (row, n) -> gone(row),
            since);
  }

  private static Gone gone(ResultSet row) throws SQLException {
    return new Gone(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
  }

  private static Standing standing(ResultSet row, @Nullable Long since) throws SQLException {
    String status = row.getString("status");
    OffsetDateTime at = row.getObject("reviewed_at", OffsetDateTime.class);
    String by = row.getString("reviewed_by");
    String remark = row.getString("remark");
    Standing.Review review =
        status == null
            ? null
            : new Standing.Review(
                FindingReviews.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                by == null ? "" : by,
                at == null
                    ? ""
                    : at.withOffsetSameInstant(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toInstant()
                        .toString(),
                remark == null ? "" : remark);
    String reason = row.getString("reason");
    Standing.Suppression suppression =
        reason == null
            ? null
            : new Standing.Suppression(
                reason, row.getString("author"), LocalDate.parse(row.getString("expires_on")));
    boolean fresh = since != null && row.getLong("first_run_id") > since;
    return new Standing(fresh, review, suppression);
  }

  /** Documents whose files must be told how their findings stand. */
  public List<Outdated> outdated(long run) {
    List<Outdated> outdated = new ArrayList<>();
    for (Map.Entry<String, Document> each : withSomethingToSay(run).entrySet()) {
      Document document = each.getValue();
      Standings standings = of(document.source(), run);
      String hash = standings.isEmpty() ? null : hash(standings.toString());
      if (hash == null ? document.shown() != null : !hash.equals(document.shown())) {
        outdated.add(
            new Outdated(document.id(), document.source(), document.folder(), standings, hash));
      }
    }
    return outdated;
  }

  private record Document(long id, String source, String folder, @Nullable String shown) {}

  private TreeMap<String, Document> withSomethingToSay(long run) {
    Long since = since(run);
    TreeMap<String, Document> documents = new TreeMap<>();
    jdbc.query(
        "select d.document_id, d.source, d.folder, d.shown from documents d"
            + " where d.state = 'processed' and (d.shown is not null"
            + " or d.source_key in (select source_key from finding_reviews)"
            + " or d.source_key in (select source_key from suppressed_findings)"
            + " or d.source_key in (select source_key from finding_history"
            + " where first_run_id > ? or gone_run_id > ?))",
        row -> {
          documents.put(
              row.getString(2),
              new Document(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
        },
        since == null ? Long.MAX_VALUE : since,
        since == null ? Long.MAX_VALUE : since);
    return documents;
  }

  public void shown(long document, @Nullable String hash) {
    jdbc.update("update documents set shown = ? where document_id = ?", hash, document);
  }

  /** A hash of all that the pages over all documents say of how findings stand. */
  public String hash(long run) {
    MessageDigest digest = sha256();
    Long since = since(run);
    jdbc.query(
        SELECT + " where h.gone_run_id is null order by h.source_key, h.finding_id",
        row -> {
          Standing standing = standing(row, since);
          if (!standing.equals(Standing.OPEN)) {
            String line =
                row.getString("source_key") + row.getString("finding_id") + standing + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
          }
        });
    if (since != null) {
      jdbc.query(
          "select source_key, finding_id from finding_history where gone_run_id > ?"
              + " order by source_key, finding_id",
          row -> {
            digest.update((row.getString(1) + row.getString(2)).getBytes(StandardCharsets.UTF_8));
          },
          since);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether the pages of a run said just that. */
  public boolean isShown(long run, String hash) {
    Integer same =
        jdbc.queryForObject(
            "select count(*) from runs where run_id = ? and shown = ?", Integer.class, run, hash);
    return same != null && same > 0;
  }

  public void shownByRun(long run, String hash) {
    jdbc.update("update runs set shown = ? where run_id = ?", hash, run);
  }

  /** How many findings are suppressed, and how many dismissed, of all that are there. */
  public Map<String, Integer> setAside() {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put("suppressed", number("suppressed_because is not null"));
    counts.put("dismissed", number("suppressed_because is null and status = 'dismissed'"));
    counts.put("confirmed", number("suppressed_because is null and status = 'confirmed'"));
    return counts;
  }

  private int number(String which) {
    Integer number =
        jdbc.queryForObject("select count(*) from reviewed_findings where " + which, Integer.class);
    return number == null ? 0 : number;
  }

  private static String hash(String words) {
    return HexFormat.of().formatHex(sha256().digest(words.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
