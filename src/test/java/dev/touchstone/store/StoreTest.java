package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.document.Rejection;
import dev.touchstone.store.StoredDocument.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store, on H2; {@link PostgresStoreTest} asks the same of PostgreSQL. */
class StoreTest {

  private HikariDataSource store;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    store = StoreDatabase.open(address(folder), 2);
    StoredNotes.enter(store, "a.txt", "b.txt");
  }

  /** An empty database. */
  StoreAddress address(Path folder) throws Exception {
    return StoreAddress.embeddedIn(folder.resolve("a folder"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String ask(String sql) throws Exception {
    return StoreQuery.ask(store, sql, 100).rows().toString();
  }

  private StoredDocument document(String source) {
    return Objects.requireNonNull(new DocumentTable(store).bySource().get(source));
  }

  @Test
  void every_table_has_its_rows() throws Exception {
    for (String table :
        List.of(
            "sections",
            "tables",
            "cells",
            "studies",
            "arms",
            "regimens",
            "evidence",
            "claims",
            "findings",
            "checks")) {
      assertThat(ask("select count(*) from " + table)).as(table).isEqualTo("[[2]]");
    }
    assertThat(ask("select count(*) from mentions")).isEqualTo("[[8]]");
    assertThat(ask("select count(*) from finding_places")).isEqualTo("[[4]]");
  }

  @Test
  void figures_stand_as_printed_and_as_numbers() throws Exception {
    assertThat(ask("select printed, number, unit from evidence"))
        .isEqualTo("[[5.60, 5.6, mo], [5.60, 5.6, mo]]");
  }

  @Test
  void results_entered_again_take_the_place_of_the_former() throws Exception {
    new ResultTables(store)
        .processed(
            document("a.txt"), StoredNotes.review("a.txt"), "f".repeat(64), 1, StageTimes.NONE);

    assertThat(ask("select count(*) from evidence")).isEqualTo("[[2]]");
  }

  @Test
  void a_rejected_document_loses_its_former_results() throws Exception {
    Rejection rejection = new Rejection("a.txt", "read", "Broken.", "\0", "Mend it.");
    new ResultTables(store)
        .quarantined(document("a.txt"), null, rejection, 1, "f".repeat(64), 1, StageTimes.NONE);

    assertThat(document("a.txt").state()).isEqualTo(State.QUARANTINED);
    assertThat(ask("select count(*) from evidence")).isEqualTo("[[1]]");
    assertThat(new QuarantineTable(store).all())
        .extracting(QuarantineTable.Entry::cure)
        .containsExactly("Mend it.");
  }

  @Test
  void a_removed_document_takes_its_rows_with_it() throws Exception {
    new DocumentTable(store).remove(document("a.txt").id());

    assertThat(ask("select count(*) from findings")).isEqualTo("[[1]]");
  }

  @Test
  void a_decision_stays_with_its_finding_when_the_document_is_processed_again() throws Exception {
    new FindingReviews(store)
        .decide("a.txt", "percent-count-1", FindingReviews.Status.DISMISSED, "R. Viewer", "a typo");

    new ResultTables(store)
        .processed(
            document("a.txt"), StoredNotes.review("a.txt"), "f".repeat(64), 1, StageTimes.NONE);

    assertThat(
            ask(
                "select source, status, reviewed_by, remark from reviewed_findings order by source"))
        .isEqualTo("[[a.txt, dismissed, R. Viewer, a typo], [b.txt, open, null, null]]");
    assertThat(new RunTable(store).openFindings()).containsEntry("error", 1);
    new FindingReviews(store)
        .decide("a.txt", "percent-count-1", FindingReviews.Status.OPEN, "R. Viewer", "");
    assertThat(new RunTable(store).openFindings()).containsEntry("error", 2);
  }

  @Test
  void a_store_that_is_not_there_is_said_with_the_cure() {
    StoreAddress nowhere =
        new StoreAddress("jdbc:h2:file:/proc/none/store;TRACE_LEVEL_FILE=0", "sa", "");

    assertThatThrownBy(() -> StoreDatabase.open(nowhere, 1).close())
        .isInstanceOf(StoreUnreachable.class)
        .hasMessageContaining("jdbc:h2:file:/proc/none/store;TRACE_LEVEL_FILE=0")
        .hasMessageContaining("touchstone.store.url");
  }
}
