package dev.touchstone.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.store.LocalPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a team keeps its results in PostgreSQL, the files are the same to the byte. */
final class PostgresRunTest {

  @Test
  void files_are_those_of_the_embedded_store(@TempDir Path folder) throws Exception {
    Desk embedded = desk(folder.resolve("embedded"));
    embedded.run();

    try (LocalPostgres postgres = LocalPostgres.start()) {
      Desk team = desk(folder.resolve("team"));
      team.keepIn(postgres.database("results"));

      RunResult first = team.run();
      RunResult second = team.run();

      assertThat(first.processed()).isEqualTo(3);
      assertThat(second.processed()).isZero();
      assertThat(team.results()).isEqualTo(embedded.results());
      assertThat(team.output.resolve("store/touchstone.mv.db")).doesNotExist();
    }
  }

  private static Desk desk(Path root) throws Exception {
    return new Desk(root)
        .put("a.txt", "FIND one")
        .put("b/c.txt", "nothing to find")
        .put("rejected.txt", "REJECT this");
  }
}
